import Kernel
import TestSupport
import Testing
import Web

@testable import Insights

/// The register's marks count at once, and counting what changed equals counting everything.
@Suite struct InsightsFeedTests {
    private static func mark(_ school: SituationSchool, _ session: String, _ student: Int, _ status: JSONValue)
        async throws
    {
        let answer = try await school.owner.post(
            "/api/v1/attendance/records",
            ["session": .string(session), "student": .string(school.students[student]), "status": status])
        if !(200..<300).contains(answer.status) { throw UnexpectedAnswer(answer: answer) }
    }

    @Test("A mark shows in the summary that is asked for next", arguments: TestEngine.available)
    func atOnce(_ engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine) { school in
            let session = try await school.session()
            let path = "/api/v1/insights/summary?module=PT101"
            try await Self.mark(school, session, 0, "late")
            let first = try await school.owner.get(path)
            #expect(first.studentIDs == ["S0"] && first.studentsByID["S0"]?["percentage"] == 100)
            try await Self.mark(school, session, 1, "absent")
            try await Self.mark(school, session, 0, "absent")
            let second = try await school.owner.get(path)
            #expect(second.studentsByID["S0"]?["percentage"] == 0 && second.studentsByID["S1"]?["percentage"] == 0)
            try await Self.mark(school, session, 0, .null)
            #expect(try await school.owner.get(path).studentIDs == ["S1"])
            let student = try await school.owner.get("/api/v1/insights/student?module=PT101&student=S1")
            let row = try #require(student["rows"]?.array?.first)
            #expect(row["source"] == "register" && row["at"] == "2026-11-21T09:00:00" && row["status"] == "absent")
            _ = try await school.owner.patch("/api/v1/attendance/sessions/\(session)", ["state": "cancelled"])
            #expect(try await school.owner.get(path).studentIDs.isEmpty)
        }
    }

    @Test("An approved absence counts as excused once the register is taken")
    func notices() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let notice = try await school.owner.make(
                "/api/v1/attendance/exceptions",
                [
                    "student": .string(school.students[2]), "category": "medical",
                    "firstDay": .string(SituationSchool.today), "lastDay": .string(SituationSchool.today),
                ])
            _ = try await school.owner.post(
                "/api/v1/attendance/exceptions/\(notice)/decision", ["decision": "approved"])
            let path = "/api/v1/insights/summary?module=PT101&order=id"
            #expect(try await school.owner.get(path).studentIDs.isEmpty)
            try await Self.mark(school, session, 0, "present")
            let view = try await school.owner.get(path)
            #expect(view.studentIDs == ["S0", "S2"] && view.studentsByID["S2"]?["excused"] == 1)
        }
    }

    @Test("The kind of a session counts, whatever its title and the words of the settings")
    func kinds() async throws {
        try await SituationSchool.with { school in
            let session = try await school.owner.make(
                "/api/v1/attendance/sessions",
                [
                    "group": .string(school.group), "date": .string(SituationSchool.today), "start": .null,
                    "state": "open", "title": "Ward four", "kind": "placement",
                ])
            try await Self.mark(school, session, 0, "present")
            for words in [nil, ["surgery"]] as [JSONValue?] {
                if let words {
                    let change: JSONValue = ["patterns": ["study": [], "placement": words]]
                    _ = try await school.owner.patch("/api/v1/insights/settings", change)
                }
                let view = try await school.owner.get("/api/v1/insights/placements?module=PT101")
                #expect(view.studentsByID["S0"]?["daysAttended"] == 1, "\(view.text)")
                let summary = try await school.owner.get("/api/v1/insights/summary?module=PT101")
                #expect(summary.studentsByID["S0"]?["expected"] == 0)
            }
        }
    }

    @Test("Files and marks of one module meet whatever the letter case, and whichever came first")
    func spelling() async throws {
        try await SituationSchool.with { school in
            var export = InsightsExport()
            export.add("S0", "\(SituationSchool.today) 15:00", true)
            _ = try await school.owner.importInsights(export.bytes, "module=pt202")
            let module = try await school.owner.make("/api/v1/modules", ["code": "PT202", "title": "Gait"])
            let group = try await school.owner.make(
                "/api/v1/groups",
                ["module": .string(module), "name": "A", "firstDay": "2026-09-01", "lastDay": "2026-12-18"])
            _ = try await school.owner.make(
                "/api/v1/groups/\(group)/enrolments", ["student": .string(school.students[0])])
            let session = try await school.owner.make(
                "/api/v1/attendance/sessions",
                [
                    "group": .string(group), "date": .string(SituationSchool.today), "start": "09:00",
                    "state": "open", "title": "Gait",
                ])
            try await Self.mark(school, session, 0, "absent")
            for code in ["pt202", "PT202"] {
                let view = try await school.owner.get("/api/v1/insights/summary?module=\(code)")
                #expect(view.studentsByID["S0"]?["expected"] == 2 && view["title"] == "Gait", "\(view.text)")
            }
            let modules = try await school.owner.get("/api/v1/insights/modules")["items"]?.array ?? []
            #expect(modules.count == 1 && modules.first?["rows"] == 2)
            // another file takes the spelling that is there
            export.add("S0", "\(SituationSchool.today) 17:00", true)
            let other = try await school.owner.importInsights(export.bytes, "module=Pt202")
            #expect(other["module"] == "pt202" && other["accounting"]?["duplicatesMerged"] == 1)
        }
    }

    @Test("Counting what changed equals counting everything, after any edits", arguments: TestEngine.available)
    func incremental(_ engine: TestEngine) async throws {
        try await SituationSchool.with(on: engine, students: 5) { school in
            let caller = Principal(userID: school.owner.userID ?? "", name: "Owner", role: .owner)
            let running = InsightsStore(database: school.app.database, clock: school.clock.wall)
            var random = SeededRandom(seed: 11)
            var sessions: [String] = []
            for start in ["09:00", "11:00", nil] as [String?] {
                sessions.append(try await school.session(start: start))
            }
            var notices: [String] = []
            for edit in 0..<48 {
                let session = sessions[Int.random(in: 0..<3, using: &random)]
                let student = Int.random(in: 0..<5, using: &random)
                switch Int.random(in: 0..<12, using: &random) {
                case 0:
                    let state: JSONValue = Bool.random(using: &random) ? "cancelled" : "open"
                    _ = try await school.owner.patch("/api/v1/attendance/sessions/\(session)", ["state": state])
                case 1:
                    _ = try await school.owner.patch(
                        "/api/v1/attendance/sessions/\(session)", ["title": .string("Topic \(edit % 3)")])
                case 2:
                    _ = try await school.owner.patch(
                        "/api/v1/people/\(school.students[student])", ["familyName": .string("Family \(edit)")])
                case 3:
                    notices.append(
                        try await school.owner.make(
                            "/api/v1/attendance/exceptions",
                            [
                                "student": .string(school.students[student]), "category": "medical",
                                "firstDay": .string(SituationSchool.today), "lastDay": .string(SituationSchool.today),
                            ]))
                    _ = try await school.owner.post(
                        "/api/v1/attendance/exceptions/\(notices[notices.count - 1])/decision",
                        ["decision": "approved"])
                case 4:
                    guard let notice = notices.popLast() else { continue }
                    _ = try await school.owner.patch("/api/v1/attendance/exceptions/\(notice)", ["state": "withdrawn"])
                case 5:
                    var export = InsightsExport()
                    export.add("S\(student)", "\(SituationSchool.today) 09:00", edit % 2 == 0, "Anatomy")
                    export.add("S\(student)", "\(SituationSchool.today) 10:0\(edit % 10)", true, "Seminar \(edit)")
                    _ = try await school.owner.importInsights(export.bytes, "module=PT101")
                case 6:
                    let items = try await school.owner.get("/api/v1/insights/imports?module=PT101")["items"]?.array
                    guard let item = items?.randomElement(using: &random), let id = item["id"]?.string else { continue }
                    let path = "/api/v1/insights/imports/\(id)"
                    if item["state"] == "undone" {
                        _ = try await school.owner.post(path + "/restore")
                    } else {
                        _ = try await school.owner.delete(path)
                    }
                default:
                    let statuses: [JSONValue] = ["present", "late", "absent", "excused", .null]
                    // a cancelled session takes no marks
                    try? await Self.mark(school, session, student, statuses[Int.random(in: 0..<5, using: &random)])
                }
                guard edit % 3 == 2 else { continue }
                let fresh = InsightsStore(database: school.app.database, clock: school.clock.wall)
                let expected = try await fresh.view("PT101", caller).described
                #expect(try await running.view("PT101", caller).described == expected, "after edit \(edit)")
            }
        }
    }
}
