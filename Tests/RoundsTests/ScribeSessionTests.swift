import Kernel
import TestSupport
import Testing

/// Sessions as a whole: their lists, the archive, and deleting everything that is kept for one.
@Suite struct ScribeSessionTests {
    @Test("What a deletion takes along is told, goes, and comes back", arguments: TestEngine.available)
    func contents(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let id = try await school.transcribed(["The heart has four chambers.", "Any questions?"])
            _ = try await school.teacher.post(
                "/api/v1/scribe/recordings/\(id)/tags", ["start": 0, "end": 1, "label": "exam", "shared": true])
            let attached = try await school.send(
                Array("# Heart\n\nFour valves.\n".utf8), name: "h.md", purpose: "attachment")
            #expect(attached.status == 201, "\(attached.text)")
            let path = "/api/v1/scribe/sessions/\(school.session)"
            let counts = try await school.teacher.get(path + "/contents")
            for (name, count) in [("recordings", 1), ("seconds", 2), ("segments", 2), ("tags", 1), ("attachments", 1)] {
                #expect(counts[name]?.integer == Int64(count), "\(name) \(counts.text)")
            }
            #expect(try await school.student.delete(path + "/contents").status == 403)
            #expect(try await school.teacher.delete(path + "/contents").status == 204)
            let empty = try await school.teacher.get("/api/v1/scribe/sessions")
            let card = empty["items"]?.array?.first { $0["id"]?.string == school.session }
            #expect(card?["state"] == "empty" && card?["recordings"] == 0 && card?["mayRestore"] == true)
            #expect(try await school.teacher.get("/api/v1/scribe/search?q=chambers")["items"]?.array?.isEmpty == true)
            #expect(try await school.teacher.get("/api/v1/scribe/recordings/\(id)").status == 404)
            #expect(try await school.teacher.post(path + "/contents/restore").status == 200)
            #expect(try await school.teacher.get(path + "/contents").json == counts.json)
            #expect(try await school.teacher.get("/api/v1/scribe/search?q=chambers")["items"]?.array?.count == 1)
            #expect(try await school.teacher.post(path + "/contents/restore").code == "nothing_to_restore")
        }
    }

    @Test("A session goes into the archive and is found there")
    func archive() async throws {
        try await ScribeSchool.with { school in
            let path = "/api/v1/scribe/sessions/\(school.session)"
            #expect(try await school.teacher.patch(path, ["archived": true])["archived"] == true)
            let kept = try await school.teacher.get("/api/v1/scribe/sessions?archived=false")
            #expect(kept["items"]?.array?.isEmpty == true)
            let archived = try await school.teacher.get("/api/v1/scribe/sessions?archived=true")
            #expect(archived["items"]?.array?.map { $0["id"]?.string } == [school.session])
        }
    }

    @Test("A list is read to its end, page by page")
    func pages() async throws {
        try await ScribeSchool.with { school in
            let group =
                try await school.owner.get("/api/v1/attendance/sessions/\(school.session)")["group"]?.string ?? ""
            for day in 10..<20 {
                _ = try await school.owner.make(
                    "/api/v1/attendance/sessions",
                    ["group": .string(group), "date": .string("2026-11-\(day)"), "start": "09:00"])
            }
            var seen: [String] = []
            var cursor = ""
            repeat {
                let page = try await school.owner.get("/api/v1/scribe/sessions?limit=5\(cursor)")
                let dates = page["items"]?.array?.compactMap { $0["date"]?.string } ?? []
                #expect((1...5).contains(dates.count))
                seen += dates
                cursor = page["next"]?.string.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(seen.count == 12 && seen == seen.sorted(by: >))
        }
    }

    @Test("A module counts its sessions, those with sound, and their seconds")
    func modules() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.recording(Wave.tone(seconds: 2))
            _ = try await school.recording(Wave.tone(seconds: 3))
            let modules = try await school.owner.get("/api/v1/scribe/modules")["items"]?.array ?? []
            #expect(modules.count == 1 && modules.first?["code"] == "ANA101")
            #expect(
                modules.first?["sessions"] == 2 && modules.first?["recorded"] == 1 && modules.first?["seconds"] == 5)
        }
    }
}
