import Compliance
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import TestSupport
import Testing
import Web

/// Verdicts, questions, exercises, figures, episodes, the logbook.
@Suite struct ComplianceStudyTests {
    private static let base = ComplianceClinic.base

    private func violated(_ note: Answer) throws -> JSONValue {
        try #require(note["findings"]?.array?.first { $0["status"] == "violated" })
    }

    @Test("A verdict stays with its finding and counts for the rule", arguments: TestEngine.available)
    func verdicts(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let note = try await clinic.add(ComplianceClinic.treatment)
            let finding = try violated(note)
            let id = try #require(note["id"]?.string)
            let path = Self.base + "/documents/\(id)/findings/\(finding["id"]?.string ?? "")/verdict"
            let judged = try await clinic.therapist.put(
                path, ["correct": false, "comment": "Zebulon Quackenbush had it"])
            #expect(judged.status == 200 && judged["verdict"]?["correct"] == .bool(false))
            #expect(judged["verdict"]?["comment"]?.string?.contains("Quackenbush") == false)
            let precision = try await clinic.get("/rules/precision")["items"]?.array ?? []
            #expect(precision.count == 1 && precision[0]["disputed"] == 1 && precision[0]["precision"] == .null)
            #expect(precision[0]["ruleId"] == finding["ruleId"])
            #expect(try await clinic.therapist.delete(path).status == 204)
            #expect(try await clinic.get("/rules/precision")["items"] == .array([]))
            let unknown = Self.base + "/documents/\(id)/findings/none/verdict"
            #expect(try await clinic.therapist.put(unknown, ["correct": true])["code"] == "unknown_finding")
        }
    }

    @Test("From ten verdicts on a rule has a precision")
    func precision() async throws {
        try await ComplianceClinic.with { clinic in
            for number in 1...10 {
                let note = try await clinic.add(ComplianceClinic.treatment + "\nCopy \(number)")
                let finding = try #require(note["findings"]?.array?.first { $0["ruleId"] == "BIL-01" })
                let path = "/documents/\(note["id"]?.string ?? "")/findings/\(finding["id"]?.string ?? "")/verdict"
                let judged = try await clinic.therapist.put(Self.base + path, ["correct": .bool(number > 2)])
                #expect(judged.status == 200)
            }
            let item = try await clinic.get("/rules/precision")["items"]?.array?.first
            #expect(item?["n"] == 10 && item?["correct"] == 8 && item?["precision"] == .number(0.8))
        }
    }

    @Test("An exercise shows a class the masked note, and what was hidden to whoever has answered")
    func cases() async throws {
        try await ComplianceClinic.with { clinic in
            let note = try await clinic.add(ComplianceClinic.treatment)
            let finding = try violated(note)
            let made = try await clinic.therapist.post(
                Self.base + "/teaching-cases",
                [
                    "document": note["id"] ?? .null, "title": "Units of Mr. Quackenbush",
                    "hide": [finding["id"] ?? .null],
                ])
            #expect(made.status == 201 && made["hidden"] == 1)
            let id = try #require(made["id"]?.string)
            let student = try await clinic.app.signedIn(as: .student)
            let seen = try await student.get(Self.base + "/teaching-cases/\(id)")
            #expect(seen.status == 200 && seen["answer"] == .null && seen["masked"] == note["masked"])
            #expect(!seen.text.contains("Quackenbush") && !seen.text.contains(finding["reason"]?.string ?? "?"))
            let answer = try await student.post(
                Self.base + "/teaching-cases/\(id)/answer", ["ruleIds": [finding["ruleId"] ?? .null, "POC-05"]])
            #expect(
                answer["found"]?.array?.count == 1 && answer["missed"] == .array([])
                    && answer["extra"] == .array(["POC-05"]))
            let twice = try await student.post(Self.base + "/teaching-cases/\(id)/answer", ["ruleIds": []])
            #expect(twice.status == 409)
            #expect(try await student.get(Self.base + "/teaching-cases/\(id)")["answer"]?["found"]?.array?.count == 1)
            #expect(try await student.get(Self.base + "/documents").status == 403)
            #expect(try await clinic.colleague.delete(Self.base + "/teaching-cases/\(id)").status == 404)
            #expect(try await clinic.therapist.delete(Self.base + "/teaching-cases/\(id)").status == 204)
            #expect(try await student.get(Self.base + "/teaching-cases/\(id)").status == 404)
        }
    }

    @Test("Questions are answered with words of the rules, or not at all")
    func questions() async throws {
        try await ComplianceClinic.with { clinic in
            let asked = try await clinic.therapist.post(
                Self.base + "/questions", ["question": "Which rockets fly to the moon?"])
            #expect(asked.status == 201 && asked["refused"] == .bool(true) && asked["citations"] == .array([]))
            let rules = try await clinic.get("/rules")["items"]?.array ?? []
            let text = Set(rules.compactMap { $0["text"]?.string }).joined(separator: "\n")
            let units = try await clinic.therapist.post(
                Self.base + "/questions", ["question": "How is the plan of care certified by a physician?"])
            for citation in units["citations"]?.array ?? [] {
                #expect(citation["source"] == "rule" && citation["quote"]?.string?.isEmpty == false)
            }
            #expect(!text.isEmpty)
            #expect(try await clinic.get("/questions")["items"]?.array?.count == 2)
            #expect(try await clinic.colleague.get(Self.base + "/questions")["items"] == .array([]))
        }
    }

    @Test("Figures are rates of real notes, and the team's hold no note", arguments: TestEngine.available)
    func figures(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            #expect(try await clinic.get("/coaching")["items"] == .array([]))
            for number in 1...5 {
                _ = try await clinic.add(ComplianceClinic.treatment + "\nCopy \(number)")
            }
            _ = try await clinic.add(ComplianceClinic.evaluation, as: clinic.colleague)
            let habits = try await clinic.get("/coaching")["items"]?.array ?? []
            let units = habits.first { $0["ruleId"] == "BIL-01" }
            #expect(units?["violated"] == 5 && units?["rate"] == 1 && units?["previousRate"] == .null)
            let weeks = try await clinic.get("/trends?by=week")["items"]?.array ?? []
            #expect(weeks.last?["notes"] == 5 && weeks.first?["notes"] == 0 && weeks.first?["score"] == .null)
            let team = try await clinic.director.get(Self.base + "/team")
            #expect(team["members"]?.array?.compactMap { $0["notes"]?.integer }.sorted() == [1, 5])
            #expect(team["members"]?.array?.contains { $0["name"] == "Therapist One" } == true)
            #expect(!team.text.contains("[PATIENT"))
            #expect(try await clinic.get("/team").status == 403)
            #expect(try await clinic.get("/trends?from=2026-01-02&to=2026-01-01").status == 422)
        }
    }

    @Test("Notes of an episode share their numbers and the day their dates count from", arguments: TestEngine.available)
    func episodes(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let made = try await clinic.therapist.post(Self.base + "/episodes", ["label": "Zebulon Quackenbush"])
            #expect(made.status == 201 && made["label"] == "[PATIENT_1]")
            let episode = try #require(made["id"]?.string)
            let first = try await clinic.add(ComplianceClinic.evaluation, episode: episode)
            let second = try await clinic.add(ComplianceClinic.treatment, episode: episode)
            #expect(first["dateOfService"] == "[DATE+0d]" && second["dateOfService"] == "[DATE+7d]")
            let between = ComplianceClinic.treatment.replacingOccurrences(of: "05/26/2025", with: "05/22/2025")
            _ = try await clinic.add(between, episode: episode)
            let whole = try await clinic.get("/episodes/\(episode)")
            // the one that came last was written between the others
            let days = whole["notes"]?.array?.compactMap { $0["dateOfService"]?.string }
            #expect(days == ["[DATE+0d]", "[DATE+3d]", "[DATE+7d]"] && whole["left"] == .array([]))
            for word in ComplianceClinic.telling { #expect(!whole.text.contains(word)) }
            #expect(try await clinic.colleague.get(Self.base + "/episodes/\(episode)").status == 404)
            let foreign = try await clinic.colleague.post(
                Self.base + "/documents", ["text": "A note.", "episode": .string(episode)])
            #expect(foreign.status == 404 && foreign["code"] == "unknown_episode")
        }
    }

    @Test("Notes of one episode that come at the same time are numbered one after the other")
    func parallel() async throws {
        try await ComplianceClinic.with { clinic in
            let made = try await clinic.therapist.post(Self.base + "/episodes", ["label": .null])
            let episode = try #require(made["id"]?.string)
            let states = try await withThrowingTaskGroup(of: JSONValue?.self) { group in
                for number in 1...4 {
                    group.addTask {
                        try await clinic.add("\(ComplianceClinic.treatment)\nCopy \(number)", episode: episode)["state"]
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(states.allSatisfy { $0 == "ready" } && states.count == 4)
        }
    }

    @Test("Hours on a day that the register has as absent are a finding", arguments: TestEngine.available)
    func logbook(engine: TestEngine) async throws {
        try await withRounds(on: engine, environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let owner = try await app.signedIn(as: .owner)
            func make(_ path: String, _ body: JSONValue) async throws -> String {
                let answer = try await owner.post(path, body)
                guard let id = answer["id"]?.string else { throw UnexpectedAnswer(answer: answer) }
                return id
            }
            let module = try await make("/api/v1/modules", ["code": "PT-1", "title": "Placement"])
            let group = try await make(
                "/api/v1/groups",
                ["module": .string(module), "name": "A", "firstDay": "2026-09-01", "lastDay": "2026-12-18"])
            let student = try await make(
                "/api/v1/people", ["kind": "student", "number": "S1", "givenName": "Sam", "familyName": "Student"])
            _ = try await make("/api/v1/groups/\(group)/enrolments", ["student": .string(student)])
            let session = try await make(
                "/api/v1/attendance/sessions",
                ["group": .string(group), "date": "2026-11-20", "start": "09:00", "title": "Clinic day"])
            _ = try await owner.post(
                "/api/v1/attendance/records",
                ["session": .string(session), "student": .string(student), "status": "absent", "seen": [:]])
            let director = try await app.signedIn(as: .director)
            func entry(_ student: String, _ day: String) -> JSONValue {
                ["student": .string(student), "date": .string(day), "hours": 8, "site": "North clinic"]
            }
            let added = try await director.post(
                Self.base + "/logbook", ["entries": [entry("S1", "2026-11-20"), entry("S1", "2026-11-19")]])
            #expect(added.status == 201 && added["added"] == 2, "\(added.text)")
            let logbook = try await director.get(Self.base + "/logbook?from=2026-11-01&to=2026-11-30")
            #expect(logbook["items"]?.array?.count == 2)
            let findings = logbook["findings"]?.array ?? []
            #expect(findings.count == 1 && findings[0]["date"] == "2026-11-20")
            #expect(findings.first?["sessions"] == .array(["Clinic day"]))
            let unknown = try await director.post(Self.base + "/logbook", ["entries": [entry("S9", "2026-11-20")]])
            #expect(unknown.status == 422 && unknown.text.contains("entries[0].student"))
            let stranger = try await app.signedIn(as: .teacher)
            #expect(try await stranger.get(Self.base + "/logbook?from=2026-11-01&to=2026-11-30")["items"] == .array([]))
        }
    }
}
