import Documents
import Foundation
import Kernel
import Persistence
import Testing

@testable import Register

@Suite struct ImportAttendanceTests {
    @Test(arguments: [("core_501.csv", "501", "core_501"), ("core_101.csv", "101", "core_101")])
    func anExportMakesExactlyWhatItSays(file: String, module: String, name: String) async throws {
        let expect = try #require(Vector.expect(name))
        let load = try #require(expect["load"])
        let students = try #require(expect["students"]?.array)
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(try Vector.bytes(file), name: file)
            #expect(report.kind == .attendance)
            #expect(report.explanation != nil)
            #expect(report.rows.read == load["rows"]?.int)
            #expect(report.rows.added == load["kept"]?.int)
            #expect(report.rows.refused == 0)
            #expect(report.finding("cancelled")?.count == load["cancelled"]?.int)
            #expect(report.finding("check_in_joined")?.count ?? 0 == load["checkInsMerged"]?.int)
            #expect(report.records.people.created == students.count)
            // several check-ins of a student on one placement day are one mark
            let further = students.reduce(0) { sum, student in
                sum + (student["placement"]?["checkIns"]?.int ?? 0) - Self.placementDays(of: student).count
            }
            #expect(report.records.marks.created == (load["kept"]?.int ?? 0) - further)
            #expect(report.notes.contains { $0.hasPrefix("\(further) further") } == (further > 0))
            #expect(try await school.rows("SELECT code FROM module") == [[module]])

            let people = try await school.rows(
                "SELECT number, given_name, family_name, adviser_name FROM person WHERE kind = 'student' ORDER BY number"
            )
            #expect(
                people
                    == students.map { student in
                        ["id", "firstName", "surname", "advisor"].map { student[$0]?.string ?? "" }
                    }.sorted { $0[0] < $1[0] })
            for student in students {
                try await checkMarks(of: student, school)
            }
        }
    }

    /// The days on which the file has a check-in of the student, attended or not.
    private static func placementDays(of student: JSONValue) -> Set<String> {
        let attended = student["placement"]?["dates"]?.array?.compactMap(\.string) ?? []
        let missed = student["placement"]?["absences"]?.array?.compactMap { $0.array?.first?.string } ?? []
        return Set((attended + missed).map { String($0.prefix(10)) })
    }

    /// Counts of the file's own truth: teaching rows and days with check-ins.
    private func checkMarks(of student: JSONValue, _ school: ImportSchool) async throws {
        let number = student["id"]?.string ?? ""
        let rows = try await school.rows(
            """
            SELECT s.kind AS kind, m.status AS status, COUNT(*) AS count FROM mark m
            JOIN session s ON s.id = m.session_id JOIN person p ON p.id = m.student_id
            WHERE p.number = \(number) GROUP BY s.kind, m.status
            """)
        func count(_ kind: String, _ status: String?) -> Int {
            rows.filter { $0[0] == kind && (status == nil || $0[1] == status) }.compactMap { Int($0[2]) }.reduce(0, +)
        }
        #expect(count("lecture", nil) == student["expected"]?.int, "student \(number)")
        #expect(count("lecture", "present") == student["attended"]?.int, "student \(number)")
        #expect(count("lecture", "excused") == student["excused"]?.int, "student \(number)")
        #expect(count("lecture", "absent") == student["absent"]?.int, "student \(number)")
        #expect(count("placement", nil) == Self.placementDays(of: student).count, "student \(number)")
        #expect(count("placement", "present") == student["placement"]?["daysAttended"]?.int ?? 0, "student \(number)")
    }

    @Test func sessionsAreTheDistinctEventsOfTheFile() async throws {
        let table = try CSVReader().read(try Vector.bytes("core_501.csv"))
        let (description, start, cancelled) = (4, 5, 9)
        let held = table.rows.map(\.cells).filter { $0[cancelled] == "false" }
        let starts = Set(
            held.filter { !$0[description].hasPrefix("Palliative") }
                .map { $0[description] + " " + $0[start].prefix(16) })
        let placementDays = Set(
            held.filter { $0[description].hasPrefix("Palliative") }.map { String($0[start].prefix(10)) })
        try await ImportSchool.onEachEngine { school in
            try await school.bring(try Vector.bytes("core_501.csv"), name: "core_501.csv")
            let sessions = try await school.rows(
                "SELECT title, date, start_time FROM session WHERE kind <> 'placement' AND state = 'closed'")
            #expect(Set(sessions.map { "\($0[0]) \($0[1])T\($0[2])" }) == starts)
            #expect(sessions.count == starts.count)
            let placements = try await school.rows(
                "SELECT date, period, start_time, title FROM session WHERE kind = 'placement' ORDER BY date")
            #expect(placements == placementDays.sorted().map { [$0, "day", "-", "Palliative Care day"] })
            let marks = try await school.rows("SELECT COUNT(*) FROM mark")
            let history = try await school.rows(
                "SELECT COUNT(*) FROM operation WHERE entity = 'mark' AND verdict = 'applied'")
            #expect(history == marks, "every mark is in the history")
        }
    }

    /// `load` of every vector: the same rows are refused, ignored and merged as in the analysis of such files.
    @Test(arguments: [
        "core_501", "core_101", "bools", "ids", "dates", "dups", "placements", "names", "shape", "semicolon",
        "enc_cp1252",
    ])
    func accountsAgreeWithTheAnalysis(name: String) throws {
        let load = try #require(Vector.expect(name)?["load"])
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let context = ImportContext(zone: zone, fileName: "\(name).csv", module: "501")
        let reading = try ImportReading.read(try Vector.bytes("\(name).csv"), kind: .attendance, context)
        func count(_ matches: (ImportRow.Fate) -> Bool) -> Int { reading.plan.rows.count { matches($0.fate) } }
        #expect(reading.plan.rows.count == load["rows"]?.int)
        #expect(
            count { if case .refused = $0 { true } else { false } }
                == ["malformed", "blankStudentId", "badDate"].reduce(0) { $0 + (load[$1]?.int ?? 0) })
        #expect(count { $0 == .ignored(.cancelled) } == load["cancelled"]?.int)
        #expect(count { $0 == .merged(.checkInJoined) } == load["checkInsMerged"]?.int)
        #expect(count { $0 == .merged(.duplicateRow) } == load["duplicatesMerged"]?.int)
        #expect(count { $0 == .kept || $0 == .merged(.sameMinute) } == load["kept"]?.int)
        #expect(reading.encoding == load["encoding"]?.string)
        #expect(reading.delimiter == load["delimiter"]?.string)
    }

    @Test func namesWithAccentsCommasAndMarkup() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(try Vector.bytes("names.csv"), name: "names.csv", module: "501")
            #expect(report.rows.refused == 0)
            let people = try await school.rows(
                "SELECT number, given_name, family_name, adviser_name FROM person WHERE kind = 'student'")
            let expected = try #require(Vector.expect("names")?["students"]?.array)
            for student in expected {
                let number = student["id"]?.string ?? ""
                let row = try #require(people.first { $0[0] == number })
                #expect(row[1] == student["firstName"]?.string && row[2] == student["surname"]?.string)
                #expect((row[3] == "-" ? "" : row[3]) == student["advisor"]?.string)
            }
        }
    }

    @Test(arguments: [
        ("core_501.csv", "501"), ("core_501 (1).csv", "501"), ("lusi_mbchb501.csv", "501"),
        ("C:\\exports\\a12.csv", "12"),
        ("2025 export.csv", nil), ("501", "501"), ("notes.csv", nil), (nil, nil),
    ])
    func theModuleComesFromTheFileName(name: String?, code: String?) {
        #expect(AttendanceReader.moduleCode(ofFile: name) == code)
    }

    @Test func withoutAModuleTheFileIsRefused() async throws {
        let unnamed = try Vector.bytes("semicolon.csv")
        let incomplete = try Vector.bytes("missing_columns.csv")
        try await ImportSchool.onEachEngine { school in
            let codes = [
                await school.refusal(unnamed, name: "export.csv"),
                await school.refusal(incomplete, .attendance, name: "a1.csv"),
            ]
            #expect(codes == ["module_missing", "missing_columns"])
        }
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        try await ImportSchool.onEachEngine { school in
            let file = try Vector.bytes("core_501.csv")
            try await school.bring(file, name: "core_501.csv")
            let contents = try await school.contents()
            let again = try await school.bring(file, name: "core_501 (1).csv")
            #expect(again.rows.unchanged == 361)
            #expect(again.rows.added == 0 && again.rows.updated == 0)
            let marks = try #require(
                try await school.rows("SELECT COUNT(*) FROM mark").first?.first.flatMap { Int($0) })
            #expect(again.records.marks == .init(created: 0, updated: 0, unchanged: marks))
            #expect(try await school.contents() == contents)
        }
    }

    @Test func aCorrectedFileUpdatesWhatTheFirstBrought() async throws {
        try await ImportSchool.onEachEngine { school in
            let header =
                "studentId,firstName,surname,academicAdvisor,eventDescription,startDateTime,registerType,present,selfCertInfo,cancelled\n"
            let first =
                header
                + "1,Ann,Lee,Dr A,Lecture,2025-10-06T09:00,1,false,false,false\n2,Bo,Ek,Dr A,Lecture,2025-10-06T09:00,1,true,false,false\n"
            try await school.bring(first, name: "m501.csv")
            let contents = try await school.contents()
            let corrected = try await school.bring(
                first.replacing(
                    "1,Ann,Lee,Dr A,Lecture,2025-10-06T09:00,1,false",
                    with: "1,Ann,Lee,Dr B,Lecture,2025-10-06T09:00,1,true"),
                name: "m501.csv")
            #expect(corrected.rows.updated == 1 && corrected.rows.unchanged == 1)
            #expect(try await school.rows("SELECT status FROM mark ORDER BY status") == [["present"], ["present"]])
            _ = try await school.store.undoImport(try #require(corrected.id), by: school.owner)
            #expect(try await school.contents() == contents, "undo brings back what the first file said")
        }
    }

    @Test func checkInsOfOnePlacementDayAreOneMarkAndTheBetterStatusStays() async throws {
        try await ImportSchool.onEachEngine { school in
            let header =
                "studentId,firstName,surname,academicAdvisor,eventDescription,startDateTime,registerType,present,selfCertInfo,cancelled\n"
            let rows = [
                "1,Ann,Lee,Dr A,MED.PLAC ward,2025-10-06T09:00,1,false,false,false",
                "1,Ann,Lee,Dr A,MED.PLAC ward,2025-10-06T14:30,1,true,false,false",
                "2,Bo,Ek,Dr A,MED.PLAC ward,2025-10-06T11:11,1,false,false,false",
                "2,Bo,Ek,Dr A,MED.PLAC ward,2025-10-07T11:11,1,true,false,false",
                "2,Bo,Ek,Dr A,Lecture,2025-10-06T09:00,1,true,false,false",
            ]
            let report = try await school.bring(header + rows.joined(separator: "\n"), name: "m501.csv")
            #expect(report.rows.read == 5 && report.rows.added == 5 && report.rows.merged == 0)
            #expect(report.records.sessions.created == 3 && report.records.marks.created == 4)
            #expect(
                try await school.rows("SELECT date, period, kind FROM session ORDER BY date, period")
                    == [
                        ["2025-10-06", "09:00", "lecture"], ["2025-10-06", "day", "placement"],
                        ["2025-10-07", "day", "placement"],
                    ])
            #expect(
                try await school.rows(
                    """
                    SELECT p.number, m.day, m.status FROM mark m JOIN person p ON p.id = m.student_id
                    JOIN session s ON s.id = m.session_id WHERE s.kind = 'placement' ORDER BY p.number, m.day
                    """)
                    == [
                        ["1", "2025-10-06", "present"], ["2", "2025-10-06", "absent"], ["2", "2025-10-07", "present"],
                    ])
            let contents = try await school.contents()
            let again = try await school.bring(header + rows.joined(separator: "\n"), name: "m501.csv")
            #expect(again.rows.unchanged == 5)
            #expect(try await school.contents() == contents)
        }
    }

    @Test func whatAPersonMarkedStays() async throws {
        try await ImportSchool.onEachEngine { school in
            let file = try Vector.bytes("core_501.csv")
            try await school.bring(file, name: "core_501.csv")
            let session = try #require(
                try await school.rows("SELECT id FROM session WHERE title = 'MBChB 501 Lecture 0'").first?.first)
            let student = try #require(
                try await school.rows("SELECT id FROM person WHERE number = '36000001'").first?.first)
            try await school.reopen(session)
            try await school.mark(session, student, .late)
            let again = try await school.bring(file, name: "core_501.csv")
            #expect(again.rows.ignored == 25 && again.finding("register_wins")?.lines == [2])
            #expect(
                try await school.rows(
                    "SELECT status FROM mark WHERE session_id = \(session) AND student_id = \(student)")
                    == [["late"]])
        }
    }

    @Test func twoEventsOfOneMinuteAreParallelGroups() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(try Vector.bytes("dups.csv"), name: "dups.csv", module: "501")
            #expect(report.rows.refused == 0)
            let sessions = try await school.rows(
                """
                SELECT g.name, s.title, COUNT(m.student_id) FROM session s JOIN class_group g ON g.id = s.group_id
                JOIN mark m ON m.session_id = s.id GROUP BY g.name, s.title ORDER BY g.name
                """)
            #expect(sessions.map { $0[0] }.contains("All students 2"))
            let contents = try await school.contents()
            let again = try await school.bring(try Vector.bytes("dups.csv"), name: "dups.csv", module: "501")
            #expect(again.rows.added == 0 && again.rows.updated == 0)
            #expect(try await school.contents() == contents)
        }
    }

    @Test func anExportAsAWorkbookIsTheSame() async throws {
        let table = try CSVReader().read(try Vector.bytes("core_501.csv"))
        let workbook = WorkbookWriter.bytes([
            .init(
                name: "Export", columns: table.header.map { .init($0) },
                rows: table.rows.map { $0.cells.map { .text($0) } })
        ])
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(workbook, name: "core_501.xlsx")
            #expect(report.rows.added == 361 && report.file.encoding == nil)
            let again = try await school.bring(try Vector.bytes("core_501.csv"), name: "core_501.csv")
            #expect(again.rows.unchanged == 361)
        }
    }
}

extension JSONValue {
    var int: Int? { integer.map(Int.init) }
}
