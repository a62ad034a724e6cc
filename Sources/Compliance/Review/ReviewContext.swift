package import Kernel

/// What the caller knows about a note that the note may not say.
package struct ReviewContext: Sendable {
    /// Which rules count: conditions of payment, also documentation requirements, everything. Never an offset to the score.
    package enum Strictness: String, Sendable, Codable, CaseIterable {
        case payment, documentation, everything

        package func includes(_ severity: Severity) -> Bool {
            switch self {
            case .payment: severity == .high
            case .documentation: severity == .high || severity == .medium
            case .everything: true
            }
        }
    }

    /// The day on which the note is judged.
    package var asOf: CivilDate
    /// Wins over what the note looks like.
    package var noteType: NoteType?
    package var discipline: Discipline?
    package var strictness: Strictness
    /// Name of the file, for messages.
    package var file: String?

    package init(
        asOf: CivilDate, noteType: NoteType? = nil, discipline: Discipline? = nil,
        strictness: Strictness = .everything, file: String? = nil
    ) {
        self.asOf = asOf
        self.noteType = noteType
        self.discipline = discipline
        self.strictness = strictness
        self.file = file
    }
}
