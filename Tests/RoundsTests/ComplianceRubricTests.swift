import Compliance
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import TestSupport
import Testing
import Web

/// Versions of the rules: drafted, tested, made active, rolled back.
@Suite struct ComplianceRubricTests {
    private static let base = ComplianceClinic.base + "/rubrics"

    /// One rule with an example of each kind.
    private static func pack(_ version: String, satisfied: String = "Discharged because all goals were met.") -> String
    {
        """
        rubric: {id: our-own, version: "\(version)"}
        rules:
          - id: DSC-01
            title: Reason for discharge is given
            severity: medium
            applies: {types: [discharge, daily]}
            sections: [assessment]
            check: present
            parameters: {patterns: ["discharged because ~6 met"]}
            citation: {publication: "Our handbook", section: "3"}
            tip: "Say why care ends."
            examples: {satisfied: ["\(satisfied)"], violated: ["Discharged today."]}
        """
    }

    @Test("Rules that cannot be read are told of, and those that are in the database go on being used")
    func brokenPack() async throws {
        try await ComplianceClinic.with { clinic in
            let well = clinic.app.application.compliance
            let store = ComplianceStore(
                database: well.database, clock: well.clock, jobs: well.jobs, vault: well.vault, school: well.school,
                bundled: Rubric.reading([RubricFile(name: "poc", text: "rules: [")]))
            #expect(well.isWell && !store.isWell)
            try await well.database.write { tx in
                _ = try tx.execute("UPDATE compliance_rubric SET yaml = \(Self.pack("9")), version = '9'")
            }
            #expect(try await store.activeRubric().rules.map(\.id) == ["DSC-01"])
            try await well.database.write { tx in _ = try tx.execute("DELETE FROM compliance_rubric") }
            try await store.prepareRubric()
            await #expect(throws: ComplianceError.rulesUnusable) { try await store.activeRubric() }
        }
    }

    @Test("Draft, test, activate, roll back; notes name the version that judged them", arguments: TestEngine.available)
    func versions(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let director = clinic.director
            let first = try #require(try await director.get(Self.base)["items"]?.array?.first)
            let standard = try #require(first["version"]?.string)
            #expect(first["state"] == "active" && first["author"] == .null)
            let draft = try await director.post(Self.base, ["from": .string(standard), "note": "Our own tips"])
            let version = try #require(draft["version"]?.string)
            #expect(draft.status == 201 && draft["state"] == "draft" && version != standard)
            let place = Self.base + "/\(version)"
            let whole = try await director.get(place)
            #expect(whole["problems"] == .array([]) && whole["yaml"]?.string?.contains(version) == true)
            let broken = try await director.put(place, ["yaml": .string(Self.pack(version) + "\n  nonsense: [1\n")])
            #expect(broken.status == 200 && broken["problems"]?.array?.isEmpty == false)
            #expect(try await director.post(place + "/activate", [:])["code"] == "rubric_is_invalid")
            let wrong = Self.pack(version, satisfied: "Discharged today, goals open.")
            #expect(try await director.put(place, ["yaml": .string(wrong)])["problems"] == .array([]))
            let failed = try await director.post(place + "/test", [:])
            #expect(failed["examples"]?["failed"]?.array?.first?["rule"] == "DSC-01", "\(failed.text)")
            #expect(try await director.post(place + "/activate", [:])["code"] == "rubric_examples_fail")

            let yaml = Self.pack(version)
            #expect(try await director.put(place, ["yaml": .string(yaml)])["problems"] == .array([]))
            let tested = try await director.post(place + "/test", [:])
            #expect(tested["examples"]?["passed"] == 2 && tested["examples"]?["failed"] == .array([]), "\(tested.text)")
            let before = try await clinic.add(ComplianceClinic.treatment)
            let active = try await director.post(place + "/activate", [:])
            #expect(active.status == 200 && active["state"] == "active", "\(active.text)")
            #expect(try await director.put(place, ["yaml": .string(yaml)])["code"] == "rubric_is_fixed")
            let after = try await clinic.add(ComplianceClinic.treatment)
            #expect(before["rubric"]?["version"]?.string == standard && after["rubric"]?["version"]?.string == version)
            #expect(after["cached"] == .bool(false))

            let back = try await director.post(Self.base + "/rollback", [:])
            #expect(back.status == 200 && back["version"]?.string == standard)
            #expect(try await director.post(Self.base + "/rollback", [:])["code"] == "nothing_to_roll_back_to")
            let old = try await clinic.get("/documents/\(after["id"]?.string ?? "")")
            #expect(old["rubric"]?["version"]?.string == version)
            #expect(try await clinic.therapist.get(Self.base).status == 403)
            #expect(try await director.get(Self.base + "/0.0").status == 404)
            let actions = try await clinic.actions().filter { $0.hasPrefix("rubric.") }
            #expect(
                actions == [
                    "rubric.install", "rubric.draft", "rubric.write", "rubric.write", "rubric.write", "rubric.activate",
                    "rubric.rollback",
                ])
        }
    }
}
