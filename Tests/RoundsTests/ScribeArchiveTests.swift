import Documents
import HTTPTypes
import Kernel
import TestSupport
import Testing

/// Export and import over HTTP, with the register that makes what is missing.
@Suite struct ScribeArchiveTests {
    private func send(_ bytes: [UInt8], as client: Client) async throws -> Answer {
        try await client.send(
            .post, "/api/v1/scribe/import", body: bytes, [.contentType: "application/zip"])
    }

    @Test(arguments: TestEngine.available)
    func intoAnEmptyRounds(engine: TestEngine) async throws {
        let first = Kept()
        try await ScribeSchool.with(on: engine) { school in
            let recording = try await school.transcribed(["The heart has four valves.", "Mitral and tricuspid."])
            let segment = try await school.segments(of: recording)[0]
            _ = try await school.teacher.patch(
                "/api/v1/scribe/segments/\(segment["id"]?.string ?? "")", ["text": "Four valves.", "version": 1])
            _ = try await school.owner.post(
                "/api/v1/scribe/recordings/\(recording)/tags",
                ["start": 0, "end": 1, "label": "exam", "shared": true])
            _ = try await school.owner.put(
                "/api/v1/scribe/sessions/\(school.session)/note", ["text": "mine", "version": 0])
            let answer = try await school.owner.get("/api/v1/scribe/sessions/\(school.session)/export")
            #expect(answer.status == 200 && answer.header("Content-Type") == "application/zip")
            #expect(answer.header("Content-Length") == String(answer.bytes.count))
            #expect(answer.header("Content-Disposition")?.contains("ANA101 2026-11-21 The heart.zip") == true)
            await first.keep(answer.bytes)
            #expect(try await self.send(answer.bytes, as: school.owner).code == "session_not_empty")
            #expect(try await self.send(answer.bytes, as: school.student).status == 403)
        }
        let bytes = await first.bytes
        try await withRounds(on: engine) { app in
            let imported = try await self.send(bytes, as: app.client)
            #expect(imported.status == 201)
            #expect(imported["created"]?["recordings"] == 1 && imported["created"]?["segments"] == 2)
            let session = imported["session"]?.string ?? ""
            #expect(imported.header("Location") == "/api/v1/scribe/sessions/\(session)")
            #expect(try await app.get("/api/v1/modules")["items"]?.array?.first?["code"] == "ANA101")
            let found = try await app.get("/api/v1/scribe/search?q=tricuspid")["items"]?.array
            #expect(found?.count == 1, "what came in is found")
            let again = try await app.get("/api/v1/scribe/sessions/\(session)/export")
            #expect(again.bytes == bytes, "byte for byte")
        }
    }

    @Test func onlyWhatIsTicked() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.shared(["The heart."])
            let place = "/api/v1/scribe/sessions/\(school.session)/export?parts="
            let zip = try ZipArchive(try await school.student.get(place + "transcript.txt,notes").bytes)
            #expect(zip.entries.map(\.name) == ["manifest.json", "transcript/lecture.txt", "notes/notes.md"])
            #expect(try await school.student.get(place + "everything").status == 422)
            #expect(try await school.student.get(place).status == 422)
            #expect(
                try await school.student.get("/api/v1/scribe/sessions/\(school.other)/export").code == "unknown_session"
            )
        }
    }

    @Test func whatIsNoArchiveLeavesNothing() async throws {
        try await ScribeSchool.with { school in
            let before = try school.files()
            for (bytes, code) in [
                (Array("no zip".utf8), "not_a_zip"), ([], "not_a_zip"), (Self.foreign, "not_a_rounds_archive"),
            ] {
                #expect(try await self.send(bytes, as: school.owner).code == code)
            }
            let text = try await school.owner.send(
                .post, "/api/v1/scribe/import", body: [1], [.contentType: "text/plain"])
            #expect(text.status == 415)
            #expect(try school.files() == before)
        }
    }

    private static let foreign: [UInt8] = {
        var zip = ZipWriter()
        zip.add("readme.txt", Array("hello".utf8))
        return zip.finish()
    }()
}

actor Kept {
    private(set) var bytes: [UInt8] = []
    func keep(_ bytes: [UInt8]) { self.bytes = bytes }
}
