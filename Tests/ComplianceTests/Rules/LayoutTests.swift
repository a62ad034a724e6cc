import Testing

@testable import Compliance

/// The same rules in layouts of other clinics.
@Suite struct LayoutTests {
    @Test(arguments: [
        Wording(
            "EVL-02", .satisfied, .evaluation, .PT,
            "Plan of Treatment\n1. Initial assessment: Berg 38/56, TUG 18 s.\nGoals\n" + "LTG: walk 500 ft in 8 weeks"),
        Wording(
            "EVL-02", .satisfied, .evaluation, .OT,
            "Plan of Care\nFunctional limitation at start of care: grip R 18 lb, L 44 lb\n"
                + "Plan of treatment: OT 2x/wk x 8 wks"),
        Wording(
            "EVL-02", .violated, .evaluation, .PT,
            "Plan\nPT 2x/week for 8 weeks. LTG: Berg 50/56 in 8 weeks."),
        Wording(
            "EVL-02", .violated, .evaluation, .PT,
            "Plan\nLTGs:\n1. Berg 50/56 in 8 weeks\n2. Gait speed 1.0 m/s in 8 weeks"),
        Wording(
            "EVL-02", .violated, .evaluation, .PT,
            "Plan\nTherapeutic exercise 3 x 10 reps, ultrasound 8 min, gait training 150 ft."),
        Wording(
            "EVL-02", .violated, .evaluation, .PT,
            "Plan\nPt will walk 500 ft and score Berg 50/56 in 8 weeks."),
        Wording(
            "EVL-02", .violated, .evaluation, .PT,
            "Plan of Care\n" + "Improve gait speed to 1.0 m/s. Increase Berg to 50/56. Treat 2x/wk x 8 wks."),
    ])
    func aPlansFormHoldsItsFindingsToo(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-05", .satisfied, .evaluation, .SLP,
            "Goals\n1. Name 8/10 objects in 12 wks\n"
                + "2. Swallow all meals without cough in 12 weeks\nRec ST 2x/wk x 12 wks"),
        Wording(
            "POC-06", .satisfied, .evaluation, .SLP,
            "Goals\n1. Name 8/10 objects in 12 wks\n"
                + "2. Swallow all meals without cough in 12 weeks\nRec ST 2x/wk x 12 wks"),
        Wording(
            "POC-05", .satisfied, .evaluation, .SLP,
            "LTGs: 1) name 8/10 objects in 12 wks 2) swallow meals without cough in 12 wks\n" + "ST 2x/wk x 12 wks"),
        Wording(
            "POC-05", .satisfied, .evaluation, .PT,
            "Goals:\nwalk 500 ft in 8 weeks\nclimb 12 stairs with rail in 8 weeks\n"
                + "See pt 2x/wk x 8 wks for gait training"),
        Wording(
            "POC-06", .satisfied, .evaluation, .PT,
            "Plan\nFrequency: 2x/week\nDuration\n12 weeks."),
        Wording(
            "POC-06", .satisfied, .evaluation, .PT,
            "Frequency\n2x/week\nDuration\n12 weeks."),
        Wording(
            "POC-06", .satisfied, .evaluation, .PT,
            "Plan: gait training, 2x/week. 12 weeks."),
        Wording(
            "POC-06", .satisfied, .evaluation, .PT,
            "Plan\nTwice a week.\n12 weeks."),
        Wording(
            "POC-06", .violated, .evaluation, .PT,
            "Plan: gait training 2x/week. Return to surgeon: 12 weeks."),
        Wording(
            "POC-06", .violated, .evaluation, .PT,
            "Subjective\nPain.\n12 weeks.\nPlan: 2x/week."),
        Wording(
            "POC-05", .violated, .evaluation, .PT,
            "Plan: Hospital visits 2x/month. PT for 8 weeks."),
        Wording(
            "POC-05", .violated, .evaluation, .PT,
            "Subjective: Hospital visits 2x/month.\nPlan: PT for 8 weeks"),
        Wording(
            "POC-05", .violated, .evaluation, .PT,
            "Sees her cardiologist, visits 2x/month.\nPlan: PT for 8 weeks"),
    ])
    func frequencyAndDurationStandBelowGoalsAndAlone(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "PRG-01", .satisfied, .progress, .PT,
            "Progress report #2, visits 11 - 20\nBerg 38/56 -> 45/56"),
        Wording(
            "PRG-01", .satisfied, .progress, .PT,
            "PROGRESS REPORT covering visits 11-20."),
        Wording(
            "PRG-01", .satisfied, .progress, .PT,
            "Progress Report (treatment days 21 through 30)"),
        Wording(
            "PRG-01", .satisfied, .progress, .PT,
            "PN 2: sessions 11 to 19"),
        Wording(
            "PRG-01", .violated, .progress, .PT,
            "Progress report #2, visits 11 - 24"),
        Wording(
            "PRG-01", .satisfied, .progress, .PT,
            "Progress report #2, visits 11 - 20\nVisit 20"),
        Wording(
            "PRG-01", .violated, .daily, .PT,
            "Visit 13; last progress report at visit 1."),
    ])
    func aReportOfTenVisitsIsInTime(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "pt eval 3/3/25\nplan: 2x/wk x 8 wks\njo marsh, pt, dpt 3/3/25"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "PT Evaluation 3/3/25\nPlan: 2x/wk x 8 wks\njo marsh, pt, dpt 3/3/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "PT Daily note 3/3/25\nGait training 15 min.\njo marsh, pt, dpt 3/3/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "PT Daily note 3/3/25\nGait training 15 min.\n" + "Ottoline Vandersnoot, PT, DPT   03/03/2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "PT Evaluation 3/3/25\nPlan: 2x/wk x 8 wks\n\n" + "Ottoline Vandersnoot, PT, DPT   03/03/2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "PLAN OF TREATMENT 3/3/25\nPlan: 2x/wk x 8 wks\n"
                + "13. SIGNATURE (professional establishing POC): Ottoline Vandersnoot, PT, DPT 03/03/2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "PLAN OF TREATMENT 3/3/25\nPlan: 2x/wk x 8 wks\n"
                + "Signature (professional establishing POC including prof. designation)\n"
                + "Ottoline Vandersnoot, PT 03/03/2025"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "PLAN OF TREATMENT 3/3/25\nPlan: 2x/wk x 8 wks\n"
                + "SIGNATURE (professional establishing POC): ____________"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "PT Daily note 3/3/25\nGait training with jo marsh, pt today 3/3/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "PT Daily note 3/3/25\nGait training 15 min.\npatient seen with daughter, pt 3/3/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "PT Daily note 3/3/25\nGait training 15 min.\nseen in clinic, pt 3/3/25"),
    ])
    func aSignatureIsReadInEveryLayout(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\nCertification\n"
                + "Saw Ada Bloom, MD on 03/10/2025 for follow up.\n"),
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\n"
                + "Certification: Follow up with Dr. Bloom, MD 03/10/2025."),
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\nCertification\n"
                + "Last seen by Ada Bloom, MD 03/10/2025; plan discussed."),
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\nCertification\n"
                + "Office visit with Dr. Bloom, MD dated 03/10/2025."),
        Wording(
            "POC-09", .satisfied, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\nCertification\n" + "Ada Bloom, MD 03/10/2025"),
        Wording(
            "POC-09", .satisfied, .evaluation, .PT,
            "Date of service: 03/03/2025\nPlan\nPT 2x/wk x 8 wks\nCertification\n"
                + "Plan reviewed and signed by Ada Bloom, MD at office visit on 03/10/2025."),
    ])
    func aVisitToTheDoctorCertifiesNothing(wording: Wording) { wording.check() }
}
