package import Kernel

/// Goals of the note.
enum Goals: Fact {
    static func find(in facts: NoteFacts) -> [Goal] {
        GoalFinder.find(facts.note, facts.outline, facts.dates, start: facts.dates.anchor)
    }
}

enum Timing: Fact {
    static func find(in facts: NoteFacts) -> PlanTiming {
        PlanTimingFinder.find(facts.note, facts.outline, facts.dates, goals: facts.goals)
    }
}

enum Diagnoses: Fact {
    static func find(in facts: NoteFacts) -> [Diagnosis] { DiagnosisFinder.find(facts.note, facts.outline) }
}

enum Measures: Fact {
    static func find(in facts: NoteFacts) -> [Measure] {
        MeasureFinder.find(
            facts.note, facts.outline, facts.dates, goals: facts.goals, named: facts.matches(lexicon: "measures"),
            screening: facts.matches(lexicon: "screening-measures"), unmeasured: facts.matches(lexicon: "unmeasured"))
    }
}

extension NoteFacts {
    package var goals: [Goal] { self[Goals.self] }
    package var timing: PlanTiming { self[Timing.self] }
    package var planFrequency: PlanFrequency? { timing.frequency }
    package var planDuration: PlanDuration? { timing.duration }
    package var diagnoses: [Diagnosis] { self[Diagnoses.self] }
    package var measures: [Measure] { self[Measures.self] }
    package var certification: Certification { self[PlanCertification.self] }
    package var longTermGoals: [Goal] { goals.filter { $0.term == .long } }
    /// The day from which the days of certification count.
    package var firstTreatment: CivilDate? { startOfCare ?? dates.anchor }
}

enum PlanCertification: Fact {
    static func find(in facts: NoteFacts) -> Certification {
        let authors = facts.signatures.filter { $0.role != .certifier }.map(\.range)
        return CertificationFinder.find(facts.note, facts.outline, facts.dates, authors: authors)
    }
}
