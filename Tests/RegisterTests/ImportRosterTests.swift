import Documents
import Foundation
import Kernel
import Persistence
import Testing

@testable import Register

@Suite struct ImportRosterTests {
    private static let zone = TimeZone(identifier: "Europe/London") ?? .gmt

    private func plan(_ text: String, _ kind: ImportKind? = nil, name: String? = nil) throws -> ImportReading {
        try ImportReading.read(Array(text.utf8), kind: kind, ImportContext(zone: Self.zone, fileName: name))
    }

    @Test(arguments: [
        "number,given name,family name\n1,Chloé,Núñez\n", "Student No.;Forename;Surname\n1;Chloé;Núñez\n",
        "student_id\tFIRST NAME\tLastName\n1.0\tChloé\tNúñez\n", "ID,Name\n1,\"Núñez, Chloé\"\n",
        "studentNumber,Full Name\n 1 ,Chloé  Núñez\n", "Matrikelnummer,Vorname,Nachname\r\n1,Chloé,Núñez\r\n",
    ])
    func peopleUnderManyHeadings(text: String) throws {
        let reading = try plan(text)
        #expect(reading.kind == .people)
        let person = reading.plan.people[PersonName(kind: .student, number: "1")]
        #expect(person == PlannedPerson(givenName: "Chloé", familyName: "Núñez"))
    }

    @Test(arguments: [
        ("studentId,firstName,surname,academicAdvisor,startDateTime,present\n", ImportKind.attendance),
        ("module,group,date,start,end,room\n", .timetable), ("Course code,Class,Student number\n", .groups),
        ("number,name,email\n", .people), ("code,title\n", .modules),
        ("sourcedId,status,givenName,familyName\n", .oneroster),
        ("Module,Set,Start date,End date\n", .groups), ("propertyName,value\n", .oneroster),
    ])
    func theKindIsToldFromTheHeadings(header: String, kind: ImportKind) throws {
        #expect(try ImportDetector.detect(Array(header.utf8), fileName: nil).kind == kind)
    }

    @Test func badRowsAreNamedAndTheOthersComeIn() async throws {
        let file = """
            number,given name,family name,email,role
            1,Ann,Lee,ann@example.org,student
            ,No,Number,,
            2,,,,
            3,Bo,Ek,not an address,
            4,Cy,Fox,,wizard
            1,Other,Person,,
            1,Ann,Lee,,
            5,<b>Tag</b>,=1+1,,staff
            6,Dee,Gray,,,surplus

            7,Eve,Hill,,
            """
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(file, .people)
            #expect(report.rows.added == 3 && report.rows.merged == 1 && report.rows.refused == 6)
            #expect(
                report.findings.filter { $0.outcome == .refused }.map { "\($0.lines[0]) \($0.field ?? "-") \($0.code)" }
                    .sorted()
                    == [
                        "10 - surplus_fields", "3 number required", "4 family name required", "5 email invalid_email",
                        "6 kind unknown_kind", "7 number duplicate_number",
                    ])
            #expect(
                try await school.rows("SELECT number, kind, given_name, family_name FROM person ORDER BY number")
                    == [
                        ["1", "student", "Ann", "Lee"], ["5", "staff", "<b>Tag</b>", "=1+1"],
                        ["7", "student", "Eve", "Hill"],
                    ])
            let csv = String(decoding: report.csv, as: UTF8.self)
            #expect(csv.contains("5,refused,email,invalid_email,The email is not an address."))
            let id = try #require(report.id)
            #expect(try await school.store.importReport(id) == report, "the report is kept")
        }
    }

    @Test func laterFilesUpdateAndIdsAgreeBetweenServers() async throws {
        try await ImportSchool.onEachEngine { school in
            try await school.bring("number,name,tutor\n7,Ann Lee,Dr Bell\n", .people)
            #expect(
                try await school.rows("SELECT id FROM person")
                    == [[RosterIdentity.person(.student, number: "7")]])
            let report = try await school.bring("number,name,email\n7,Ann Lee,ann@example.org\n", .people)
            #expect(report.rows.updated == 1)
            #expect(
                try await school.rows("SELECT adviser_name, email FROM person") == [["Dr Bell", "ann@example.org"]],
                "what a file does not say stays")
        }
    }

    @Test func advisersByNumberOrNameArePeople() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(
                "number,name,role,tutor number,tutor\n1,Ann Lee,student,S1,\n2,Bo Ek,student,,Cy Fox\n3,Di Ho,student,S9,\nS1,Cy Fox,staff,,\n",
                .people)
            #expect(report.finding("unknown_adviser")?.lines == [4])
            let adviser = RosterIdentity.person(.staff, number: "S1")
            #expect(
                try await school.rows("SELECT adviser_id, adviser_name FROM person WHERE number = '1'") == [
                    [adviser, "Cy Fox"]
                ])
        }
    }

    private static let groupFile = """
        module,module title,group,first day,last day,student number,given name,family name
        PT101,Anatomy,A,01/09/2026,18/12/2026,1,Ann,Lee
        PT101,,A,,,2,Bo,Ek
        PT101,,B,,,1,,
        PT102,Gait,A,2026-12-18,2026-09-01,1,,
        PT102,Gait,A,,,99,,
        PT101,,a,,,2,Bo,Ek
        """

    @Test func groupsWithTheirStudents() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(Self.groupFile)
            #expect(report.kind == .groups)
            #expect(report.rows.added == 3 && report.rows.merged == 1 && report.rows.refused == 2)
            #expect(report.finding("end_before_start")?.lines == [5])
            #expect(report.finding("unknown_student")?.lines == [6])
            #expect(
                try await school.rows("SELECT code, title FROM module") == [["PT101", "Anatomy"]],
                "refused rows make nothing")
            #expect(
                try await school.rows("SELECT name, first_day, last_day FROM class_group ORDER BY name")
                    == [["A", "2026-09-01", "2026-12-18"], ["B", "2026-08-01", "2027-07-31"]])
            #expect(report.records.enrolments.created == 3)
            let again = try await school.bring(Self.groupFile)
            #expect(again.rows.added == 0 && again.rows.updated == 0 && again.rows.unchanged == 3)
        }
    }

    @Test func aTimetable() async throws {
        let file = """
            module,group,date,start,end,minutes,title,type,room,teacher
            PT101,A,06/10/2026,09:00,10:30,,Bones,lecture,Hall 1,Dr Bell
            PT101,A,7 Oct 2026,9:00 AM,,90,Knees,practical,,
            PT101,A,08/10/2026,,,,,,,
            PT101,A,09/10/2026,10:00,09:00,,,,,
            PT101,A,31/02/2026,10:00,11:00,,,,,
            PT101,C,06/10/2026,09:00,10:00,,,,,
            XX,A,06/10/2026,09:00,10:00,,,,,
            PT101,A,06/10/2026,09:00,11:30,,Other,,,
            PT101,A,06/10/2026,09:00,10:30,,Bones,lecture,Hall 1,Dr Bell
            PT101,A,06/10/2026,25:00,,,,,,
            """
        try await ImportSchool.onEachEngine { school in
            try await school.bring(Self.groupFile)
            let report = try await school.bring(file)
            #expect(report.kind == .timetable)
            #expect(report.rows.added == 3 && report.rows.merged == 1)
            #expect(
                report.findings.filter { $0.outcome == .refused }.map { "\($0.lines[0]) \($0.code)" }.sorted()
                    == [
                        "11 invalid_time", "5 end_before_start", "6 invalid_date", "7 unknown_group",
                        "8 unknown_module",
                        "9 duplicate_session",
                    ])
            #expect(
                try await school.rows(
                    "SELECT title, kind, date, start_time, end_time, location, teacher_name, state, period FROM session ORDER BY date"
                )
                    == [
                        [
                            "Bones", "lecture", "2026-10-06", "09:00", "10:30", "Hall 1", "Dr Bell", "scheduled",
                            "09:00",
                        ],
                        ["Knees", "lab", "2026-10-07", "09:00", "10:30", "-", "-", "scheduled", "09:00"],
                        ["Session", "lecture", "2026-10-08", "-", "-", "-", "-", "scheduled", "day"],
                    ])
            let moved = try await school.bring(file.replacing("Hall 1", with: "Hall 2"))
            #expect(moved.rows.updated == 1 && moved.records.sessions.updated == 1)
            #expect(try await school.rows("SELECT location FROM session WHERE title = 'Bones'") == [["Hall 2"]])
        }
    }

    @Test func aWorkbookWithDatesAndNumbers() async throws {
        let day = try #require(CivilDate("2026-10-06"))
        let workbook = WorkbookWriter.bytes([
            .init(
                name: "Timetable", columns: ["module", "group", "date", "start", "end"].map { .init($0) },
                rows: [
                    [.text("PT101"), .text("A"), .date(day), .text("09:00"), .text("10:00")],
                    [.text("PT101"), .text("A"), .date(day), .number(0.5), .text("13:00")],
                ])
        ])
        try await ImportSchool.onEachEngine { school in
            try await school.bring(Self.groupFile)
            let report = try await school.bring(workbook, name: "timetable.xlsx")
            #expect(report.rows.added == 1 && report.finding("invalid_time")?.lines == [3])
        }
    }

    @Test func fiveThousandRowsComeInAtOnce() async throws {
        var file = "module,group,number,given name,family name\n"
        for number in 0..<5_000 { file += "M\(number % 50),A,\(number),Given \(number),Family\n" }
        try await ImportSchool.onEachEngine { school in
            let report = try await school.store.commitImport(ImportRequest(Array(file.utf8)), by: school.owner)
            #expect(report.rows.added == 5_000)
        }
    }
}
