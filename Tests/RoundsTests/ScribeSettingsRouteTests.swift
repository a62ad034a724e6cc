import Kernel
import TestSupport
import Testing

@Suite struct ScribeSettingsRouteTests {
    @Test(arguments: TestEngine.available)
    func theSchoolDecides(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let place = "/api/v1/scribe/settings"
            let first = try await school.owner.get(place)
            #expect(first["undoDays"] == 7 && first["retentionDays"] == .null && first["uploadLimit"] == 4_294_967_296)
            #expect(first["languageProvider"] == "built-in")
            let changed = try await school.owner.patch(place, ["retentionDays": 365, "notice": " We record. "])
            #expect(changed["retentionDays"] == 365 && changed["notice"] == "We record.")
            #expect(try await school.owner.patch(place, ["retentionDays": nil])["retentionDays"] == .null)
            #expect(try await school.owner.patch(place, ["undoDays": 1000]).code == "invalid_input")
            #expect(try await school.owner.patch(place, ["model": "no-such-model"]).code == "invalid_input")
            #expect(try await school.owner.get("/api/v1/scribe/sessions/\(school.session)")["notice"] == "We record.")
            for other in [school.teacher, school.student] {
                #expect(try await other.get(place).status == 403)
                #expect(try await other.patch(place, ["undoDays": 1]).status == 403)
            }
        }
    }

    @Test func theStatusIsForWhoRecords() async throws {
        try await ScribeSchool.with { school in
            let status = try await school.teacher.get("/api/v1/scribe/status")
            #expect(status["tools"]?.array?.map { $0["name"] } == ["ffmpeg", "pdftotext", "tesseract"])
            #expect(status["provider"]?["name"] == "built-in" && status["missing"]?.array != nil)
            #expect(try await school.student.get("/api/v1/scribe/status").status == 403)
        }
    }

    @Test func aDeletionLeavesALine() async throws {
        try await ScribeSchool.with { school in
            let recording = try await school.recording()
            _ = try await school.teacher.delete("/api/v1/scribe/recordings/\(recording)")
            let lines = try await school.owner.get("/api/v1/scribe/deletions")["items"]?.array
            #expect(lines?.count == 1 && lines?.first?["subject"] == .string(recording))
            #expect(lines?.first?["byName"] == "Some teacher" && lines?.first?["reason"] == "request")
            #expect(lines?.first?["session"] == .string(school.session))
            #expect(try await school.teacher.get("/api/v1/scribe/deletions").status == 403)
        }
    }
}
