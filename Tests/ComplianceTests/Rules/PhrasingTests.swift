import Testing

@testable import Compliance

/// The same rules in words of other clinics.
@Suite struct PhrasingTests {
    @Test(arguments: [
        Wording(
            "EVL-03", .satisfied, .evaluation, .PT,
            "History: admitted to General for pneumonia last month."),
        Wording(
            "EVL-03", .satisfied, .evaluation, .PT,
            "Hospitalized last month with pneumonia, now weak."),
        Wording(
            "EVL-03", .satisfied, .evaluation, .OT,
            "Left wrist fracture with plate on 02/03/2025."),
        Wording(
            "EVL-03", .satisfied, .evaluation, .PT,
            "History: right hip nailing 02/03/2025."),
        Wording(
            "EVL-03", .satisfied, .evaluation, .PT,
            "L THA 2/3/25"),
        Wording(
            "EVL-03", .violated, .evaluation, .PT,
            "Patient has diabetes. Next appointment 03/10/2025."),
    ])
    func onsetIsAnAdmissionOrAnOperationToo(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "NEC-01", .satisfied, .evaluation, .OT,
            "Assessment: A therapist's skills are needed to load the hand without harm to the tendon."),
        Wording(
            "NEC-01", .satisfied, .evaluation, .OT,
            "Assessment: Skilled OT is needed to load the hand without harm."),
        Wording(
            "NEC-01", .satisfied, .evaluation, .OT,
            "Assessment: Expertise of a hand therapist is needed to move the repair without rupture."),
        Wording(
            "NEC-01", .satisfied, .evaluation, .OT,
            "Assessment: The knowledge of an OT is required to choose when the splint comes off."),
        Wording(
            "NEC-01", .satisfied, .progress, .PT,
            "Assessment: Skill of PT required to progress resistance within healing limits."),
        Wording(
            "NEC-01", .satisfied, .evaluation, .PT,
            "Assessment: A PT is needed to decide how much load the graft can take."),
        Wording(
            "NEC-01", .satisfied, .evaluation, .SLP,
            "Assessment: Her mix of apraxia and aphasia calls for an SLP's training to choose targets."),
        Wording(
            "NEC-01", .violated, .evaluation, .PT,
            "Assessment: Continue skilled PT."),
        Wording(
            "NEC-01", .violated, .evaluation, .PT,
            "Assessment: Skilled therapy is needed. Patient is pleasant."),
        Wording(
            "NEC-01", .violated, .evaluation, .PT,
            "Assessment: She needs a walker to move in the house without falls."),
        Wording(
            "NEC-01", .violated, .evaluation, .PT,
            "Assessment: Skilled carpenter who needs to load trucks."),
        Wording(
            "NEC-01", .violated, .evaluation, .PT,
            "Assessment: Skilled PT 2x/week."),
    ])
    func aSkillIsTiedToAnAct(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "PRG-05", .violated, .progress, .PT,
            "Assessment: Skilled PT is needed to progress resistance safely. Doing well."),
        Wording(
            "PRG-05", .violated, .progress, .PT,
            "Assessment: The skills of a therapist are required to adjust treatment to pain."),
        Wording(
            "PRG-05", .satisfied, .progress, .PT,
            "Plan: progress resistance and gait next period."),
        Wording(
            "PRG-05", .satisfied, .progress, .PT,
            "Assessment: Skilled PT remains necessary; continue PT 2x/week for 4 weeks."),
    ])
    func whySkillIsNeededIsNoPlan(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "SLP-01", .violated, .evaluation, .SLP,
            "Dx: dysphagia R13.12\nSubjective: coughs with thin liquids. Avoids regular diet."),
        Wording(
            "SLP-01", .violated, .evaluation, .SLP,
            "S: Wife says he coughs with thin liquids.\nA: Oropharyngeal dysphagia."),
        Wording(
            "SLP-01", .satisfied, .evaluation, .SLP,
            "Dx: dysphagia R13.12\nSubjective: coughs with thin liquids.\n"
                + "Plan: IDDSI 5 solids, mildly thick liquids."),
        Wording(
            "SLP-01", .satisfied, .evaluation, .SLP,
            "Dx: dysphagia. On puree diet and nectar thick liquids."),
        Wording(
            "SLP-01", .violated, .evaluation, .SLP,
            "Dx: dysphagia. Coughs on thin liquids by cup; residue with puree texture."),
        Wording(
            "SLP-01", .violated, .evaluation, .SLP,
            "Dx: dysphagia.\n"
                + "Objective: Trials of thin liquids gave delayed cough, penetration with nectar thick liquids."),
    ])
    func whatHappenedWithATextureRecommendsNone(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Therapeutic exercise and manual therapy to the right knee"),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "PT daily note\n" + "Therapeutic exercise and manual therapy to the right knee. Tolerated well."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Dysphagia treatment: effortful swallow, 20 reps."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Effortful swallow done."),
        Wording(
            "TXN-02", .satisfied, .daily, .SLP,
            "Effortful swallows x 20, chin tucks x 10."),
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "Billed: 97110 Therapeutic exercise 2 units. Therapeutic exercise 30 min."),
        Wording(
            "TXN-02", .violated, .daily, .PT,
            "Treatment per POC. See flow sheet."),
    ])
    func interventionsAreNamedInProse(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "Gait training. Timed minutes: 25. Total 25.\nBilled: 97110 x 2 GP\n" + "Therapeutic exercise 25 min"),
        Wording(
            "BIL-01", .violated, .daily, .PT,
            "Therapeutic exercise 15 min.\nTimed minutes: 15\nBilled: 97110 x 2 GP"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "Ther ex 30 min.\nBilled: 97110 x 2 GP"),
        Wording(
            "BIL-01", .violated, .daily, .PT,
            "Ther ex 15 min.\nBilled: 97110 x 2 GP"),
        Wording(
            "BIL-01", .violated, .daily, .PT,
            "Total timed minutes 15.\nBilled: 97110 x 2 GP"),
        Wording(
            "BIL-01", .satisfied, .daily, .PT,
            "Billed: 97110 x 2 GP, 97140 x 1 GP\n"
                + "Therapeutic exercise 25 min, manual therapy 15 min. Total timed 40 min."),
        Wording(
            "BIL-01", .violated, .daily, .PT,
            "Billed: 97110 x 2 GP, 97140 x 2 GP\n" + "Therapeutic exercise 25 min, manual therapy 15 min."),
    ])
    func minutesMayStandBesideTheServicesName(wording: Wording) { wording.check() }
}
