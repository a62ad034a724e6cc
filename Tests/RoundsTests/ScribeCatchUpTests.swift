import Kernel
import TestSupport
import Testing

/// A student who was marked absent catches up, and the absence shows it.
@Suite struct ScribeCatchUpTests {
    private func mark(_ status: String, _ school: ScribeSchool) async throws {
        let person = try await school.student.get("/api/v1/me")["user"]?["personId"] ?? .null
        let answer = try await school.owner.post(
            "/api/v1/attendance/records",
            ["session": .string(school.session), "student": person, "status": .string(status)])
        #expect(answer.status == 200)
    }

    @Test(arguments: TestEngine.available)
    func anAbsenceHasItsPack(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let recording = try await school.transcribed(["The heart."])
            let list = "/api/v1/scribe/catch-up"
            let place = "/api/v1/scribe/sessions/\(school.session)/catch-up"
            #expect(try await school.student.get(list)["items"] == [], "not absent")
            #expect(try await school.student.post(place + "/opened").code == "not_absent")
            try await mark("absent", school)
            #expect(try await school.student.get(list)["items"] == [], "nothing is shared")
            _ = try await school.owner.patch("/api/v1/scribe/recordings/\(recording)", ["shared": true])
            let missed = try await school.student.get(list)["items"]?.array
            #expect(missed?.count == 1 && missed?.first?["session"]?["id"] == .string(school.session))
            #expect(missed?.first?["session"]?["absent"] == true && missed?.first?["openedAt"] == .null)

            let before = try await school.teacher.get(place)["items"]?.array
            #expect(before?.count == 1 && before?.first?["status"] == "absent" && before?.first?["openedAt"] == .null)
            let opened = try await school.student.post(place + "/opened")
            #expect(opened.status == 200)
            #expect(
                try await school.student.post(place + "/opened")["openedAt"] == opened["openedAt"],
                "the first time stays")
            let after = try await school.teacher.get(place)["items"]?.array?.first
            #expect(after?["openedAt"] == opened["openedAt"] && after?["times"] == 2 && after?["number"] == "S1")
            #expect(try await school.student.get(list)["items"]?.array?.first?["openedAt"] == opened["openedAt"])

            let person = after?["person"]?.string ?? ""
            let record = try await school.owner.get("/api/v1/people/\(person)/record?from=2026-11-01&to=2026-12-01")
            #expect(record["sessions"]?.array?.first?["catchUpOpenedAt"] == opened["openedAt"])

            try await mark("present", school)
            #expect(try await school.student.get(list)["items"] == [])
            let kept = try await school.teacher.get(place)["items"]?.array?.first
            #expect(kept?["status"] == .null && kept?["openedAt"] == opened["openedAt"], "the opening stays")
        }
    }

    @Test func othersHaveNoPack() async throws {
        try await ScribeSchool.with { school in
            let place = "/api/v1/scribe/sessions/\(school.session)/catch-up"
            _ = try await school.shared(["The heart."])
            #expect(try await school.student.get(place).status == 403)
            #expect(try await school.teacher.post(place + "/opened").code == "not_absent")
            #expect(try await school.teacher.get("/api/v1/scribe/catch-up")["items"] == [])
            let other = "/api/v1/scribe/sessions/\(school.other)/catch-up"
            #expect(try await school.student.post(other + "/opened").status == 404)
            #expect(try await school.teacher.get(other).status == 404)
        }
    }
}
