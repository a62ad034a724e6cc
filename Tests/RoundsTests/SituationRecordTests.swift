import Documents
import Kernel
import TestSupport
import Testing

/// Situations 11 and 12 of the register's specification, over HTTP: what a record says and what it is.
@Suite struct SituationRecordTests {
    static let hostile = "<img src=x onerror=alert(1)>"

    @Test("situation 11: a pupil whose name is markup and whose number is a formula is exported inert")
    func hostilePupil() async throws {
        try await SituationSchool.with(students: 0) { school in
            let student = try await school.owner.make(
                "/api/v1/people",
                [
                    "kind": "student", "number": "=1+1", "givenName": .string(Self.hostile), "familyName": "@SUM(A1)",
                ])
            _ = try await school.owner.make("/api/v1/groups/\(school.group)/enrolments", ["student": .string(student)])
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("+Ada"))
            phone.capture("mark", "\(session):\(student)", ["status": "present", "remark": "=HYPERLINK(\"x\")"])
            #expect(try await phone.sync().kinds == ["applied"])

            let json = try await school.owner.get("/api/v1/people/\(student)")
            #expect(json.header("Content-Type")?.hasPrefix("application/json") == true)
            #expect(json.header("X-Content-Type-Options") == "nosniff")
            #expect(json["givenName"]?.string == Self.hostile && json["number"] == "=1+1")

            let place = "/api/v1/attendance/export?from=2026-11-21&to=2026-11-21"
            let csv = try await school.owner.get(place + "&format=csv")
            #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
            #expect(csv.header("Content-Disposition")?.hasPrefix("attachment") == true)
            let row = try #require(try CSVReader().read(csv.bytes).rows.first).cells
            #expect(row[3] == "'=1+1")
            #expect(row[4].contains(Self.hostile) && row[4].hasPrefix("<"))
            #expect(row.contains("'=HYPERLINK(\"x\")") && row.contains("'+Ada"))
            for cell in row { #expect(!["=", "+", "-", "@"].contains(cell.prefix(1)), "\(cell)") }

            let xlsx = try await school.owner.get(place + "&format=xlsx")
            let sheet = try #require(try WorkbookReader.read(xlsx.bytes).first)
            #expect(sheet.rows[1].cells.contains { $0.hasSuffix("=1+1") })
            let archive = try ZipArchive(xlsx.bytes)
            for entry in archive.entries where entry.name.hasSuffix(".xml") {
                let xml = String(decoding: try archive.read(entry.name) ?? [], as: UTF8.self)
                #expect(!xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("<img"), "\(entry.name)")
            }
        }
    }

    @Test("a fill over HTTP gives way to what is marked already")
    func fillGivesWay() async throws {
        try await SituationSchool.with(students: 1) { school in
            let session = try await school.session()
            let student = school.students[0]
            func record(_ status: JSONValue, fill: Bool) async throws -> JSONValue? {
                try await school.owner.post(
                    "/api/v1/attendance/records",
                    ["session": .string(session), "student": .string(student), "status": status, "fill": .bool(fill)]
                ).json["items"]?.array?.first?["mark"]?["status"]
            }
            #expect(try await record("late", fill: false) == "late")
            #expect(try await record("present", fill: true) == "late")
            #expect(try await record("absent", fill: false) == "absent")
        }
    }

    @Test(
        "situation 11: the same pupil is inert in every report, as JSON, CSV and XLSX",
        arguments: ["student-rates", "group-day", "group-period", "late-arrivals", "absentees", "not-taken"])
    func hostileReports(report: String) async throws {
        try await SituationSchool.with(students: 0) { school in
            let student = try await school.owner.make(
                "/api/v1/people", ["kind": "student", "number": "=1+1", "familyName": .string(Self.hostile)])
            _ = try await school.owner.make("/api/v1/groups/\(school.group)/enrolments", ["student": .string(student)])
            let session = try await school.session()
            var phone = school.phone(of: try await school.teacher("Ada"))
            phone.mark(session, student, report == "late-arrivals" ? "late" : "absent")
            try await phone.sync()
            let place = "/api/v1/attendance/reports/\(report)?from=2026-11-21&to=2026-11-21"
            #expect(try await school.owner.get(place).header("Content-Type")?.hasPrefix("application/json") == true)
            for row in try CSVReader().read(try await school.owner.get(place + "&format=csv").bytes).rows {
                for cell in row.cells { #expect(!["=", "+", "@"].contains(cell.prefix(1)), "\(cell)") }
            }
            let archive = try ZipArchive(try await school.owner.get(place + "&format=xlsx").bytes)
            for entry in archive.entries {
                let xml = String(decoding: try archive.read(entry.name) ?? [], as: UTF8.self)
                #expect(!xml.contains("<f>") && !xml.contains("<img"), "\(entry.name)")
            }
        }
    }

    @Test(
        "situation 12: two devices make the whole-day session of one group and day: it is one",
        arguments: TestEngine.available)
    func twoDevices(engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = wholeDay(school.group)
            var ada = school.phone(of: try await school.teacher("Ada"))
            var ben = school.phone(of: try await school.teacher("Ben"))
            let fields: JSONValue = [
                "group": .string(school.group), "date": .today, "period": "day", "start": nil, "title": "Ward round",
                "kind": "placement", "state": "open",
            ]
            ada.capture("session", session, fields)
            ada.mark(session, school.students[0], "present")
            school.clock.advance(seconds: 30)
            ben.capture("session", session, fields)
            ben.mark(session, school.students[1], "absent")
            #expect(try await ada.sync().kinds == ["applied", "applied"])
            #expect(try await ben.sync().kinds == ["applied", "applied"])
            #expect(try await school.sessions().map { $0["id"]?.string } == [session])
            #expect(try await school.marks(session).count == 2)
            #expect(try await school.owner.get("/api/v1/attendance/disputes?open=true").json["items"] == [])
        }
    }

    @Test("situation 12: making it over the single route finds what devices made, and the other way round")
    func deviceAndRoute() async throws {
        try await SituationSchool.with { school in
            let body: JSONValue = ["group": .string(school.group), "date": .today, "start": nil, "title": "Ward round"]
            let made = try await school.owner.post("/api/v1/attendance/sessions", body)
            #expect(made.status == 201 && made["id"]?.string == wholeDay(school.group))
            let again = try await school.owner.post("/api/v1/attendance/sessions", body)
            #expect(again.status == 200 && again["id"] == made["id"])
            var phone = school.phone(of: try await school.teacher("Ada"))
            phone.capture(
                "session", wholeDay(school.group),
                ["group": .string(school.group), "date": .today, "period": "day", "title": "Ward round"])
            #expect(try await phone.sync().kinds == ["applied"])
            #expect(try await school.sessions().count == 1)
            // a session of another id for the same group and day is refused, not doubled
            phone.capture(
                "session", Identifier.v7(), ["group": .string(school.group), "date": .today, "period": "day"])
            #expect(try await phone.sync().codes == ["identity_mismatch"])
            #expect(try await school.sessions().count == 1)
        }
    }
}

extension SituationSchool {
    func sessions() async throws -> [JSONValue] {
        try await owner.get("/api/v1/attendance/sessions?group=\(group)")["items"]?.array ?? []
    }
}
