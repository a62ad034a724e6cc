import HTTPTypes
import Kernel
import TestSupport
import Testing

/// What nobody should send to Scribe, and what is said to it.
@Suite struct ScribeBadInputTests {
    /// Values of every JSON type, for members that want another.
    private static let wrong: [JSONValue] = [
        .null, true, -1, .number(1.5), .integer(.max), "x", "", [], [:], ["a": [1]], [[1]],
    ]

    @Test("A wrong type in any member is the sender's mistake, never ours")
    func types() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["One."])
            let segment = try #require(try await school.segments(of: id)[0]["id"]?.string)
            let upload = try #require(try await school.begin(["name": "a.wav", "size": 10])["id"]?.string)
            let base = "/api/v1/scribe"
            let routes: [(HTTPRequest.Method, String, [String: JSONValue])] = [
                (
                    .post, "/sessions/\(school.session)/uploads",
                    [
                        "name": "a", "size": 1, "purpose": "recording", "take": "t", "part": 0,
                        "startedAt": "2026-11-21T09:00:00Z",
                    ]
                ),
                (.post, "/uploads/\(upload)/finish", ["size": 10, "sha256": "x", "last": true, "parts": 1]),
                (.patch, "/sessions/\(school.session)", ["archived": true]),
                (.patch, "/recordings/\(id)", ["name": "a", "shared": true]),
                (.post, "/recordings/\(id)/transcribe", ["model": "none", "language": "en"]),
                (.patch, "/segments/\(segment)", ["text": "a", "speaker": "A", "version": 99]),
                (.post, "/segments/\(segment)/revert", ["version": 99]),
                (.put, "/recordings/\(id)/speakers/A", ["name": "a"]),
                (.post, "/recordings/\(id)/tags", ["start": 0, "end": 1, "label": "a", "shared": true]),
            ]
            for (method, path, good) in routes {
                for member in good.keys.sorted() {
                    for value in Self.wrong {
                        let body = JSONValue.object(good.merging([member: value]) { $1 })
                        let answer = try await school.teacher.send(
                            method, base + path, body: body.canonicalBytes, [.contentType: "application/json"])
                        #expect(answer.status < 500, "\(method) \(path) \(body.canonicalText) \(answer.text)")
                    }
                }
                for body in ["[]", "1", "\"x\"", "null", "{", "{}x", ""] {
                    let answer = try await school.teacher.send(
                        method, base + path, body: Array(body.utf8), [.contentType: "application/json"])
                    let isOptional = path.hasSuffix("/transcribe") && body.isEmpty
                    #expect(
                        (400..<500).contains(answer.status) || isOptional, "\(method) \(path) \(body) \(answer.status)")
                }
            }
        }
    }

    @Test("A refused member is named")
    func members() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["One.", "Two."])
            let tags = "/api/v1/scribe/recordings/\(id)/tags"
            let segments = "/api/v1/scribe/segments/\(try #require(try await school.segments(of: id)[0]["id"]?.string))"
            let uploads = "/api/v1/scribe/sessions/\(school.session)/uploads"
            let cases = [
                BadInputCase(.post, tags, ["start": -1, "end": 1, "label": "a"], 422, "invalid_input", field: "start"),
                BadInputCase(.post, tags, ["start": 1, "end": 0, "label": "a"], 422, "invalid_input", field: "end"),
                BadInputCase(.post, tags, ["start": 0, "end": 99, "label": "a"], 422, "invalid_input", field: "end"),
                BadInputCase(.post, tags, ["start": 0, "end": 1, "label": "  "], 422, "invalid_input", field: "label"),
                BadInputCase(
                    .post, tags, ["start": 0, "end": 1, "label": .string(String(repeating: "a", count: 101))], 422,
                    "invalid_input", field: "label"),
                BadInputCase(.patch, segments, ["text": "a\0b", "version": 1], 422, "invalid_input", field: "text"),
                BadInputCase(.patch, segments, ["speaker": "", "version": 1], 422, "invalid_input", field: "speaker"),
                BadInputCase(.patch, segments, ["text": "a"], 422, "invalid_input", field: "version"),
                BadInputCase(
                    .post, uploads, ["name": "a", "purpose": "film", "size": 1], 422, "invalid_input", field: "purpose"),
                BadInputCase(
                    .post, uploads, ["name": "a", "purpose": "recording", "size": -1], 422, "invalid_input",
                    field: "size"),
                BadInputCase(
                    .post, uploads, ["name": "a", "purpose": "recording", "part": 1], 422, "invalid_input",
                    field: "part"),
                BadInputCase(
                    .post, "/api/v1/scribe/recordings/\(id)/transcribe", ["model": "no-such-model"], 422,
                    "invalid_input", field: "model"),
                BadInputCase(
                    .post, "/api/v1/scribe/recordings/\(id)/transcribe", ["language": "english"], 422, "invalid_input",
                    field: "language"),
                BadInputCase(
                    .get, "/api/v1/scribe/sessions?cursor=nonsense", nil, 422, "invalid_input", field: "cursor"),
                BadInputCase(.get, "/api/v1/scribe/sessions?state=nonsense", nil, 422, "invalid_input", field: "state"),
                BadInputCase(
                    .get, "/api/v1/scribe/recordings/\(id)/transcript?at=nan", nil, 422, "invalid_input", field: "at"),
                BadInputCase(.get, "/api/v1/scribe/recordings/not-an-id", nil, 404, "not_found"),
                BadInputCase(.get, "/api/v1/scribe/recordings/\(Identifier.v7())", nil, 404, "unknown_recording"),
                BadInputCase(.get, "/api/v1/scribe/sessions/\(Identifier.v7())", nil, 404, "unknown_session"),
                BadInputCase(.get, "/api/v1/scribe/jobs/\(Identifier.v7())", nil, 404, "unknown_job"),
            ]
            for one in cases { try await one.check(school.teacher) }
        }
    }

    @Test("Forty tags at the same time are forty tags", arguments: TestEngine.available)
    func parallelTags(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let id = try await school.transcribed((0..<10).map { "Sentence \($0)." })
            let path = "/api/v1/scribe/recordings/\(id)/tags"
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await school.teacher.post(
                            path,
                            [
                                "start": .integer(Int64(number % 10)), "end": .integer(Int64(number % 10 + 1)),
                                "label": .string("tag \(number)"), "shared": .bool(number % 2 == 0),
                            ]
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 201, count: 40))
            let kept = try await school.teacher.get(path)["items"]?.array ?? []
            #expect(Set(kept.compactMap { $0["label"]?.string }) == Set((0..<40).map { "tag \($0)" }))
        }
    }

    @Test("Forty corrections of one segment at the same time: one is kept, the others hear of it")
    func parallelEdits() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(["One."])
            let segment = try #require(try await school.segments(of: id)[0]["id"]?.string)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await school.teacher.patch(
                            "/api/v1/scribe/segments/\(segment)", ["text": .string("Text \(number)"), "version": 1]
                        ).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1 && statuses.count { $0 == 409 } == 39)
        }
    }
}
