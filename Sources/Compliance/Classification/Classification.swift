/// What kind of note it is and whose, with the words that say so.
package struct Classification: Sendable, Equatable {
    package var type: NoteType?
    package var discipline: Discipline?
    /// A progress note that certifies a new period.
    package var recertification: Bool
    package var typeEvidence: [Range<Int>]
    package var disciplineEvidence: [Range<Int>]
    /// Questions to the reader where signals disagree.
    package var conflicts: [String]

    package init(
        type: NoteType? = nil, discipline: Discipline? = nil, recertification: Bool = false,
        typeEvidence: [Range<Int>] = [], disciplineEvidence: [Range<Int>] = [], conflicts: [String] = []
    ) {
        self.type = type
        self.discipline = discipline
        self.recertification = recertification
        self.typeEvidence = typeEvidence
        self.disciplineEvidence = disciplineEvidence
        self.conflicts = conflicts
    }
}
