import Kernel
import Testing

@testable import Compliance

@Suite struct CertificationTests {
    private func evaluation(_ date: String, _ certification: String, asOf: String = "2026-11-21") -> Judged {
        Judged(
            """
            Physical Therapy Initial Evaluation
            Date of service: \(date)

            Plan
            PT 2x/week for 8 weeks.

            \(certification)

            Signed: Noor Vale, PT, DPT \(date)
            """, type: .evaluation, discipline: .PT, asOf: asOf)
    }

    /// Situation 3.
    @Test func aSignatureAfterFortyNineDaysIsLateAndTheReasonCountsThem() throws {
        let late = evaluation("03/02/2025", "Certification\nPlan certified by I. Mora, MD, signed 04/20/2025.")
        let finding = try #require(late["POC-10"])
        #expect(finding.status == .violated)
        #expect(finding.reason.contains("49 days"))
        #expect(late.status("POC-09") == .satisfied)
    }

    @Test(arguments: [
        "Physician certification: I certify the need for it. Noor Siddiqi, M.D. 27 March 2024",
        "I have reviewed this plan and certify the need.\nN. Siddiqi, M.D.\n3/20/2024",
        "Cert: Lee Ott, N.P. - 3/20/24", "3/20/2024 Dr. Ott signed plan of care.",
        "Plan of care cosigned by Ann Marsh, CNS on 03/18/24", "Signed plan back from Dr. Lund 03/19/2024.",
    ])
    func aDateStandsOnEitherSideOfAPractitioner(certification: String) {
        #expect(evaluation("03/03/2024", certification).status("POC-09") == .satisfied, "\(certification)")
    }

    @Test func aPlanSentForSignatureIsNotSigned() {
        let sent = "POC faxed to Dr. Siddiqi for certification signature 3/4/24, awaiting return."
        #expect(evaluation("03/03/2024", sent).status("POC-09") == .violated)
    }

    /// Situation 3: in the sentence of the signature, behind it, or apart.
    @Test(arguments: [
        "Certification\nPlan re-sent while the physician was on leave; certified by I. Mora, MD, signed 04/20/2025.",
        "Physician signature: I. Mora, MD 04/20/2025. Plan re-sent while the physician was on leave.",
        "Plan was re-sent while the physician was on leave.\n\nCertified by I. Mora, MD, 04/20/2025",
    ])
    func anExplainedDelayPassesAndIsQuoted(_ certification: String) throws {
        let explained = evaluation("03/02/2025", certification)
        let finding = try #require(explained["POC-10"])
        #expect(finding.status == .satisfied)
        #expect(finding.evidence.contains { $0.quote.contains("re-sent while the physician was on leave") })
    }

    /// Situation 4.
    @Test func withinThirtyDaysCertificationIsPendingAndLeavesTheScoreAlone() throws {
        let early = evaluation("03/03/2025", "", asOf: "2025-03-08")
        let finding = try #require(early["POC-09"])
        #expect(finding.status == .pending)
        #expect(finding.due == CivilDate("2025-04-02"))
        #expect(finding.reason.contains("2025-04-02"))
        let late = evaluation("03/03/2025", "", asOf: "2025-04-03")
        #expect(late.status("POC-09") == .violated)
        let weight = try #require(late.review.score).denominator - (try #require(early.review.score)).denominator
        #expect(weight == Severity.high.weight)
    }

    @Test func theThirtiethDayIsStillInTime() {
        #expect(evaluation("03/03/2025", "", asOf: "2025-04-02").status("POC-09") == .pending)
    }

    /// Situation 4.
    @Test func from2025ASignedReferralAndAFaxConfirmationStandInForTheSignature() throws {
        func text(_ year: Int) -> String {
            "Signed and dated referral from Dr. Mora (02/27/\(year)) on file. Plan of care faxed 03/12/\(year), fax confirmation on file."
        }
        let finding = try #require(evaluation("03/03/2025", text(2025))["POC-09"])
        #expect(finding.status == .satisfied)
        #expect(finding.reason.contains("signed and dated order on file"))
        #expect(evaluation("03/03/2024", text(2024)).status("POC-09") == .violated)
    }

    @Test(arguments: [
        "Signed referral from Dr. Mora dated 02/27/2025 on file. Plan of care faxed 04/20/2025, confirmation on file.",
        "Signed referral from Dr. Mora dated 02/27/2025 on file.",
        "Plan of care faxed to Dr. Mora 03/12/2025, confirmation on file.",
    ])
    func theExceptionNeedsOrderAndTimelySending(text: String) {
        #expect(evaluation("03/03/2025", text).status("POC-09") == .violated)
    }

    @Test(arguments: [
        "Certification\nI certify the need for these services. Physician: Ada Bloom, MD  Date: 03/10/2025",
        "Certification: POC signed by Dr. Bloom 3/10/25",
        "Signed plan of care returned 03/10/2025 (A. Bloom, PA-C).",
        "Physician/NPP signature: Ada Bloom, FNP-BC   Date: Mar 10, 2025",
        "Cert: e-signed by Ada Bloom, DO on 2025-03-10",
    ])
    func aPractitionersDatedSignatureCertifies(text: String) {
        let judged = evaluation("03/03/2025", text)
        #expect(judged.status("POC-09") == .satisfied)
        #expect(judged.status("POC-10") == .satisfied)
        #expect(judged.status("POC-11") == .satisfied)
    }

    @Test(arguments: [
        "CPR certification current, renewed 03/05/2025.",
        "Disability certification form signed by Dr. Bloom 03/05/2025.",
        "Physician signature: ______________  Date: ________",
        "Certification: pending; plan sent to Dr. Bloom 03/04/2025.",
        "Seen with Jo Reed, certified hand therapist, on 03/04/2025.",
    ])
    func whatOnlySoundsLikeItDoesNot(text: String) {
        #expect(evaluation("03/03/2025", text).status("POC-09") == .violated)
    }

    @Test(arguments: [
        ("A. Bloom, DC", FindingStatus.violated), ("Al Bloom, chiropractor,", .violated), ("A. Bloom, DDS", .violated),
        ("A. Bloom, MD", .satisfied), ("A. Bloom, DO", .satisfied), ("A. Bloom, ARNP", .satisfied),
        ("A. Bloom, CNS", .satisfied),
        ("A. Bloom, DPM", .satisfied),
    ])
    func notEveryPractitionerMayCertify(who: String, status: FindingStatus) {
        #expect(
            evaluation("03/03/2025", "Certification\nPlan certified by \(who) signed 03/10/2025.").status("POC-11")
                == status)
    }

    @Test(arguments: [("03/18/2025", FindingStatus.satisfied), ("03/19/2025", .violated)])
    func aVerbalOrderIsSignedWithinFourteenDays(signed: String, status: FindingStatus) {
        let judged = evaluation(
            "03/03/2025", "Certification\nVerbal order to certify from Dr. Bloom 03/04/2025; signed \(signed).")
        #expect(judged.status("POC-12") == status)
    }
}
