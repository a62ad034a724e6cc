import Documents
import Kernel
import TestSupport
import Testing
import Web

/// Filters, pages, files, the log of contacts, flags, settings, and two people at once.
@Suite struct InsightsViewTests {
    private static func with(
        _ body: @escaping @Sendable (ApplicationUnderTest, Client) async throws -> Void
    ) async throws {
        try await withRounds(environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let owner = try await app.signedIn(as: .owner)
            var export = InsightsExport.week { $0 < 3 ? "Dr Grey" : "=cmd()" }
            export.add("36200001", "2025-09-02 13:00", false, "MED.PLAC ward", selfCertified: "Flu")
            _ = try await owner.importInsights(export.bytes, "name=a501.csv")
            try await body(app, owner)
        }
    }

    @Test(
        "A filter holds in every part of an answer",
        arguments: [
            ("adviser=Dr%20Grey", ["36200001", "36200002"]), ("q=family%2036200004", ["36200004"]),
            ("adviser=", []), ("selfCertified=true", ["36200001"]),
            ("from=2025-09-01&to=2025-09-01&adviser=Dr%20Grey", ["36200001", "36200002"]),
        ])
    func filters(_ query: String, _ expected: [String]) async throws {
        try await Self.with { _, owner in
            let view = try await owner.get("/api/v1/insights/summary?module=501&order=id&\(query)")
            #expect(view.studentIDs == expected, "\(view.text)")
            let csv = try await owner.get("/api/v1/insights/summary?module=501&order=id&\(query)&format=csv")
            #expect(try CSVReader().read(csv.bytes).rows.map { $0.cells[0] } == expected)
        }
    }

    @Test("Pages hold everybody once, files hold everybody, and a spreadsheet runs no cell of a CSV file")
    func pages() async throws {
        try await Self.with { _, owner in
            let path = "/api/v1/insights/summary?module=501&order=surname"
            var ids: [String] = []
            var next: String? = ""
            while let cursor = next {
                let place = cursor.isEmpty ? "" : "&cursor=\(cursor.replacing("=", with: "%3D"))"
                let page = try await owner.get(path + "&limit=4" + place)
                ids += page.studentIDs
                next = page["next"]?.string
            }
            #expect(ids == (1...6).map { "3620000\($0)" })
            let csv = try await owner.get(path + "&format=csv&limit=1")
            #expect(csv.header("Content-Disposition")?.contains("attendance 501.csv") == true)
            #expect(try CSVReader().read(csv.bytes).rows.map { $0.cells[3] }.contains("'=cmd()"))
            for view in ["summary", "placements", "self-certification", "recent", "advisers", "weekly", "compare"] {
                let file = try await owner.get("/api/v1/insights/\(view)?module=501&format=xlsx")
                let sheet = try #require(try WorkbookReader.read(file.bytes).first, "\(view)")
                #expect(sheet.rows.count > 1, "\(view)")
            }
        }
    }

    @Test("Cells under the size of the settings are hidden, and shown when the school says so")
    func smallCells() async throws {
        try await Self.with { _, owner in
            let path = "/api/v1/insights/advisers?module=501"
            let hidden = try await owner.get(path)["advisers"]?.array ?? []
            #expect(hidden.count == 2 && hidden.allSatisfy { $0["hidden"] == true && $0["expected"] == .null })
            let csv = try await owner.get(path + "&format=csv")
            #expect(try CSVReader().read(csv.bytes).rows.allSatisfy { $0.cells[2].isEmpty })
            #expect(try await owner.patch("/api/v1/insights/settings", ["smallCell": 1]).status == 200)
            let shown = try await owner.get(path)["advisers"]?.array ?? []
            #expect(shown.compactMap { $0["students"]?.integer } == [4, 2])
        }
    }

    @Test("The log of contacts: noted, seen by others, taken back by whoever noted it")
    func contacts() async throws {
        try await Self.with { app, owner in
            let body: JSONValue = [
                "module": "501", "student": "36200001", "day": "2025-09-05", "how": "phone", "outcome": "Will come",
            ]
            let noted = try await owner.post("/api/v1/insights/contacts", body)
            #expect(noted.status == 201 && noted["own"] == true)
            let other = try await app.signedIn(as: .administrator)
            let list = try await other.get("/api/v1/insights/contacts?module=501&student=36200001")
            #expect(list["items"]?.array?.first?["outcome"] == "Will come")
            let view = try await other.get("/api/v1/insights/summary?module=501")
            #expect(view.studentsByID["36200001"]?["lastContact"] == "2025-09-05")
            let path = "/api/v1/insights/contacts/\(noted["id"]?.string ?? "")"
            #expect(try await other.delete(path).status == 404)
            #expect(try await owner.delete(path).status == 204)
            #expect(try await owner.get("/api/v1/insights/contacts?module=501")["items"] == .array([]))
            let wrong: [(String, JSONValue, Int)] = [
                ("outcome", "  ", 422), ("student", "nobody", 404), ("module", "999", 404), ("how", "shouted", 422),
                ("day", "2199-01-01", 422), ("day", "yesterday", 422),
            ]
            for (member, value, status) in wrong {
                guard case .object(var members) = body else { continue }
                members[member] = value
                let answer = try await owner.post("/api/v1/insights/contacts", .object(members))
                #expect(answer.status == status, "\(member) \(answer.text)")
            }
        }
    }

    @Test("A flag closes with its remedy and opens again")
    func flags() async throws {
        try await Self.with { _, owner in
            let flag = try await owner.post(
                "/api/v1/insights/flags", ["module": "501", "student": "36200002", "reason": "Away"])
            let path = "/api/v1/insights/flags/\(flag["id"]?.string ?? "")"
            func open() async throws -> JSONValue? {
                try await owner.get("/api/v1/insights/summary?module=501").studentsByID["36200002"]?["openFlags"]
            }
            #expect(try await open() == 1)
            let closed = try await owner.post(path + "/close", ["remedy": "New timetable"])
            #expect(closed["state"] == "closed" && closed["remedy"] == "New timetable")
            #expect(try await open() == 0)
            #expect(try await owner.post(path + "/close", ["remedy": "Again"]).code == "flag_closed")
            #expect(try await owner.post(path + "/reopen").status == 200)
            #expect(try await owner.post(path + "/reopen").code == "flag_open")
            let list = try await owner.get("/api/v1/insights/flags?module=501&state=closed")
            #expect(list["items"] == .array([]))
        }
    }

    @Test("Settings change what counts as placement, for what is there already too")
    func settings() async throws {
        try await Self.with { (_: ApplicationUnderTest, owner: Client) async throws in
            func expected() async throws -> JSONValue? {
                try await owner.get("/api/v1/insights/summary?module=501")["overall"]?["expected"]
            }
            #expect(try await expected() == 30)
            let words: JSONValue = ["patterns": ["study": [], "placement": ["surgery"]]]
            #expect(try await owner.patch("/api/v1/insights/settings", words).status == 200)
            #expect(try await expected() == 31)
            let wrong: [JSONValue] = [
                ["threshold": "200"], ["smallCell": 0], ["adviserLinks": [["adviser": "X", "person": "y"]]],
            ]
            for change in wrong {
                #expect(try await owner.patch("/api/v1/insights/settings", change).status == 422)
            }
        }
    }

    @Test("Two people who import and read at once do not disturb each other", arguments: TestEngine.available)
    func together(_ engine: TestEngine) async throws {
        try await withRounds(on: engine, environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let owner = try await app.signedIn(as: .owner)
            let director = try await app.signedIn(as: .director)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (client, module) in [(owner, "501"), (director, "501"), (owner, "201"), (director, "201")] {
                    group.addTask {
                        for day in 1...4 {
                            let bytes = InsightsExport.week(day: day).bytes
                            let answer = try await client.importInsights(bytes, "module=\(module)")
                            #expect([200, 201].contains(answer.status), "\(answer.text)")
                            let view = try await client.get("/api/v1/insights/summary?module=\(module)")
                            #expect(view.studentIDs.count == 6)
                        }
                    }
                }
                try await group.waitForAll()
            }
            for module in ["501", "201"] {
                let imports = try await owner.get("/api/v1/insights/imports?module=\(module)")["items"]?.array ?? []
                #expect(imports.count == 4)
                let kept = imports.compactMap { $0["accounting"]?["kept"]?.integer }.reduce(0, +)
                let view = try await owner.get("/api/v1/insights/summary?module=\(module)")
                #expect(view["overall"]?["expected"] == .integer(kept) && kept == 48)
            }
        }
    }

    @Test("Every sample file comes in")
    func samples() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let files = try await owner.get("/api/v1/insights/sample")["files"]?.array ?? []
            #expect(files.count >= 3)
            for file in files {
                let name = file["name"]?.string ?? ""
                let bytes = try await owner.get("/api/v1/insights/sample/\(name)").bytes
                let answer = try await owner.importInsights(bytes, "name=\(name)")
                #expect(answer.status == 201 && answer["kind"] == file["kind"], "\(name) \(answer.text)")
            }
        }
    }
}
