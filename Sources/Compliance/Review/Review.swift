/// What the rules say about one note.
package struct Review: Sendable, Equatable, Codable {
    package struct Score: Sendable, Equatable, Codable {
        /// 100 × numerator / denominator, one decimal, half up; at most 59 when `isCapped`.
        package let value: Double
        package let numerator: Int
        package let denominator: Int
        /// A violated condition of payment keeps the score at 59 or below.
        package let isCapped: Bool
    }

    package var noteType: NoteType?
    package var discipline: Discipline?
    package var recertification: Bool
    package var typeEvidence: [Finding.Evidence]
    package var disciplineEvidence: [Finding.Evidence]
    /// What the signals of the note disagree about, as questions to the reader.
    package var conflicts: [String]
    /// Nil when no rule counts.
    package var score: Score?
    /// Every rule that was considered, in the order of the catalogue.
    package var findings: [Finding]
    package var rubricId: String
    package var rubricVersion: String
    package var engineVersion: String
    /// SHA-256 of the note's text, in hex.
    package var noteHash: String
}
