import Testing

@testable import Compliance

/// Signatures as record systems and hands write them, and what only looks like one.
@Suite struct SignatureWordingTests {
    @Test(arguments: [
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nA. Oduya, PT, SCS   e-sign 02/14/2025 15:11"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nMara Zell, DPT    Electronically signed Mar 27, 2025"),
        Wording(
            "TXN-05", .satisfied, .daily, .OT,
            "Dressing.\nMara Zell, MOT, OTR/L, CHT    Electronically signed Mar 27, 2025 at 4:10 "
                + "PM"),
        Wording(
            "TXN-05", .satisfied, .daily, .OT,
            "Dressing.\nStudent: P. Grange, OTS.  Constance Ash, OTR/L, April 30, 2025"),
        Wording(
            "TXN-05", .satisfied, .daily, .SLP,
            "Naming.\nIgnacio Plum, MA, CCC-SLP / February 26th, 2026 / license SLP 2291 WY"),
        Wording(
            "TXN-05", .satisfied, .daily, .SLP,
            "Naming.\nAUTHENTICATED BY: Bart Nyquist, M.C.D., CCC-SLP    2025/08/07 11:20"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nTherapist: Otti Brand, PT, DPT, Oct 30 2025 (electronic)"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nPelle Margo, PTA   01/28/26      Supervising PT: Alden Crowell, PT "
                + "(general supervision, reached by phone)"),
        Wording(
            "TXN-05", .satisfied, .daily, .SLP,
            "naming 20 min, log VP-88203-AL.\ns. bettencourt, m.a., ccc-slp, 5-5-26"),
        Wording(
            "TXN-05", .satisfied, .daily, .OT,
            "aarom w/ dowel AAROM, policy HP-2209914\njo stubble cota/l 6/24/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT, DPT, Lic #PT12345, 3/4/25 2:15 PM EST"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe PT | 03/04/2025 | 14:15 | Electronically signed"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nSigned: Jane Roe, PT\nDate: 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nThis document was electronically signed by Jane Roe, PT, DPT on "
                + "3/4/2025 at 2:15 PM"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nElectronically signed on 3/4/2025 at 2:15 PM by Jane Roe, PT, DPT"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\n3/4/2025 Jane Roe, PT"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT 3/4/25 - note completed same day"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nTherapist Signature: Jane Roe, PT, DPT  Date: 3/4/25  Time: 1415"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nTom Hale, SPT 3/4/25   Co-signed: Jane Roe, PT 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nTom Hale, SPT / Jane Roe, PT, DPT  3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT, DPT (signed electronically)"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT, DPT\nElectronically signed: 3/4/2025 3:15 PM"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT, DPT, OCS, FAAOMPT, C/NDT, STMT-1 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\n| Signed by | Jane Roe, PT | 3/4/25 |"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, Physical Therapist, 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nSigned, Jane Roe, PT  3/4/25 (late entry)"),
        Wording(
            "TXN-05", .satisfied, .daily, .OT,
            "Dressing.\nrendered and signed by: Ana Ruiz, M.O.T., OTR 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\n/s/ M. Kim, MPT 3/4/25"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT, 3/4/25    cc: Dr. Hall"),
        Wording(
            "TXN-05", .satisfied, .daily, .PT,
            "Gait training.\nJane Roe, PT 3/4/25   Patient signature: ____________"),
    ])
    func signatures(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nTom Hale, SPT 3/4/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nTom Hale, SPT 3/4/25   Supervising PT: ______________"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nTom Hale, SPT 3/4/25   Supervising PT: Jane Roe, PT"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nJane Roe 3/4/25 electronically signed"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nSignature: ______________ Jane Roe, PT"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training with Jane Roe, PT on 3/4/25."),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nReferred by Dr. Hall, MD 3/4/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nNext visit with Jane Roe, PT 3/11/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nPlan: Jane Roe, PT will progress load on 3/11/25."),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nJane Roe, PT 3/4/25 - awaiting signature"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nScheduled: Jane Roe, PT 3/11/25 9:00"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "Gait training.\nNote is NOT signed"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "gait training.\ntolerated skilled pt 3/4/25"),
        Wording(
            "TXN-05", .violated, .daily, .PT,
            "gait training.\nreturn to clinic for pt 3/11/25"),
    ])
    func noSignatures(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT\n3/4/2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT     Date: 3/4/2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nTherapist: Jane Roe, PT 3/4/25     Physician: Al Hall, MD "
                + "3/9/25"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nPT signature: Jane Roe, PT 3/4/25 / Physician signature: Al "
                + "Hall, MD 3/9/25"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT  March 4, 2025, 3:15 PM   License 12345 (TX)"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nElectronically signed by:\nJane Roe, PT, DPT\n3/4/2025 3:15 PM"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nSigned by Jane Roe, PT, DPT (Physical Therapist) on the 4th "
                + "of March 2025"),
        Wording(
            "POC-08", .satisfied, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT  e-signed 3/4/25     Al Hall, MD  signed 3/9/25"),
        Wording(
            "POC-08", .satisfied, .evaluation, .OT,
            "Plan: 2x/wk x 8 wks.\nDate: 3/4/25   Therapist: Ana Ruiz, OTR/L"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT     Physician: Al Hall, MD 3/9/25"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT\nDate: ____________"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe, PT, DPT\n\nCertified by Al Hall, MD 3/9/25"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nPhysician signature: Al Hall, MD 3/9/25"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nTherapist: ____________ Date: ______\nAl Hall, MD 3/9/25"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nJane Roe 3/4/25"),
        Wording(
            "POC-08", .violated, .evaluation, .PT,
            "Plan: 2x/wk x 8 wks.\nDRAFT - Jane Roe, PT 3/4/25"),
    ])
    func datesBesideSignatures(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "PRG-02", .satisfied, .progress, .PT,
            "Continue 2x/wk.\nTherapist: Otti Brand, PT, DPT, Oct 30 2025 (electronic)"),
        Wording(
            "PRG-02", .satisfied, .progress, .PT,
            "Continue 2x/wk.\nCo-written with T. Hale, PTA. /s/ Jane Roe, PT 3/4/25"),
        Wording(
            "PRG-02", .violated, .progress, .PT,
            "Continue 2x/wk.\nPelle Margo, PTA 01/28/26   Supervising PT: Alden Crowell, PT "
                + "(available by phone)"),
        Wording(
            "PRG-02", .violated, .progress, .OT,
            "Continue 2x/wk.\nPelle Margo, COTA/L 1/28/26; supervising OT Ana Ruiz, OTR/L"),
        Wording(
            "PRG-02", .satisfied, .progress, .PT,
            "Continue 2x/wk.\nPelle Margo, PTA 01/28/26   Co-signed: Alden Crowell, PT 1/29/26"),
    ])
    func supervisorsAndCosigners(wording: Wording) { wording.check() }

    @Test(arguments: [
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "Pelle Margo, PTA   Supervising PT: Alden Crowell, PT\n97110 GP 2 units 30 "
                + "min\nPelle Margo, PTA 1/28/26   Supervising PT: Alden Crowell, PT"),
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "97110 GP 2 units 30 min\nPelle Margo, PTA 1/28/26   Supervising PT: Alden Crowell, "
                + "PT (on site)"),
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "Treating provider: Pelle Margo, PTA; supervising PT: Alden Crowell, PT\n97110 GP 2 "
                + "units 30 min"),
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "Interventions (by PTA): gait training.\n97116 GP 2 units 30 min\nAlden Crowell, PT "
                + "1/28/26"),
        Wording(
            "BIL-05", .violated, .daily, .OT,
            "Treated by: Pelle Margo, COTA/L\n97535 GO 2 units 30 min\nCo-signed: Ana Ruiz, "
                + "OTR/L 1/28/26"),
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "97110 GP 2 units 30 min\nPelle Margo, PTA 1/28/26\nCo-signed by Alden Crowell, PT "
                + "1/28/26"),
        Wording(
            "BIL-05", .satisfied, .daily, .PT,
            "97110 GP CQ 2 units 30 min\nPelle Margo, PTA 1/28/26   Supervising PT: Alden "
                + "Crowell, PT"),
        Wording(
            "BIL-05", .satisfied, .daily, .PT,
            "Interventions (by PTA): gait training.\n97116 GP CQ 2 units 30 min\nPelle Margo, "
                + "PTA 1/28/26"),
        Wording(
            "BIL-05", .notApplicable, .daily, .PT,
            "97110 GP 2 units 30 min\nAlden Crowell, PT 1/28/26"),
        Wording(
            "BIL-05", .notApplicable, .daily, .PT,
            "Discussed progression with PTA Pelle Margo.\n97110 GP 2 units 30 min\nAlden "
                + "Crowell, PT 1/28/26"),
        Wording(
            "BIL-05", .notApplicable, .daily, .PT,
            "Plan: next visit with PTA.\n97110 GP 2 units 30 min\nAlden Crowell, PT 1/28/26"),
        Wording(
            "BIL-05", .notApplicable, .daily, .PT,
            "Supervising PT: Alden Crowell, PT\n97110 GP 2 units 30 min\nTom Hale, SPT; Alden "
                + "Crowell, PT 1/28/26"),
        Wording(
            "BIL-05", .satisfied, .daily, .PT,
            "PTA provided 3 of 45 minutes.\n97110 GP 3 units 45 min\nAlden Crowell, PT 1/28/26"),
        Wording(
            "BIL-05", .violated, .daily, .PT,
            "Provider: Pelle Margo, PTA\n97110 GP 2 units 30 min"),
        Wording(
            "BIL-05", .notApplicable, .daily, .PT,
            "Provider: Alden Crowell, PT\nCase shared with Pelle Margo, PTA\n97110 GP 2 units 30 "
                + "min"),
    ])
    func assistantsAreToldFromTheirSupervisors(wording: Wording) { wording.check() }
}
