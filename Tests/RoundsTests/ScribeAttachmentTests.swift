import Documents
import HTTPTypes
import Kernel
import Scribe
import TestSupport
import Testing

/// Files of a session over HTTP: sent, read, shared, taken away, and hostile.
@Suite struct ScribeAttachmentTests {
    private static let slides = WorkbookWriter.bytes(
        (1...3).map { number in
            WorkbookWriter.Sheet(
                name: "Part \(number)", columns: [WorkbookWriter.Column("Topic")], rows: [[.text("valve \(number)")]])
        })

    private func attach(_ bytes: [UInt8], _ name: String, to school: ScribeSchool) async throws -> Answer {
        try await school.send(bytes, name: name, purpose: "attachment")
    }

    private func path(_ answer: Answer) throws -> String {
        "/api/v1/scribe/attachments/" + (try #require(answer["id"]?.string))
    }

    @Test(arguments: TestEngine.available)
    func aFileIsSentReadAndShared(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let made = try await attach(Self.slides, "Valves.xlsx", to: school)
            #expect(made.status == 201 && made["state"] == "reading" && made["kind"] == "xlsx")
            let place = try path(made)
            #expect(made.header("Location") == place)
            try await school.work(.saying([]))
            let read = try await school.teacher.get(place)
            #expect(
                read["state"] == "ready" && read["pages"] == 3 && read["reason"] == .null && read["shared"] == false)
            let page = try await school.teacher.get(place + "/pages?from=2&limit=1")
            #expect(page["items"]?.array?.count == 1 && page["next"] == 3)
            #expect(page["items"]?.array?.first?["title"] == "Part 2")
            #expect(page["items"]?.array?.first?["text"] == "Topic\nvalve 2")
            #expect(try await school.teacher.get(place + "/pages?from=3")["next"] == .null)

            for hidden in [place, place + "/pages", place + "/file"] {
                #expect(try await school.student.get(hidden).status == 404, "\(hidden)")
            }
            let changed = try await school.teacher.patch(place, ["shared": true, "name": "Klappen 課程.xlsx"])
            #expect(changed.status == 200 && changed["shared"] == true && changed["name"] == "Klappen 課程.xlsx")
            #expect(try await school.student.get(place)["state"] == "ready")
            let session = "/api/v1/scribe/sessions/\(school.session)"
            #expect(try await school.student.get(session + "/attachments")["items"]?.array?.count == 1)
            #expect(try await school.student.get(session)["attachments"]?.array?.first?["id"] == made["id"])
            #expect(try await school.student.patch(place, ["shared": false]).status == 403)

            #expect(try await school.teacher.delete(place).status == 204)
            #expect(try await school.student.get(place).status == 404)
            #expect(try await school.teacher.get(session)["attachments"] == [])
            #expect(try await school.teacher.post(place + "/restore", [:])["name"] == "Klappen 課程.xlsx")
            #expect(try await school.student.get(place).status == 200)
        }
    }

    @Test func aFileIsADownloadThatNothingRuns() async throws {
        try await ScribeSchool.with { school in
            let page = Array("<html><script>alert(1)</script></html>".utf8)
            let made = try await attach(page, "lecture.html", to: school)
            let file = try await school.teacher.get(try path(made) + "/file")
            #expect(file.status == 200 && file.bytes == page)
            #expect(file.header("Content-Type") == "text/plain; charset=utf-8")
            #expect(file.header("Content-Disposition")?.hasPrefix("attachment; filename=\"lecture.html.txt\"") == true)
            #expect(file.header("X-Content-Type-Options") == "nosniff")
            let part = try await school.teacher.get(try path(made) + "/file", [.range: "bytes=1-4"])
            #expect(part.status == 206 && part.bytes == Array("html".utf8))
        }
    }

    @Test(arguments: [
        ("../../escape.txt", "../../escape.txt", "escape.txt"), ("/etc/passwd", "/etc/passwd", "passwd.txt"),
        ("課程.txt", "課程.txt", "__.txt"), ("..\\..\\x.txt", "..\\..\\x.txt", "x.txt"),
        ("\u{7}bell.txt", "bell.txt", "bell.txt"), ("..", "..", "attachment.txt"),
    ])
    func namesAreOnlyShown(name: String, shown: String, download: String) async throws {
        try await ScribeSchool.with { school in
            let before = try school.files()
            let made = try await attach(Array("text".utf8), name, to: school)
            #expect(made.status == 201 && made["name"] == .string(shown))
            let added = try school.files().filter { !before.contains($0) }
            #expect(added.count == 1 && added[0].split(separator: "/").last?.count == 64, "under its digest: \(added)")
            let file = try await school.teacher.get(try path(made) + "/file")
            #expect(file.header("Content-Disposition")?.contains("filename=\"\(download)\"") == true)
        }
    }

    @Test func whatIsRefusedLeavesNothing() async throws {
        try await ScribeSchool.with { school in
            let before = try school.files()
            let empty = try await attach([], "empty.pdf", to: school)
            #expect(empty.status == 422 && empty["code"] == "empty_file")
            #expect(try await attach([1], "nul\u{0}.pdf", to: school).status == 422)
            #expect(try await attach([1], String(repeating: "x", count: 301), to: school).status == 422)
            let asStudent = try await school.send([1], purpose: "attachment", as: school.student)
            #expect(asStudent.status == 403)
            #expect(try school.files() == before)
            #expect(
                try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)/attachments")["items"] == [])

            let made = try await attach(Array("x".utf8), "x.txt", to: school)
            let place = try path(made)
            for body: JSONValue in [
                ["shared": "yes"], ["name": 5], [1], "x", ["name": .string(String(repeating: "x", count: 301))],
            ] {
                let answer = try await school.teacher.patch(place, body)
                #expect([400, 422].contains(answer.status), "\(answer.status)")
            }
            for query in ["from=0", "from=x", "limit=0", "limit=1000000"] {
                #expect(
                    [400, 422].contains(try await school.teacher.get(place + "/pages?" + query).status), "\(query)")
            }
            for unknown in ["/api/v1/scribe/attachments/\(Identifier.v7())", place + "/restore"] {
                let answer =
                    unknown.hasSuffix("restore")
                    ? try await school.teacher.post(unknown, [:]) : try await school.teacher.get(unknown)
                #expect(answer.status == 404)
            }
        }
    }

    @Test func aTeacherOfAnotherGroupSeesNothing() async throws {
        try await ScribeSchool.with { school in
            let made = try await school.send(
                Array("x".utf8), name: "x.txt", purpose: "attachment", to: school.other, as: school.owner)
            let place = try path(made)
            #expect(try await school.owner.get(place).status == 200)
            for client in [school.teacher, school.student] {
                #expect(try await client.get(place).status == 404)
                #expect(try await client.get(place + "/file").status == 404)
            }
            #expect(try await school.teacher.delete(place).status == 404)
        }
    }
}
