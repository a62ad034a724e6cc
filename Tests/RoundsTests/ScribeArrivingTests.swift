import Kernel
import Persistence
import Rounds
import TestSupport
import Testing

/// When a card says that a recording arrives.
@Suite struct ScribeArrivingTests {
    private func state(_ school: ScribeSchool) async throws -> JSONValue? {
        try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)")["state"]
    }

    @Test(arguments: TestEngine.available)
    func onlyWhileBytesComeAndNothingIsThereYet(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            #expect(try await state(school) == "empty")
            let place = "/api/v1/scribe/sessions/\(school.session)/uploads"
            let begun = try await school.teacher.post(
                place, ["name": "a.wav", "size": 64_000, "purpose": "recording", "take": .null, "part": .null])
            let id = try #require(begun["id"]?.string)
            #expect(try await state(school) == "uploading")
            try await school.app.database.write { tx in
                try tx.execute("UPDATE scribe_upload SET touched_at = touched_at - 3600000")
            }
            #expect(try await state(school) == "empty", "nothing has come for an hour")
            #expect(try await school.teacher.append(id, [UInt8](repeating: 0, count: 100), at: 0).status == 200)
            #expect(try await state(school) == "uploading", "it goes on")
            _ = try await school.transcribed(["The heart."])
            #expect(try await state(school) == "ready", "what is there is told first")
        }
    }
}
