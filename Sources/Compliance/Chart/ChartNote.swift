package import Kernel

/// One note of a patient's chart.
package struct ChartNote: Sendable {
    /// Of the store, or a file's name.
    package let id: String
    package let facts: NoteFacts

    package init(id: String, facts: NoteFacts) {
        self.id = id
        self.facts = facts
    }

    package init(id: String, note: NoteText, context: ReviewContext, rubric: Rubric = .standard) {
        self.init(id: id, facts: NoteFacts(note: note, context: context, rubric: rubric))
    }

    package var type: NoteType? { facts.noteType }
    package var discipline: Discipline? { facts.discipline }
    /// The day of treatment, else of the report.
    package var date: CivilDate? { facts.dateOfService?.date }
}

/// A chart rule's verdict, with the notes it rests on.
package struct ChartFinding: Sendable, Equatable {
    /// Words of one note.
    package struct Place: Sendable, Equatable {
        package let note: String
        package let evidence: Finding.Evidence
    }

    /// As for a single note; its evidence are the words of `places` in the same order.
    package let finding: Finding
    package let places: [Place]
    /// Ids of all notes that the finding is about, in the order of their dates.
    package let notes: [String]
}

/// Something that has to happen by a day.
package struct DueDate: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// End of a certified interval: recertify by then (Medicare Benefit Policy Manual, chapter 15, 220.1.3.C).
        case recertification
        /// Certification of the first plan, 30 days after the first treatment (220.1.3.B).
        case certification
        /// Written signature behind a verbal certification, 14 days (220.1.3.B).
        case verbalSignature
        /// Progress report with the tenth treatment day (220.3.D).
        case progressReport
    }

    package enum State: String, Sendable {
        case ok, soon, late
    }

    package let kind: Kind
    /// Nil for a progress report that is counted in treatment days, not in dates.
    package let due: CivilDate?
    /// A week ahead.
    package let warnFrom: CivilDate?
    /// For a progress report: the number of the visit with which it is due.
    package let visit: Int?
    package let state: State
    package let discipline: Discipline?
}

/// Treatment days of an episode.
package struct VisitCounter: Sendable, Equatable {
    package let count: Int
    /// Treatment days behind the last report, or behind the evaluation when there is no report yet; nil without either.
    package let sinceReport: Int?
    package let nextReportDueAtVisit: Int?

    package init(count: Int, sinceReport: Int?, nextReportDueAtVisit: Int?) {
        self.count = count
        self.sinceReport = sinceReport
        self.nextReportDueAtVisit = nextReportDueAtVisit
    }
}
