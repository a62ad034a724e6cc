import Testing

@testable import Compliance

/// Forms with lines to sign, and sides in abbreviations.
@Suite struct TemplateAndSideTests {
    @Test(arguments: [
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nPatient / responsible party: ______________________"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\n______________________   ____________\nJane Roe, PT             Date"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nX_______________________"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nI certify the need for these services: ___________________ ________"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nReferring MD ______________ NPI _______ Date ____/____/____"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nPhysician comments: _____________\nSignature ________"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\n[ ] I agree  [ ] I do not agree with this plan ____________ MD"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nSupervising PT: ______________"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nClinician co-signature ___________ (if student)"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT ________ 3/4/25"),
        Wording(
            "GEN-01", .satisfied, .daily, .PT,
            "Gait training.\nReviewed with: ________ RN"),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Knee flexion ___ degrees."),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Patient walked ____ ft with ____ assist."),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Response: ***\nPlan: continue"),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Pain [__]/10 today."),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Goal: patient will ________ by ________."),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Patient reports ______."),
        Wording(
            "GEN-01", .violated, .daily, .PT,
            "Date of onset: _______"),
    ])
    func linesToSignAreNoOpenPlaces(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "Dx: L hip fx. Affected leg: R, 3+/5."),
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "s/p R TKA. Operative knee (L) flex 95."),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "s/p R TKA. Operative knee (R) flex 95."),
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "M17.11 primary OA of knee. Involved knee L, flex 95."),
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "S72.001D femoral neck fracture. Operated hip: left."),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "S72.001D femoral neck fracture. Operated hip: right. Left (sound) side 5/5."),
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "Knee OA (M17.12)\nInvolved R knee 0-98."),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "L TKA. Involved L knee 0-98, R 0-130."),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "S/P L RCR. Affected shoulder L: flex 120. Uninvolved R: 170."),
        Wording(
            "GEN-02", .notApplicable, .daily, .PT,
            "L4-L5 disc herniation. Affected side R."),
        Wording(
            "GEN-02", .violated, .daily, .OT,
            "S52.501D distal radius fx. Injured wrist - left - ext 30."),
        Wording(
            "GEN-02", .violated, .daily, .OT,
            "I69.351 hemiplegia. Hemiparetic left arm 2/5."),
        Wording(
            "GEN-02", .satisfied, .daily, .OT,
            "I69.354 hemiplegia. Hemiparetic left arm 2/5."),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "R knee TKA; affected LE = R"),
        Wording(
            "GEN-02", .violated, .daily, .PT,
            "R knee TKA; affected LE = L"),
        Wording(
            "GEN-02", .satisfied, .daily, .PT,
            "Dx: right CVA with left hemiparesis. Affected L arm 3/5."),
    ])
    func sidesInLettersAndCodes(wording: Wording) { wording.check() }
}
