import Compliance
import Kernel
import Testing

/// Situations of the specification that rest on billing, visits, sides and signatures.
struct TreatmentSituationTests {
    private func finding(
        _ rule: String, _ text: String, type: NoteType = .daily, discipline: Discipline = .PT,
        asOf: String = "2026-11-21"
    ) throws -> Finding {
        let context = ReviewContext(asOf: try #require(CivilDate(asOf)), noteType: type, discipline: discipline)
        return try #require(Reviewer().review(NoteText(text), context).findings.first { $0.ruleId == rule })
    }

    @Test
    func `Situation 1: 25 and 20 minutes earn three units, not four`() throws {
        let over = try finding("BIL-01", "97110 25 min, 2 units GP\n97140 20 min, 2 units GP\nTotal timed: 45 min")
        #expect(over.status == .violated)
        #expect(over.reason.contains("earn 3 units"))
        #expect(over.reason.contains("97110 × 2, 97140 × 1"))
        #expect(over.reason.contains("4 are billed"))
        let right = try finding("BIL-01", "97110 33 min, 2 units GP\n97140 7 min, 1 unit GP\nTotal timed: 40 min")
        #expect(right.status == .satisfied)
    }

    @Test
    func `Situation 5: twelve treatment days since the report are too many, and no count tells nothing`() throws {
        let late = try finding("PRG-01", "Visit 13; last progress report at visit 1. Gait training.")
        #expect(late.status == .violated)
        #expect(late.reason.contains("12 treatment days"))
        let unknown = try finding("PRG-01", "Gait training with cues for step length.")
        #expect(unknown.status == .undeterminable)
        #expect(unknown.missing == ["count of treatment days"])
    }

    @Test(arguments: [("2025", FindingStatus.violated), ("2026", .satisfied)])
    func `Situation 6: 2420 dollars are past the threshold of 2025 and near that of 2026`(
        _ year: String, _ status: FindingStatus
    ) throws {
        let text = "DOS 10/02/\(year)\n97110 x 2 (30 min) GP\n$2,420 allowed so far in \(year)"
        let found = try finding("BIL-07", text)
        #expect(found.status == status)
        #expect((found.warning != nil) == (status == .satisfied))
    }

    @Test
    func `Situation 7: a right knee replacement and an affected left knee contradict each other`() throws {
        let text = "Right TKA on 2/3/2025. Exercises in sitting. Affected knee: left, flexion 85°."
        let found = try finding("GEN-02", text)
        #expect(found.status == .violated)
        #expect(found.evidence.map(\.quote).contains { $0.contains("Right TKA") })
        #expect(found.evidence.map(\.quote).contains { $0.contains("Affected knee: left") })
        let sound = try finding("GEN-02", "Right TKA on 2/3/2025. Uninvolved left side 5/5.")
        #expect(sound.status != .violated)
    }

    @Test(arguments: [
        "Gait training.\nTherapist signature: ______________________", "[DRAFT]\nGait training.",
        "Gait training. Pending co-sign.",
        "Gait training. Pt signed consent 3/4/25", "Gait training.\nSigned: Maria Kim 3/4/25",
        "Gait training.\nNote is NOT signed",
        "Gait training.\nSigned by clinic stamp, signature stamped.", "Gait training.",
    ])
    func `Situation 8: what is no signature`(_ text: String) throws {
        #expect(try finding("TXN-05", text).status == .violated)
    }

    @Test(arguments: [
        "Gait training.\n/s/ M. Kim, MPT 3/4/25",
        "Gait training.\nElectronically signed by Ada Roy, PT, DPT on 3/4/2025 4:10 PM",
        "Gait training.\n\nAda Roy, PT, DPT    3/4/2025", "Gait training.\nSignature: Roy, Ada PT 3/4/25",
        "Gait training.\nElectronically signed 3/4/2025 by Ada Roy, PTA",
        "gait training.\nsigned: ada roy, pt (3/4/25)",
    ])
    func `Situation 8: what is a signature`(_ text: String) throws {
        #expect(try finding("TXN-05", text).status == .satisfied)
    }
}
