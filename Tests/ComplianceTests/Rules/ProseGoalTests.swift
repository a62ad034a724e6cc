import Testing

@testable import Compliance

/// Goals in sentences, in lists of other kinds, and what stands below them.
@Suite struct ProseGoalTests {
    @Test(arguments: [
        Wording(
            "POC-03", .satisfied, .evaluation, .PT,
            "Long-term goals, to be met in 12 weeks. One, Mr. Ito will walk 900 feet on grass without a device. "
                + "Two, he will carry 20 lb up a ladder."),
        Wording(
            "POC-03", .violated, .evaluation, .PT,
            "Long-term goals, to be met in 12 weeks. One, Mr. Ito will walk better on grass. "
                + "Two, he will carry 20 lb up a ladder."),
        Wording(
            "POC-03", .violated, .evaluation, .PT,
            "Long-term goals (8 weeks): First, she will walk 500 ft with a cane. Second, she will feel stronger."),
        Wording(
            "POC-03", .violated, .evaluation, .SLP,
            "Long-term goals, by the end of 6 weeks: (1) He will swallow a meal safely. "
                + "(2) He will use a chin tuck at 9 of 10 sips."),
        Wording(
            "POC-03", .violated, .evaluation, .OT,
            "ltg (8 wks)\n 1 better dressing\n 2 cook a hot meal with supervision"),
        Wording(
            "POC-03", .satisfied, .evaluation, .OT,
            "Long-term goals (6 weeks): 1. Button cuffs in 1 minute. 2. Play a 30-minute set.\n"
                + "Mia Ott, OTR/L 08/12/2025\nSigned plan back from Dr. Lund 08/19/2025."),
        Wording(
            "POC-02", .satisfied, .evaluation, .OT,
            "OUTCOMES BY 10 WEEKS (LONG TERM)\n1) Dress with supervision in 20 min.\n2) Bake 6 rolls, mod I."),
        Wording(
            "POC-02", .satisfied, .evaluation, .PT,
            "Our long-term goal is that in 10 weeks she will walk 800 ft outdoors with a cane."),
        Wording(
            "POC-02", .violated, .evaluation, .PT,
            "Outcomes: Berg 38/56, TUG 18 s.\nPlan: 2x/week for 8 weeks"),
    ])
    func sentencesAreGoalsEach(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "PRG-04", .satisfied, .progress, .PT,
            "Goals\n1. Sit 60 min: 50 min, nearly met.\n2. Lift 20 lb: 12 lb, progressing.\n\n"
                + "Judgement: the next load has to be picked by a therapist."),
        Wording(
            "PRG-04", .violated, .progress, .PT,
            "Goals\n1. Sit 60 min at the desk.\n2. Lift 20 lb: 12 lb, progressing.\n\nNext: twice weekly."),
        Wording(
            "PRG-04", .satisfied, .progress, .PT,
            "Goal A 1,000 ft outdoors with cane - 70% met\nGoal B 14 stairs - not met; step-to with rail"),
        Wording(
            "DSC-03", .satisfied, .discharge, .PT,
            "Goal 1 sit 60 min: reached. Goal 2 lift 20 lb x5: reached."),
        Wording(
            "DSC-03", .satisfied, .discharge, .OT,
            "Goals\n#1 fill pill box with 0 errors ........ MET\n#2 cook one hot meal, independent ... partially met\n"
                + "REASON: maximum benefit reached."),
    ])
    func whatStandsBelowGoalsIsNone(wording: Wording) { wording.check() }
}
