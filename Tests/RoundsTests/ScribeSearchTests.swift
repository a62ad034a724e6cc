import Documents
import Kernel
import TestSupport
import Testing

/// Search as people meet it: what they find is what they see.
@Suite struct ScribeSearchTests {
    @Test("A sentence is found with its second, its session and its words", arguments: TestEngine.available)
    func found(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let recording = try await school.transcribed([
                "The heart has four chambers.", "Déjà vu is no symptom of it.", "The left ventricle fails first.",
            ])
            let answer = try await school.teacher.get("/api/v1/scribe/search?q=ventricle%20LEFT")
            let hit = try #require(answer["items"]?.array?.first)
            #expect(answer["items"]?.array?.count == 1 && answer["total"] == 1 && answer["next"] == .null)
            #expect(answer["moreThan"] == .null)
            #expect(hit["session"]?["id"]?.string == school.session && hit["session"]?["title"] == "The heart")
            #expect(hit["session"]?["date"] == "2026-11-21" && hit["module"]?["code"] == "ANA101")
            #expect(hit["source"] == "transcript" && hit["recording"]?.string == recording && hit["start"] == 2)
            #expect(hit["attachment"] == .null && hit["page"] == .null)
            let segments = try await school.segments(of: recording)
            #expect(hit["segment"] == segments[2]["id"])
            #expect(
                hit["snippet"]
                    == .array([
                        .piece("The ", false), .piece("left", true), .piece(" ", false), .piece("ventricle", true),
                        .piece(" fails first.", false),
                    ]))
            for (query, count) in [
                ("deja", 1), ("%22four%20chambers%22", 1), ("%22chambers%20four%22", 0), ("ventric*", 1), ("the", 2),
                ("", 0),
                ("%22", 0), ("heart%20ventricle", 0), ("AND%20(%20*", 0),
            ] as [(String, Int)] {
                let answer = try await school.teacher.get("/api/v1/scribe/search?q=\(query)")
                #expect(answer.status == 200 && answer["items"]?.array?.count == count, "\(query)")
            }
        }
    }

    @Test("A file without pages to turn to has no page number, in search as in a citation")
    func pages() async throws {
        try await ScribeSchool.with { school in
            let sheet = WorkbookWriter.bytes([
                WorkbookWriter.Sheet(
                    name: "Cells", columns: [WorkbookWriter.Column("Cell")], rows: [[.text("astrocyte")]])
            ])
            for (name, bytes) in [
                ("Cells.xlsx", sheet), ("Cells.txt", Array("Microglia are cells that eat others.".utf8)),
            ] {
                _ = try await school.send(bytes, name: name, purpose: "attachment")
            }
            try await school.work(.saying([]))
            for (word, page) in [("astrocyte", JSONValue.integer(1)), ("microglia", .null)] {
                let answer = try await school.teacher.get("/api/v1/scribe/search?q=\(word)")
                #expect(answer["items"]?.array?.map { $0["page"] ?? "missing" } == [page], "\(word)")
            }
            let asked = try await school.teacher.post(
                "/api/v1/scribe/questions", ["session": .string(school.session), "question": "What are microglia?"])
            #expect(asked["citations"]?.array?.map { $0["page"] ?? "missing" } == [.null])
        }
    }

    @Test(
        "Students find what is shared with them, teachers what they teach, nobody another's note",
        arguments: TestEngine.available)
    func sight(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            func count(_ client: Client, _ more: String = "") async throws -> Int? {
                let answer = try await client.get("/api/v1/scribe/search?q=heart" + more)
                #expect(answer["total"]?.integer == answer["items"]?.array.map { Int64($0.count) })
                return answer["items"]?.array?.count
            }
            let id = try await school.transcribed(["The heart."])
            _ = try await school.recording(to: school.other)
            try await school.work(.saying(["The heart, elsewhere."]))
            #expect(try await count(school.owner) == 2)
            #expect(try await count(school.teacher) == 1)
            #expect(try await count(school.student) == 0)
            #expect(try await count(school.owner, "&session=\(school.other)") == 1)
            #expect(try await count(school.owner, "&module=\(school.module)") == 2)
            #expect(try await count(school.owner, "&module=\(school.session)") == 0)
            #expect(try await school.teacher.get("/api/v1/scribe/search?q=heart&session=\(school.other)").status == 404)

            _ = try await school.teacher.patch("/api/v1/scribe/recordings/\(id)", ["shared": true])
            #expect(try await count(school.student) == 1)
            let note: JSONValue = ["text": "My heart is mine.", "version": 0]
            #expect(try await school.student.put("/api/v1/scribe/sessions/\(school.session)/note", note).status == 200)
            #expect(try await count(school.student) == 2)
            #expect(try await count(school.teacher) == 1)
            #expect(try await count(school.owner) == 2)

            #expect(try await school.teacher.delete("/api/v1/scribe/recordings/\(id)").status < 300)
            #expect(try await count(school.student) == 1)
            #expect(try await count(school.teacher) == 0)
        }
    }

    @Test("An edited sentence is found by its new words only, and pages follow each other")
    func changes() async throws {
        try await ScribeSchool.with { school in
            let recording = try await school.transcribed((0..<7).map { "The heart, part \($0)." })
            let segment = try #require(try await school.segments(of: recording)[3]["id"]?.string)
            let edited = try await school.teacher.patch(
                "/api/v1/scribe/segments/\(segment)", ["text": "The liver, part 3.", "version": 1])
            #expect(edited.status == 200)
            let liver = try await school.teacher.get("/api/v1/scribe/search?q=liver")
            #expect(liver["items"]?.array?.count == 1)
            var starts: [Int64?] = []
            var cursor = ""
            repeat {
                let page = try await school.teacher.get("/api/v1/scribe/search?q=heart&limit=4" + cursor)
                #expect(page["total"] == 6)
                starts += (page["items"]?.array ?? []).map { $0["start"]?.integer }
                cursor = page["next"]?.string.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(starts == [0, 1, 2, 4, 5, 6])
            #expect(try await school.teacher.get("/api/v1/scribe/search?q=heart&cursor=nonsense").status == 422)
            #expect(try await school.teacher.get("/api/v1/scribe/search?q=heart&limit=51").status >= 400)
        }
    }
}

extension JSONValue {
    fileprivate static func piece(_ text: String, _ hit: Bool) -> JSONValue {
        .object(["text": .string(text), "hit": .bool(hit)])
    }
}
