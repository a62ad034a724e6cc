import Kernel
import TestSupport
import Testing
import Web

/// Whom each role sees: in every view and in every format.
@Suite struct InsightsRoleTests {
    /// Module 501 with students 1 to 6, advised by Dr Grey but for student 6; module 201 with the same students.
    private struct Place: Sendable {
        let app: ApplicationUnderTest
        let owner: Client

        static func with(_ body: @escaping @Sendable (Place) async throws -> Void) async throws {
            try await withRounds(environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
                let owner = try await app.signedIn(as: .owner)
                let export = InsightsExport.week { $0 == 6 ? "Dr White" : "Dr Grey" }
                for module in ["501", "201"] {
                    let answer = try await owner.importInsights(export.bytes, "module=\(module)")
                    guard answer.status == 201 else { throw UnexpectedAnswer(answer: answer) }
                }
                try await body(Place(app: app, owner: owner))
            }
        }

        func staff() async throws -> String {
            try await owner.make(
                "/api/v1/people", ["kind": "staff", "number": "A1", "givenName": "Ann", "familyName": "Adviser"])
        }
    }

    static let views = [
        "summary", "placements", "self-certification", "recent", "advisers", "weekly", "compare", "student", "adviser",
        "contacts", "flags",
    ]

    @Test("An adviser sees the linked students and nobody else, in every view and format")
    func adviser() async throws {
        try await Place.with { place in
            let person = try await place.staff()
            let adviser = try await place.app.signedIn(as: .adviser, personID: person)
            #expect(try await adviser.get("/api/v1/insights/modules")["items"] == .array([]))
            #expect(try await adviser.get("/api/v1/insights/summary?module=501").status == 404)
            let links: JSONValue = ["adviserLinks": [["adviser": "Dr White", "person": .string(person)]]]
            #expect(try await place.owner.patch("/api/v1/insights/settings", links).status == 200)

            let modules = try await adviser.get("/api/v1/insights/modules")["items"]?.array ?? []
            #expect(modules.map { $0["students"] } == [1, 1] && modules.map { $0["rows"] } == [5, 5])
            let query = "module=501&adviser=Dr%20White&student=36200006&threshold=100"
            for view in Self.views {
                for format in ["json", "csv", "xlsx"] where view != "contacts" && view != "flags" || format == "json" {
                    let answer = try await adviser.get("/api/v1/insights/\(view)?\(query)&format=\(format)")
                    #expect(answer.status == 200, "\(view) \(format) \(answer.text)")
                    #expect(!answer.text.contains("3620000") || !Self.tellsOfOthers(answer.text), "\(view) \(format)")
                }
            }
            let all = try await adviser.get("/api/v1/insights/summary?module=501")
            #expect(all.studentIDs == ["36200006"] && all["choices"]?["advisers"] == ["Dr White"])
            let bins = (all["distribution"]?.array ?? []).compactMap { $0["students"]?.integer }
            #expect(bins.reduce(0, +) <= 1)
            let csv = try await adviser.get("/api/v1/insights/summary?module=501&format=csv").text
            #expect(csv.contains("36200006") && !Self.tellsOfOthers(csv))
            let advisers = try await adviser.get("/api/v1/insights/advisers?module=501")
            #expect(!advisers.text.contains("Dr Grey"))
            for path in ["student?module=501&student=36200001", "adviser?module=501&adviser=Dr%20Grey"] {
                #expect(try await adviser.get("/api/v1/insights/\(path)").status == 404, "\(path)")
            }
            for path in ["imports", "settings", "sample"] {
                #expect(try await adviser.get("/api/v1/insights/\(path)").status == 403, "\(path)")
            }
        }
    }

    private static func tellsOfOthers(_ text: String) -> Bool {
        (1...5).contains { text.contains("3620000\($0)") || text.contains("Family 3620000\($0)") }
            || text.contains("Dr Grey")
    }

    @Test("The register's adviser sees the student by number")
    func registerAdviser() async throws {
        try await Place.with { place in
            let person = try await place.staff()
            _ = try await place.owner.make(
                "/api/v1/people",
                [
                    "kind": "student", "number": "36200002", "givenName": "Sam", "familyName": "Two",
                    "adviser": .string(person),
                ])
            let adviser = try await place.app.signedIn(as: .adviser, personID: person)
            #expect(try await adviser.get("/api/v1/insights/summary?module=501").studentIDs == ["36200002"])
        }
    }

    @Test("A teacher sees the modules taught and no other")
    func teacher() async throws {
        try await Place.with { place in
            let module = try await place.owner.make("/api/v1/modules", ["code": "501", "title": "Year 5"])
            let group = try await place.owner.make(
                "/api/v1/groups",
                ["module": .string(module), "name": "A", "firstDay": "2025-09-01", "lastDay": "2026-07-31"])
            let teacher = try await place.app.signedIn(as: .teacher)
            _ = try await place.owner.make(
                "/api/v1/groups/\(group)/teachers", ["user": .string(teacher.userID ?? "")])
            let modules = try await teacher.get("/api/v1/insights/modules")["items"]?.array ?? []
            #expect(modules.compactMap { $0["module"]?.string } == ["501"])
            #expect(try await teacher.get("/api/v1/insights/summary?module=501").studentIDs.count == 6)
            for view in Self.views {
                let query = "module=201&student=36200001&adviser=Dr%20Grey"
                for format in ["json", "csv"] {
                    let answer = try await teacher.get("/api/v1/insights/\(view)?\(query)&format=\(format)")
                    #expect(answer.status == 404, "\(view) \(format)")
                }
            }
            #expect(
                try await teacher.get("/api/v1/insights/compare?module=501&otherModule=201").status == 404)
            let contact: JSONValue = [
                "module": "201", "student": "36200001", "day": "2025-09-05", "how": "phone", "outcome": "Well",
            ]
            #expect(try await teacher.post("/api/v1/insights/contacts", contact).status == 404)
        }
    }

    @Test("A student sees the own view only, without what staff noted")
    func student() async throws {
        try await Place.with { place in
            let person = try await place.owner.make(
                "/api/v1/people",
                ["kind": "student", "number": "36200003", "givenName": "Sam", "familyName": "Three"])
            let notes = "Student ID,Email,Notes 1\n36200003,three@example.org,Worried about money\n"
            _ = try await place.owner.importInsights(Array(notes.utf8), "name=notes.csv")
            let flag: JSONValue = ["module": "501", "student": "36200003", "reason": "Tired lately"]
            #expect(try await place.owner.post("/api/v1/insights/flags", flag).status == 201)
            let student = try await place.app.signedIn(as: .student, personID: person)
            let own = try await student.get("/api/v1/insights/student?module=501&student=36200003")
            #expect(own.status == 200 && own["student"]?["percentage"] == 60)
            #expect(!own.text.contains("Worried") && !own.text.contains("Tired") && own["flags"] == .array([]))
            #expect(try await student.get("/api/v1/insights/student?module=501&student=36200001").status == 404)
            #expect(try await student.get("/api/v1/insights/modules")["items"]?.array?.count == 2)
            for view in Self.views where view != "student" {
                #expect(try await student.get("/api/v1/insights/\(view)?module=501").status == 403, "\(view)")
            }
        }
    }

    @Test("Clinician and auditor see nothing", arguments: [Role.clinician, .auditor])
    func nobody(_ role: Role) async throws {
        try await Place.with { place in
            let client = try await place.app.signedIn(as: role)
            for view in Self.views + ["modules", "imports", "settings"] {
                #expect(try await client.get("/api/v1/insights/\(view)?module=501").status == 403, "\(view)")
            }
        }
    }

    @Test("The director sees all and manages imports")
    func director() async throws {
        try await Place.with { place in
            let director = try await place.app.signedIn(as: .director)
            #expect(try await director.get("/api/v1/insights/summary?module=201").studentIDs.count == 6)
            #expect(try await director.importInsights(InsightsExport.week(day: 3).bytes, "module=201").status == 201)
        }
    }
}
