import Foundation
import Kernel
import TestSupport
import Testing

/// `rounds attendance analyze` as a script sees it.
@Suite(.serialized) struct AttendanceCommandTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Vectors/attendance").standardizedFileURL

    private func path(_ name: String) -> String { Self.folder.appending(path: name).path }

    private func analyze(_ arguments: String...) async throws -> Program.Result {
        try await Program.run(["attendance", "analyze"] + arguments)
    }

    private func json(_ result: Program.Result) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(result.output.utf8))
    }

    private func expected(_ name: String) throws -> JSONValue {
        let data = try Data(contentsOf: Self.folder.appending(path: "expected.json"))
        return try #require(try JSONDecoder().decode(JSONValue.self, from: data)["cases"]?[name]?["expect"])
    }

    @Test func aCaseWithEverything() async throws {
        let result = try await analyze(
            path("core_501.csv"), "--rotation", path("y5r1.csv"), "--as-of", "2025-10-31", "--days", "30", "--student",
            "36000004", "--threshold", "33.33", "--threshold", "080", "--format", "json")
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        let (answer, expected) = (try json(result), try expected("core_501"))
        for key in [
            "load", "rotationRowsSkipped", "students", "advisors", "module", "weeks", "isoWeeks", "surnameOrder",
        ] {
            #expect(answer[key] == expected[key], "\(key)")
        }
        #expect(answer["detail"] == expected["detail"])
        let lists = try #require(answer["atOrBelow"]?.object)
        #expect(lists.keys.sorted() == ["080", "33.33"])
        #expect(lists["33.33"] == expected["atOrBelow"]?["33.33"] && lists["080"] == expected["atOrBelow"]?["80"])
    }

    @Test func keysThatWereNotAskedForAreNotThere() async throws {
        let answer = try json(try await analyze(path("core_101.csv"), "--format", "json"))
        #expect(answer["atOrBelow"]?.object?.keys.sorted() == ["80"])
        #expect(answer["detail"] == nil && answer["rotationRowsSkipped"] == nil)
        #expect(answer["surnameOrder"]?.array?.count == 12 && answer["module"]?["code"] == "101")
        let student = try #require(answer["students"]?.array?.first?.object)
        #expect(
            student.keys.sorted() == [
                "absent", "advisor", "attended", "excused", "expected", "firstName", "id", "percentage",
                "percentageWithoutExcused", "surname",
            ])
    }

    @Test func notesAndRange() async throws {
        let result = try await analyze(
            path("core_101.csv"), "--notes", path("notes.xlsx"), "--from", "2025-09-01", "--to", "2025-09-03",
            "--format",
            "json")
        let answer = try json(result)
        let students = try #require(answer["students"]?.array)
        #expect(students.count == 12 && students.allSatisfy { $0["expected"] == 2 })
        #expect(students.allSatisfy { $0.object?["email"] != nil && $0.object?["notes"] != nil })
        #expect(students.contains { $0["notes"]?.string?.isEmpty == false })
        // the load counts the whole file
        #expect(answer["load"] == (try expected("core_101"))["load"])
    }

    @Test func severalFilesAreOneModule() async throws {
        let twice = try json(
            try await analyze(path("core_101.csv"), path("core_101.csv"), "--format", "json"))
        let once = try json(try await analyze(path("core_101.csv"), "--format", "json"))
        #expect(twice["students"] == once["students"] && twice["weeks"] == once["weeks"])
        #expect(twice["load"]?["rows"] == 720 && twice["load"]?["kept"] == 336)
        #expect(twice["load"]?["duplicatesMerged"] == 336)
    }

    @Test(arguments: [
        ("missing_columns.csv", "missingColumns", "surname, academicAdvisor"), ("nothing.csv", "emptyFile", "empty"),
        ("picture.csv", "unreadable", "neither a CSV file nor an Excel workbook"),
        ("not-there.csv", "unreadable", "no such file"), ("", "unreadable", "folder"),
    ])
    func aFileThatGivesNoTableIsToldAsJSONToo(_ name: String, _ error: String, _ sentence: String) async throws {
        try await withTemporaryFolder { folder in
            try Data().write(to: folder.appending(path: "nothing.csv"))
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0xD8, 0, 0]).write(
                to: folder.appending(path: "picture.csv"))
            let file = name == "missing_columns.csv" ? path(name) : folder.appending(path: name).path
            let result = try await analyze(file, "--module", "101", "--format", "json")
            let load = try #require(try json(result)["load"])
            #expect(result.status == 1 && load["status"] == "error" && load["error"]?.string == error)
            #expect(result.errors.contains(sentence), "\(result.errors)")
            if error == "missingColumns" { #expect(load["columns"] == ["surname", "academicAdvisor"]) }
            let table = try await analyze(file, "--module", "101", "--format", "csv")
            #expect(table.status == 1 && table.output.isEmpty && table.errors == result.errors)
        }
    }

    @Test func anExportWithoutRowsIsNoError() async throws {
        let result = try await analyze(path("header_only.csv"), "--module", "101", "--format", "json")
        #expect(result.status == 0)
        #expect(try json(result)["load"] == (try expected("header_only"))["load"])
    }

    @Test(arguments: [
        ["--from", "01/10/2025"], ["--to", "2025-02-30"], ["--from", "2025-10-02", "--to", "2025-10-01"],
        ["--as-of", "today"], ["--days", "6"], ["--days", "366"], ["--threshold", "101"], ["--threshold", "80%"],
        ["--format", "xml"], ["--module", " "], ["--colour"],
    ])
    func wrongUsage(_ arguments: [String]) async throws {
        let result = try await Program.run(["attendance", "analyze", path("core_101.csv")] + arguments)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test func noFileIsWrongUsage() async throws {
        #expect(try await analyze("--format", "json").status == 2)
    }

    @Test func theModuleIsSaidWhenFilesDoNotAgree() async throws {
        let both = try await analyze(path("core_101.csv"), path("core_501.csv"), "--format", "json")
        #expect(both.status == 2 && both.errors.contains("101, 501"))
        let chosen = try await analyze(
            path("core_101.csv"), path("core_501.csv"), "--module", "501", "--format", "json")
        let code = try json(chosen)["module"]?["code"]
        #expect(chosen.status == 0 && code == "501")
        let unknown = try await analyze(path("names.csv"), "--format", "json")
        #expect(unknown.status == 0 && unknown.errors.contains("--module"))
        #expect(try json(unknown)["module"]?.object?["code"] == .null)
        let rotation = try await analyze(path("names.csv"), "--rotation", path("y3r1.csv"), "--format", "json")
        #expect(rotation.status == 2 && rotation.errors.contains("--module"))
    }

    @Test func aStudentWhoIsNotThere() async throws {
        let result = try await analyze(path("core_101.csv"), "--student", "1", "--format", "json")
        #expect(result.status == 1 && result.errors.contains("student 1"))
        #expect(try json(result).object?["detail"] == .null)
    }

    @Test func theTableOfStudentsForASpreadsheetAndForATerminal() async throws {
        let csv = try await analyze(path("names.csv"), "--module", "101", "--format", "csv")
        let table = try CSVReader().read(Array(csv.output.utf8))
        #expect(table.rows.count == 17 && table.header.prefix(4) == ["id", "firstName", "surname", "advisor"])
        // a formula is no formula any more
        #expect(table.rows.contains { $0.cells[1] == "'=cmd()" })
        let text = try await analyze(path("names.csv"), "--module", "101", "--format", "table").output
        let lines = text.split(separator: "\n")
        #expect(lines[0] == "20 rows: 20 kept.")
        #expect(lines[1] == "Module 101: 17 students, 19 of 20 attended, 95 %; 0 excused.")
        #expect(lines.count == 20 && lines[2].hasPrefix("id  firstName"))
        #expect(text == (try await analyze(path("names.csv"), "--module", "101")).output)
        let empty = try await analyze(path("header_only.csv"), "--module", "101")
        #expect(empty.status == 0 && empty.output.hasPrefix("No row stands under the header.\n"))
    }

    @Test func theAbsencesOfOneStudentForATerminal() async throws {
        let text = try await analyze(path("core_501.csv"), "--student", "36000004").output
        let section = try #require(text.components(separatedBy: "\n\n").last).split(separator: "\n")
        #expect(section[0] == "36000004 Dáithí de Souza: 10 of 16 attended, 62.5 %; the module 72.4 %.")
        #expect(section.count == 7 && section[1] == "2025-09-03 10:00  absent  MBChB 501 Lecture 1")
    }
}
