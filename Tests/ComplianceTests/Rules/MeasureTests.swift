import Testing

@testable import Compliance

@Suite struct MeasureTests {
    @Test(arguments: [
        "Objective: Berg 38/56", "Objective: TUG without device: 14.2 s", "Exam: gait speed 0.7 m/s",
        "O: R knee flexion 95 degrees",
        "Tests: grip R/L 22/35 lb", "O: script accuracy 20%", "Findings: MPT 6 s; intelligibility 55%",
        "O: 30s chair rise 7",
        "Exam: NPRS at worst 7/10", "O: Sit to stand: min A", "Data: BNT-15 7", "O: morning stiffness 90 min",
    ])
    func aTestOrMeasureWithItsValueIsABaseline(text: String) {
        #expect(Judged(text, type: .evaluation, discipline: .PT).status("EVL-02") == .satisfied)
    }

    @Test(arguments: [
        "Objective: Deficits noted in all areas.", "Objective: BP 132/78, HR 74, SpO2 96%, RR 16.",
        "Objective: HbA1c 7.4, INR 2.3, EF 45%.",
        "Objective: T10-L1 dermatomes intact, C5-6 myotomes 4-/5, DTR 2+.",
        "Objective: NuStep level 4 x 8 min, SPM 72.",
        "Objective: Steps to enter: 4; ramp grade 1:12; room 10 x 12 ft.",
        "Objective: walks to mailbox about 150 ft; curb 6 in.",
        "Objective: weak. LTG: Berg 50/56 in 8 weeks", "Objective: Glasgow 15; Rancho level VII.",
        "Objective: metoprolol 25 mg BID.",
        "Objective: Jamar position 2, Purdue Pegboard deferred.", "Objective: Pain 5/10 at worst, 2/10 at best.",
    ])
    func figuresThatMeasureNoFunctionAreNone(text: String) {
        #expect(Judged(text, type: .evaluation, discipline: .PT).status("EVL-02") == .violated)
    }

    @Test(arguments: [
        "Objective: Berg 38/56 -> 45/56", "O: TUG initial 24 s, now 18 s", "O: grip improved from 22 to 31 lb",
        "O: FOIS 2 → 5",
        "| Test | Initial | Current |\n| ODI | 52% | 34% |",
        "Objective\nTest          Eval      Today\nTUG           21 s      14 s",
        "O: Gait speed 0.9 m/s (was 0.6 m/s at eval)", "O: Berg 45/56, previously 38/56", "O: 9HPT unable -> 44 s",
        "O: transfers mod A at evaluation, SBA now",
        "LTG 1: walk 500 ft. Baseline: 80 ft. Current: 320 ft. Progressing.",
    ])
    func twoValuesAtDifferentTimesAreCompared(text: String) {
        #expect(Judged(text, type: .progress, discipline: .PT).status("PRG-03") == .satisfied)
    }

    @Test(arguments: [
        "Objective: Steady gains in all areas.", "Objective: Berg 45/56 today.",
        "Objective: BP 130/78 pre, 142/80 post.",
        "LTG 1: walk 500 ft in 8 weeks - 60% of target reached", "| Test | Right | Left |\n| Grip | 40 lb | 22 lb |",
    ])
    func aSingleValueIsNotCompared(text: String) {
        #expect(Judged(text, type: .progress, discipline: .PT).status("PRG-03") == .violated)
    }
}

@Suite struct DiagnosisTests {
    @Test(arguments: [
        "Assessment: Dx: left hip OA (M16.12)", "Treatment diagnosis - difficulty walking", "ICD-10: R26.2",
        "A: s/p R TKA with stiffness",
        "Assessment: 64 yo presents with left shoulder pain", "Diagnosis: Parkinson's disease [G20]",
        "Impression. Dx code G20.A1",
    ])
    func whatIsTreatedIsFound(text: String) {
        #expect(Judged(text, type: .evaluation, discipline: .PT).status("POC-01") == .satisfied)
    }

    @Test(arguments: [
        "PMH: HTN (I10), DM2 (E11.9), CVA in 2016.", "C5-6 myotomes 4/5; T10-L1 dermatomes intact; L5-S1 tender.",
        "Takes B12. Diagnosis: pending.", "Diagnosis: see referral.", "Past medical history: G20.A1, M17.11",
        "[Clinical Impression] Barriers: transportation.", "Referred for evaluation. MRN H0836341, plate Q07 112.",
    ])
    func historyVertebraeAndBlanksAreNot(text: String) {
        #expect(Judged(text, type: .evaluation, discipline: .PT).status("POC-01") == .violated)
    }
}
