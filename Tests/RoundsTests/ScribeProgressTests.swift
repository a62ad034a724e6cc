import Foundation
import Kernel
import Speech
import Rounds
import TestSupport
import Testing
import Web

@testable import Scribe

/// What a page hears of a recording while it becomes text.
@Suite struct ScribeProgressTests {
    @Test("Progress comes as it is made, and the stream ends with the work")
    func progress() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.recording(Wave.tone(seconds: 2))
            let caller = Principal(userID: school.owner.userID ?? "", name: "Owner", role: .owner)
            let events = school.app.application.scribe.progress(of: id, for: caller)
            let listening = Task {
                var heard: [ServerEvent] = []
                for await event in events { heard.append(event) }
                return heard
            }
            try await school.work(.saying(["One.", "Two."]))
            let heard = await listening.value
            let states = try heard.map { try JSONParser.value($0.data)["state"]?.string ?? "" }
            #expect(states.first.map(["queued", "transcribing", "ready"].contains) == true)
            #expect(heard.last?.name == "done" && states.last == "ready")
            #expect(heard.dropLast().allSatisfy { $0.name == "progress" })
            let last = try JSONParser.value(heard.last?.data ?? "")
            #expect(last["done"] == 2 && last["duration"] == 2 && last["segments"] == 2 && last["remaining"] == .null)
        }
    }

    @Test("Out of reach nothing is told")
    func reach() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.recording()
            for role in [Role.teacher, .student] {
                let caller = Principal(userID: Identifier.v7(), name: "Nobody", role: role)
                var heard = 0
                for await _ in school.app.application.scribe.progress(of: id, for: caller) { heard += 1 }
                #expect(heard == 0)
            }
            #expect(try await school.student.get("/api/v1/scribe/recordings/\(id)/events").status == 404)
        }
    }
}
