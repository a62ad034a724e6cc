/// What a note is for; the raw values are those of the command line.
package enum NoteType: String, Sendable, Codable, CaseIterable {
    case evaluation, progress
    /// A treatment note.
    case daily
    case discharge
}

package enum Discipline: String, Sendable, Codable, CaseIterable {
    case PT, OT, SLP
}
