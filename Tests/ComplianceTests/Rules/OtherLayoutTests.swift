import Testing

@testable import Compliance

/// Labels, columns and prose of record systems that set the same elements in other ways.
@Suite struct OtherLayoutTests {
    @Test(arguments: [
        Wording(
            "DSC-01", .satisfied, .discharge, .PT,
            "Discharge Summary\nWhy care ended: he reached everything he had asked for."),
        Wording(
            "DSC-01", .undeterminable, .discharge, .PT,
            "Discharge Summary\nREASON FOR STOPPING THERAPY\nThe season of harvest begins and the farm "
                + "wants him."),
        Wording(
            "DSC-01", .violated, .discharge, .PT,
            "Discharge Summary\nReason for discharge: TBD\nSeen 12 visits."),
        Wording(
            "DSC-01", .satisfied, .discharge, .OT,
            "Discharge Summary\n2 REASON FOR ENDING CARE\nMoves to Toledo to live with her son.\nnote text"),
        Wording(
            "DSC-01", .violated, .discharge, .OT,
            "Discharge Summary\nSeen for 9 visits. Moves to standing with one hand."),
        Wording(
            "DSC-01", .satisfied, .discharge, .SLP,
            "Discharge Summary\nNo more sessions were wanted by the client."),
        Wording(
            "DSC-01", .violated, .discharge, .OT,
            "Discharge\nREASON FOR DISCHARGE:\nPlease call with questions."),
    ])
    func whyTherapyEnded(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "DSC-02", .satisfied, .discharge, .SLP,
            "Discharge Summary\n2 RESULTS          first      last\nIntensity, reading     61 dB      73 "
                + "dB\nall fine"),
        Wording(
            "DSC-02", .satisfied, .discharge, .SLP,
            "Discharge Summary\nMeasures, intake and exit\nRBANS immediate memory: 69, 88\nProspective "
                + "tasks: 3 of 10, 8 of 10"),
        Wording(
            "DSC-02", .satisfied, .discharge, .PT,
            "Discharge Summary\nMeasures at start and finish\nBerg: 34/56, 50/56"),
        Wording(
            "DSC-02", .satisfied, .discharge, .PT,
            "Discharge Summary\nTest        Admission     Discharge\nTUG         21 s     11 s"),
        Wording(
            "DSC-02", .violated, .discharge, .PT,
            "Discharge Summary\nMeasures at exit\nBerg: 50/56\nTUG 11 s"),
        Wording(
            "DSC-02", .violated, .discharge, .PT,
            "Discharge Summary\nStrength\nHip flexion R 4/5, L 5/5"),
    ])
    func firstAndLastValues(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "DSC-03", .satisfied, .discharge, .OT,
            "Discharge Summary\ngoals\nltg a. dress alone ..... met\nltg b. cook 1 meal .... met\nltg c. "
                + "drive ..... not met"),
        Wording(
            "DSC-03", .violated, .discharge, .OT,
            "Discharge Summary\ngoals\nltg a. dress alone ..... met\nltg b. cook 1 meal in 20 min"),
        Wording(
            "DSC-03", .satisfied, .discharge, .SLP,
            "Discharge Summary\nSome text\n3 GOALS\nG1 be understood by barber ..... met\nG2 reading at 72 "
                + "dB ..... met\nG3 phone call, 90 % ..... partially met, 80 %"),
        Wording(
            "POC-03", .satisfied, .evaluation, .OT,
            "OT Evaluation\nLong-term goals, 8 weeks\nLTG 1 dress in 10 min\nLTG 2 grip 75 lb to open jars"),
        Wording(
            "POC-03", .satisfied, .evaluation, .OT,
            "OT Evaluation\nGoals, 6 weeks:\n1. dress in 10 min\n2. grip 75 lb to open jars"),
        Wording(
            "POC-03", .violated, .evaluation, .OT,
            "OT Evaluation\nLong-term goals, 8 weeks\nLTG 1 dress better\nLTG 2 grip 75 lb to open jars"),
        Wording(
            "DSC-03", .satisfied, .discharge, .OT,
            "Discharge\nWhy we stop: she has attained what we set out to do.\n\nHer goals. (a) Take "
                + "medicines 14 of 14: achieved. (b) Make breakfast: achieved."),
        Wording(
            "DSC-03", .violated, .discharge, .OT,
            "Discharge\nReason for discharge: 3) goals achieved\nDoing fine at home."),
    ])
    func goalsAsListsOfLettersAndNumbers(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "EVL-04", .satisfied, .evaluation, .SLP,
            "Eval\nA: moderate dysphonia. potential good, 6-8 wks."),
        Wording(
            "EVL-04", .satisfied, .evaluation, .PT,
            "Eval\nMy view: I expect a good outcome, and I put the time at eight weeks."),
        Wording(
            "EVL-04", .satisfied, .evaluation, .PT,
            "Eval\nWe foresee partial recovery of strength."),
        Wording(
            "EVL-04", .violated, .evaluation, .PT,
            "Eval\nThe patient has good insight and pain potential is high."),
        Wording(
            "EVL-04", .violated, .evaluation, .PT,
            "Eval\nShe expects to garden. Good family support."),
    ])
    func outcomeThatIsExpected(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "EVL-03", .violated, .evaluation, .PT,
            "PT Eval\nKnee aches on stairs.\nClinician  H. Nakagawa, PT, DPT   2.3.25"),
        Wording(
            "EVL-03", .satisfied, .evaluation, .PT,
            "PT Eval 2/3/25\nPt fell on 1/3/25 in the yard.\nH. Nakagawa, PT, DPT   2.3.25"),
    ])
    func signatureDateIsNoOnset(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "NEC-03", .notApplicable, .progress, .PT,
            "Progress Report\nCumberland Plateau Outpatient Rehab\nBerg 34/56 at eval, 42/56 today."),
        Wording(
            "NEC-03", .violated, .progress, .PT,
            "Progress Report\nPlateau noted in balance. Continue as is."),
        Wording(
            "NEC-03", .violated, .progress, .PT,
            "Progress Report\nGait: Plateau. Continue same program."),
        Wording(
            "NEC-03", .notApplicable, .progress, .PT,
            "Progress Report\nHigh Plateau Therapy Group\nBerg 34/56 at eval, 42/56 today."),
    ])
    func plateauInAName(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "PRG-06", .satisfied, .progress, .SLP,
            "Progress Report\n| Certified | Sept. 17, 2024 to Nov. 26, 2024, Dr. X |\n| Covers | Sept. 17, "
                + "2024 to Oct. 22, 2024, 10 treatment days |"),
        Wording(
            "PRG-06", .violated, .progress, .SLP,
            "Progress Report\n| Certified | Sept. 17, 2024 to Nov. 26, 2024, Dr. X |"),
        Wording(
            "PRG-06", .satisfied, .progress, .SLP,
            "Progress Report\n| Period | 9/17/24 - 10/22/24 |"),
    ])
    func periodInACellOfItsOwn(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "BIL-06", .satisfied, .daily, .OT,
            "Orthotic training (97760): 20 min, manual (97140): 10 min.\nCharges\n97760-GO 1 unit\n97140-GO "
                + "1 unit"),
        Wording(
            "BIL-06", .violated, .daily, .OT,
            "Charges\n97760-GO 1 unit\n97140 1 unit"),
        Wording(
            "BIL-06", .violated, .daily, .OT,
            "Charges\n97760-GP 1 unit\n97140-GO 1 unit"),
    ])
    func modifierWhereTheCodeIsCharged(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-03", .satisfied, .daily, .PT,
            "97110 2 units\nTimed-code minutes total: 52"),
        Wording(
            "TXN-03", .satisfied, .daily, .PT,
            "CPT   MOD  MIN  UNITS  DETAIL\n97110  GP    24    1    step-downs, 6 to 4 in, 8 of 10 "
                + "reps\n97140 GP 12 1 scar"),
        Wording(
            "TXN-03", .violated, .daily, .PT,
            "97110 GP 2 units step-downs 6 to 4 in\nTotal treatment 45 min"),
        Wording(
            "TXN-04", .violated, .daily, .PT,
            "97110 2 units\nTimed-code minutes total: 52"),
        Wording(
            "TXN-04", .satisfied, .daily, .PT,
            "97110 2 units\nTimed-code minutes total: 52   Total treatment minutes: 52"),
    ])
    func columnsAndTotalsOfMinutes(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-02", .satisfied, .daily, .PT,
            "97112 GP 15 min 1 unit - perturbed standing on foam; rest given when tremor rose."),
        Wording(
            "TXN-02", .satisfied, .daily, .OT,
            "97530 GO 8 min: drawer opened with the left hand while the elbow stayed supported against "
                + "gravity."),
        Wording(
            "TXN-02", .violated, .daily, .PT,
            "97110 GP 15 min 1 unit. Patient tolerated treatment well today without complaints."),
        Wording(
            "TXN-02", .violated, .daily, .PT,
            "97110 25 min, 97140 15 min. Treatment per flow sheet."),
    ])
    func whatWasDoneBesideItsCode(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-01", .satisfied, .daily, .OT,
            "OT tx note   18Jul2025   visit 6 (eval 30Jun2025 v1)   cert 30Jun2025-22Sep2025 dr A. "
                + "Tuiasosopo md 8Jul2025\ndressing training"),
        Wording(
            "TXN-01", .violated, .daily, .OT,
            "OT tx note\nPatient A B    dob 18Jul1955   chart 3   group of people who are here and there, "
                + "Erie\ndressing training\nA. Ott OTR/L 7/18/2025"),
        Wording(
            "TXN-01", .satisfied, .daily, .OT,
            "OT daily\nBirth date............ 22-Nov-1967\nVisit date............. 16-Sep-2025\nDressing "
                + "training"),
        Wording(
            "TXN-01", .violated, .daily, .OT,
            "OT daily\nBirth date................. 22-Nov-1967\nDressing training"),
    ])
    func dayBehindLeaderDotsOrInATitle(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-09", .satisfied, .evaluation, .PT,
            "PT Evaluation 9/16/2025\n\nPHYSICIAN CERTIFICATION: I certify the need for these "
                + "services.\nSignature on file: Ingrid Halvorsen, MD 29-Sep-2025"),
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "PT Evaluation 9/16/2025\n\nPHYSICIAN CERTIFICATION: I certify the need for these "
                + "services.\nSignature: ______ Date: _____\nBrannock Teague, PT, DPT 9/16/2025"),
        Wording(
            "POC-09", .violated, .evaluation, .PT,
            "PT Evaluation 9/16/2025\nPatient signature on file 9/16/2025\nBrannock Teague, PT, DPT "
                + "9/16/2025"),
        Wording(
            "POC-09", .satisfied, .evaluation, .PT,
            "PT Evaluation 9/16/2025\nBrannock Teague, PT, DPT 9/16/2025\nCERTIFICATION\nOn file, Ingrid "
                + "Halvorsen, NP, dated 9/29/2025"),
    ])
    func practitionersSignatureOnFile(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-02", .satisfied, .evaluation, .OT,
            "Goals for discharge (in 10 weeks)\n- dress in 10 min without help"),
        Wording(
            "POC-02", .violated, .evaluation, .OT,
            "STG by week 2\n1. dress in 10 min without help"),
        Wording(
            "PRG-04", .satisfied, .progress, .PT,
            "LTG 1 walk 500 ft: half way there\nLTG 2 stairs 12: reached"),
        Wording(
            "PRG-04", .violated, .progress, .PT,
            "LTG 1 walk 500 ft: half way there\nLTG 2 climb 12 stairs"),
    ])
    func goalsForDischargeAndHalfWay(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "DSC-05", .satisfied, .discharge, .PT,
            "A written programme of scanning practice, ten minutes a day, stays with her."),
        Wording(
            "DSC-05", .violated, .discharge, .PT,
            "The daughter stays with her at night."),
    ])
    func programThatStays(wording: Wording) { wording.check() }
}
