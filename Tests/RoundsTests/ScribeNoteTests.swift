import HTTPTypes
import Kernel
import TestSupport
import Testing

/// Personal notes over HTTP.
@Suite struct ScribeNoteTests {
    private func note(_ session: String) -> String { "/api/v1/scribe/sessions/\(session)/note" }

    @Test(arguments: TestEngine.available)
    func aNoteIsItsAuthorsAlone(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            _ = try await school.shared(["The heart."])
            let place = note(school.session)
            #expect(try await school.student.get(place)["version"] == 0)
            let written = try await school.student.put(place, ["text": "# Mine\n[00:01] valves", "version": 0])
            #expect(written.status == 200 && written["version"] == 1)
            for other in [school.owner, school.teacher] {
                #expect(try await other.get(place)["text"] == "")
                #expect(try await other.get("/api/v1/scribe/notes")["items"] == [])
            }
            let items = try await school.student.get("/api/v1/scribe/notes")["items"]?.array
            #expect(items?.count == 1 && items?.first?["excerpt"] == "Mine")
            #expect(items?.first?["session"]?["title"] == "The heart")
        }
    }

    @Test func theSecondOfTwoDevicesIsShownTheOther() async throws {
        try await ScribeSchool.with { school in
            let place = note(school.session)
            _ = try await school.teacher.put(place, ["text": "phone", "version": 0])
            let stale = try await school.teacher.put(place, ["text": "laptop", "version": 0])
            #expect(stale.status == 409 && stale.code == "stale_version")
            #expect(stale["current"]?["text"] == "phone" && stale["current"]?["version"] == 1)
            #expect(try await school.teacher.put(place, ["text": "phone", "version": 0])["version"] == 1, "sent twice")
            #expect(try await school.teacher.put(place, ["text": "both", "version": 1])["version"] == 2)
            #expect(try await school.teacher.put(place, ["text": "", "version": 2])["version"] == 3)
            #expect(try await school.teacher.get("/api/v1/scribe/notes")["items"] == [], "an empty note is none")
            #expect(try await school.teacher.put(place, ["text": "x", "version": 9]).status == 409)
        }
    }

    @Test func fortyWritesAtOnceLoseNothingInSilence() async throws {
        try await ScribeSchool.with { school in
            let place = note(school.session)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await school.teacher.put(place, ["text": .string("text \(number)"), "version": 0]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1 && statuses.count { $0 == 409 } == 39)
        }
    }

    @Test(arguments: [
        (#"{"text": 1, "version": 0}"#, 422), (#"{"text": "x"}"#, 422), (#"{"text": "x", "version": "0"}"#, 422),
        (#"{"text": "a\u0000b", "version": 0}"#, 422), (#"{"text": null, "version": 0}"#, 422), ("[", 400), ("", 400),
    ])
    func badInputIsRefused(body: String, status: Int) async throws {
        try await ScribeSchool.with { school in
            let answer = try await school.teacher.send(
                .put, note(school.session), body: Array(body.utf8), [.contentType: "application/json"])
            #expect(answer.status == status)
        }
    }

    @Test func aNoteHasALimitAndASession() async throws {
        try await ScribeSchool.with { school async throws in
            let long = JSONValue.string(String(repeating: "x", count: (512 << 10) + 1))
            #expect(try await school.teacher.put(note(school.session), ["text": long, "version": 0]).status == 422)
            #expect(try await school.student.get(note(school.other)).status == 404)
            #expect(try await school.student.put(note(school.other), ["text": "x", "version": 0]).status == 404)
            #expect(try await school.teacher.get("/api/v1/scribe/notes?cursor=x").status == 422)
        }
    }
}
