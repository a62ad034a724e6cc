import Testing

@testable import Compliance

@Suite struct PlanTimingTests {
    @Test(arguments: [
        ("Plan: 2x/wk x 8 wks", 2.0), ("Plan: PT 2 x/week for 6 weeks", 2), ("P: 3x week x 4 weeks", 3),
        ("Plan: 2-3x/week x 8 weeks", 3), ("Plan: 2 to 3 times a week", 3), ("POC: BIW x 6 wks", 2),
        ("Plan: TIW", 3), ("Plan: twice weekly for 2 months", 2), ("Plan: three times weekly", 3),
        ("Plan: 3 sessions per week", 3), ("Plan: one visit per week", 1), ("Plan: 1/wk x 12 wks", 1),
        ("Plan: weekly visits for 8 weeks", 1), ("Plan: every other week", 0.5), ("Plan: PT daily x 5 days", 7),
        ("Plan: 5 days/week for 2 weeks", 5), ("Plan: home health 2w8", 2), ("Plan: two (2) visits per week", 2),
        ("Frequency: once a week", 1), ("Freq 2xwk", 2), ("Recommend skilled OT twice per week, duration 10 weeks.", 2),
        ("Plan: HEP daily. Therapy 2x/wk.", 2),
    ])
    func aFrequencyOfThePlanIsRead(text: String, perWeek: Double) throws {
        let frequency = try #require(NoteFacts(reading: text).planFrequency)
        #expect(frequency.perWeek == perWeek)
    }

    @Test(arguments: [
        "Plan: duration 8 weeks. Reports urinary frequency.", "Plan: frequency TBD.", "Plan: HEP 2x/day.",
        "Falls twice a week. Plan: PT for 8 weeks.", "Plan: gabapentin 300 mg TID.",
        "LTG: walk 3x/week for 20 min in 8 weeks",
        "Subjective: seizures 2x/month. Plan: 12 visits.", "Plan: therapy for 6 weeks; frequency of falls is rising.",
        "Subjective: dialysis 3x/week. Plan: OT for 8 weeks.", "Goes to the gym 3x/week. Plan: 6 weeks of PT.",
    ])
    func aFrequencyOfSomethingElseIsNot(text: String) {
        #expect(NoteFacts(reading: text).planFrequency == nil)
    }

    @Test(arguments: [
        ("Plan: 2x/wk x 8 wks", 56), ("Plan: 2x/week for three months", 90), ("Plan: 3x/wk x 6", 42), ("Plan: 2w8", 56),
        ("Frequency: BIW. Duration: 10 weeks.", 70), ("Plan duration 6 weeks.", 42), ("Plan: 1x/wk x 6-8 weeks", 56),
        ("Certification period 01/06/2025 - 04/04/2025, 2x/week.", 88),
        ("Cert period requested: 18 weeks at 2x/wk.", 126),
    ])
    func aDurationOfThePlanIsReadInDays(text: String, days: Int) throws {
        let duration = try #require(NoteFacts(reading: text).planDuration)
        #expect(duration.days(start: nil) == days)
    }

    @Test(arguments: [
        "Plan: 2 visits per week, 24 visits total.", "Plan: twice weekly x 24 visits", "Plan: 24 sessions, 2x/wk",
    ])
    func aNumberOfVisitsIsADuration(text: String) {
        #expect(NoteFacts(reading: text).planDuration?.length == .visits(24))
    }

    @Test(arguments: [
        "Plan: 2x/week until goals met.", "Plan: 2x/week. Tandem stance duration 8 s.",
        "Plan: 2x/week. Pain for 3 months.",
        "Plan: 2x/week. LTG: stairs with rail in 8 weeks", "Plan: 2x/wk; follow up with surgeon in 6 weeks.",
        "Plan: twice weekly. Sling for 6 weeks.", "Subjective: 8 weeks post op. Plan: 2x/week.",
    ])
    func aTimeOfSomethingElseIsNot(text: String) {
        #expect(NoteFacts(reading: text).planDuration == nil)
    }

    /// Situation 2 of the specification.
    @Test func urinaryFrequencyIsNoFrequencyOfTreatmentAndThePlanStillHasItsDuration() {
        let judged = Judged(
            "PT Initial Evaluation\nPlan duration 8 weeks. Reports urinary frequency.", type: .evaluation,
            discipline: .PT)
        #expect(judged.status("POC-05") == .violated)
        #expect(judged.status("POC-06") == .satisfied)
    }

    @Test func phasesOfOneSentenceAddUp() {
        #expect(
            Judged("Plan: 2x/wk x 6 wks then 1x/wk x 6 wks.", type: .evaluation, discipline: .OT).status("POC-07")
                == .satisfied)
        let long = Judged("Plan: 2x/wk x 8 wks then 1x/wk x 8 wks.", type: .evaluation, discipline: .OT)
        #expect(long["POC-07"]?.reason.contains("112 days") == true)
    }
}
