import HTTPTypes
import Kernel
import Persistence
import TestSupport
import Testing
import Web

@testable import Insights

/// Files come in, count, go and come back.
@Suite struct InsightsImportTests {
    private let summary = "/api/v1/insights/summary?module=501&order=id"

    @Test("A file is stored, accounted for, and counts", arguments: TestEngine.available)
    func wholeWay(_ engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            var export = InsightsExport.week()
            export.add("36200001", "2025-09-01 09:00", true)
            export.add("36200001", "2025-09-08 09:00", true, cancelled: "True")
            export.add(line: ",Given,Family,Dr Grey,2025-09-08 09:00,Lecture,True,,False,1")
            export.add(line: "36200002,Given,Family,Dr Grey,2205-09-08 09:00,Lecture,True,,False,1")
            export.add(line: "36200002,Given,Family,Dr Grey,2025-09-08 09:00,Lecture,perhaps,,False,1")
            let answer = try await owner.importInsights(export.bytes, "name=lusi_mbchb501%20(1).csv")
            #expect(answer.status == 201 && answer["module"] == "501" && answer["state"] == "stored")
            let accounting = try #require(answer["accounting"])
            let expected: [String: Int64] = [
                "rows": 35, "malformed": 0, "blankStudentId": 1, "badDate": 1, "cancelled": 1, "duplicatesMerged": 1,
                "checkInsMerged": 0, "unknownBooleans": 1, "kept": 31,
            ]
            for (name, count) in expected { #expect(accounting[name] == .integer(count), "\(name)") }
            #expect(answer["students"] == 6 && answer["firstDay"] == "2025-09-01" && answer["lastDay"] == "2025-09-08")
            #expect(answer["problemCount"] == 5)

            let view = try await owner.get(summary)
            #expect(view.studentIDs == (1...6).map { "3620000\($0)" })
            #expect(view["overall"]?["expected"] == 31 && view["overall"]?["attended"] == 15)
            #expect(view.studentsByID["36200002"]?["percentage"] == .number(66.6667))

            let id = try #require(answer["id"]?.string)
            let rows = try await owner.get("/api/v1/insights/imports/\(id)/rows?format=json")
            let codes = try #require(rows["items"]?.array).compactMap { $0["code"]?.string }
            #expect(codes == ["duplicate", "cancelled", "blank_student_id", "bad_date", "unknown_boolean"])
            let csv = try await owner.get("/api/v1/insights/imports/\(id)/rows")
            #expect(csv.text.contains("34,35,startDateTime,bad_date,"))
            #expect(try await owner.get("/api/v1/insights/imports/\(id)/file").bytes == export.bytes)
        }
    }

    @Test("The same bytes again change nothing", arguments: TestEngine.available)
    func same(_ engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let bytes = InsightsExport.week().bytes
            let first = try await owner.importInsights(bytes, "name=a501.csv")
            let before = try await owner.get(summary)
            let second = try await owner.importInsights(bytes, "name=other.csv&module=501")
            #expect(second.status == 200 && second["state"] == "same" && second["id"] == first["id"])
            #expect(try await owner.get(summary).text == before.text)
            let items = try await owner.get("/api/v1/insights/imports?module=501")["items"]?.array
            #expect(items?.count == 1)
        }
    }

    @Test("Undo removes one import completely, restore brings it back", arguments: TestEngine.available)
    func undo(_ engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            var first = InsightsExport.week()
            first.add("36200009", "2025-09-01 09:00", true)
            _ = try await owner.importInsights(first.bytes, "name=a501.csv")
            let before = try await owner.get(summary)
            // six events of a Monday with other names and marks: they merge with those of the first file
            let second = try await owner.importInsights(InsightsExport.week(students: 1...9).bytes, "name=b501.csv")
            #expect(second["accounting"]?["duplicatesMerged"] == 31)
            let both = try await owner.get(summary)
            #expect(both.studentIDs.count == 9)

            let path = "/api/v1/insights/imports/\(second["id"]?.string ?? "")"
            let undone = try await owner.delete(path)
            #expect(undone.status == 200 && undone["state"] == "undone" && undone["accounting"] == .null)
            let after = try await owner.get(summary)
            for member in ["overall", "students", "distribution", "choices"] {
                #expect(after[member] == before[member])
            }
            #expect(try await owner.delete(path).code == "import_undone")

            #expect(try await owner.post(path + "/restore")["state"] == "stored")
            let again = try await owner.get(summary)
            for member in ["overall", "students", "distribution"] { #expect(again[member] == both[member]) }
            #expect(try await owner.post(path + "/restore").code == "import_not_undone")
        }
    }

    @Test("A restart, and another server, rebuild the same numbers", arguments: TestEngine.available)
    func restart(_ engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let caller = Principal(userID: owner.userID ?? "", name: "Owner", role: .owner)
            let other = InsightsStore(database: app.database)
            for (name, day) in [("a501.csv", 1), ("b501.csv", 3)] {
                _ = try await owner.importInsights(InsightsExport.week(day: day).bytes, "name=\(name)")
                let fresh = try await InsightsStore(database: app.database).view("501", caller).described
                #expect(try await other.view("501", caller).described == fresh)
                let expected = fresh.filter { $0.contains(" Lecture ") }.count
                #expect(try await owner.get(summary)["overall"]?["expected"] == .integer(Int64(expected)))
            }
            let items = try await owner.get("/api/v1/insights/imports?module=501")["items"]?.array
            let id = try #require(items?.last?["id"]?.string)
            _ = try await owner.delete("/api/v1/insights/imports/\(id)")
            _ = try await owner.post("/api/v1/insights/imports/\(id)/restore")
            let fresh = try await InsightsStore(database: app.database).view("501", caller).described
            #expect(try await other.view("501", caller).described == fresh)
        }
    }

    @Test("A rotation map and notes are told by their headings and stand beside the figures")
    func mapsAndNotes() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.importInsights(InsightsExport.week().bytes, "name=a501.csv")
            let map = "Student ID,Group,Rotation 1,Pattern\n36200001,1,GP,4 days\n,2,GP,\n"
            let rotation = try await owner.importInsights(Array(map.utf8), "name=map501.csv")
            #expect(rotation.status == 201 && rotation["kind"] == "rotation" && rotation["skipped"] == 1)
            let notes = "Student ID,Email,Notes 1,Notes 2\n36200001,one@example.org,Likes tea,Moved\n"
            let noted = try await owner.importInsights(Array(notes.utf8), "name=notes.csv")
            #expect(noted["kind"] == "notes" && noted["module"] == "" && noted["students"] == 1)
            let student = try await owner.get(summary).studentsByID["36200001"]
            #expect(student?["email"] == "one@example.org" && student?["notes"] == "Likes tea, Moved")
            #expect(student?["rotation"]?["label"] == "GP" && student?["rotation"]?["expectedDaysPerWeek"] == 4)
            let id = noted["id"]?.string ?? ""
            _ = try await owner.delete("/api/v1/insights/imports/\(id)")
            #expect(try await owner.get(summary).studentsByID["36200001"]?["notes"] == .null)
        }
    }

    @Test("Parts of a file that never came to its end are forgotten after a day", arguments: TestEngine.available)
    func brokenOff(_ engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.importInsights(InsightsExport.week().bytes, "name=a501.csv")
            try await app.database.write { tx in
                for id in ["01900000-0000-7000-8000-000000000000", Identifier.v7()] {
                    try tx.execute("INSERT INTO insight_chunk VALUES (\(id), 0, 1, \([UInt8(1)]))")
                }
            }
            try await InsightsStore(database: app.database).forgetBrokenOffImports()
            let left = try await app.database.read { try $0.integer("SELECT COUNT(*) FROM insight_chunk") }
            #expect(left == 2)
            #expect(try await owner.get(summary).status == 200)
        }
    }
}
