package import Kernel

/// What tells whose note it is: words of the patient's name, the birth date, record numbers. Identifiers: they are compared
/// and never stored, shown or written anywhere.
package struct PatientMarks: Sendable {
    private let names: Set<String>
    private let birth: CivilDate?
    private let records: Set<String>

    package init(_ identified: Identified, birth: CivilDate?) {
        let patient = identified.spans.filter { $0.type == .name && $0.sub == "PATIENT" }
        names = Set(patient.flatMap { NoteText($0.text).tokens.filter { $0.isWord && $0.range.count > 2 }.map(\.key) })
        records = Set(
            identified.spans.filter { $0.type == .mrn || $0.type == .ssn || $0.type == .planID }.map {
                $0.text.lowercased().filter { $0.isLetter || $0.isNumber }
            })
        self.birth = birth
    }

    /// More of what both notes tell differs than agrees; a slip in one of several marks makes no other patient.
    func isOther(than other: PatientMarks) -> Bool {
        var (same, different) = (0, 0)
        func compare(_ agrees: Bool?) {
            guard let agrees else { return }
            if agrees { same += 1 } else { different += 1 }
        }
        compare(names.isEmpty || other.names.isEmpty ? nil : !names.isDisjoint(with: other.names))
        compare(records.isEmpty || other.records.isEmpty ? nil : !records.isDisjoint(with: other.records))
        if let birth, let theirs = other.birth { compare(birth == theirs) }
        return different > same
    }

    /// Ids of the notes that are not of the patient of most of them, the first ones where it is a draw.
    package static func strangers(_ notes: [(id: String, marks: PatientMarks)]) -> [String] {
        var groups: [[(id: String, marks: PatientMarks)]] = []
        for note in notes {
            let own = groups.firstIndex { group in !group.contains { $0.marks.isOther(than: note.marks) } }
            if let own { groups[own].append(note) } else { groups.append([note]) }
        }
        guard let most = groups.map(\.count).max(), let own = groups.firstIndex(where: { $0.count == most }) else {
            return []
        }
        let known = Set(groups[own].map(\.id))
        return notes.map(\.id).filter { !known.contains($0) }
    }
}
