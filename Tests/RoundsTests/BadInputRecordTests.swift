import HTTPTypes
import Kernel
import TestSupport
import Testing

/// Requests of single routes that are wrong: each is refused with a status, a stable code and a sentence, and changes
/// nothing.
@Suite struct BadInputRecordTests {
    private static let people = "/api/v1/people"
    private static let groups = "/api/v1/groups"
    private static let sessions = "/api/v1/attendance/sessions"
    private static let records = "/api/v1/attendance/records"
    private static let exceptions = "/api/v1/attendance/exceptions"

    @Test("What is no JSON object, or JSON of another kind than the route reads")
    func shapes() async throws {
        try await SituationSchool.with { school in
            let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
            for path in [Self.people, Self.records, Self.sessions, Self.exceptions, "/api/v1/sync"] {
                for (text, status, code) in [
                    ("", 400, "malformed_json"), ("{", 400, "malformed_json"), ("{\"a\":1", 400, "malformed_json"),
                    ("{\"a\":NaN}", 400, "malformed_json"), ("\u{FEFF}{", 400, "malformed_json"),
                    (deep, 400, "nested_too_deeply"), ("[]", 422, "invalid_input"), ("7", 422, "invalid_input"),
                    ("\"text\"", 422, "invalid_input"), ("null", 422, "invalid_input"),
                ] {
                    try await BadInputCase(.post, path, text: text, status, code).check(school.owner)
                }
                var broken = BadInputCase(.post, path, text: "{}", 415, "unsupported_media_type")
                broken.headers = [.contentType: "text/plain"]
                try await broken.check(school.owner)
                let answer = try await school.owner.send(
                    .post, path, body: [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D], [.contentType: "application/json"])
                answer.expectProblem(400, "malformed_json", "\(path) that is not UTF-8")
            }
        }
    }

    @Test("Values of the wrong type, words that do not exist, days and times that do not exist")
    func values() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let before = try await school.everything()
            for item in Self.wrongValues(school, session) { try await item.check(school.owner) }
            #expect(try await school.everything() == before)
        }
    }

    private static func wrongValues(_ school: SituationSchool, _ session: String) -> [BadInputCase] {
        let student = JSONValue.string(school.students[0])
        func mark(_ member: String, _ value: JSONValue) -> JSONValue {
            var body: [String: JSONValue] = ["session": .string(session), "student": student, "status": "present"]
            body[member] = value
            return .object(body)
        }
        func new(_ member: String, _ value: JSONValue) -> JSONValue {
            var body: [String: JSONValue] = ["group": .string(school.group), "date": .today, "start": "13:00"]
            body[member] = value
            return .object(body)
        }
        func notice(_ first: JSONValue, _ last: JSONValue, category: JSONValue = "medical") -> JSONValue {
            ["student": student, "category": category, "firstDay": first, "lastDay": last]
        }
        let group: [String: JSONValue] = ["module": .string(school.module), "name": "C", "lastDay": "2026-12-01"]
        let person: [String: JSONValue] = ["kind": "student", "number": "S9", "familyName": "Nine"]
        return [
            BadInputCase(.post, records, mark("status", "asleep"), 422, "unknown_status", field: "status"),
            BadInputCase(.post, records, mark("status", 1), 422, "unknown_status", field: "status"),
            BadInputCase(.post, records, mark("status", ["present"]), 422, "unknown_status", field: "status"),
            BadInputCase(.post, records, mark("minutesLate", -1), 422, "invalid_minutes", field: "minutesLate"),
            BadInputCase(.post, records, mark("minutesLate", 601), 422, "invalid_minutes", field: "minutesLate"),
            BadInputCase(.post, records, mark("minutesLate", "5"), 422, "invalid_minutes", field: "minutesLate"),
            BadInputCase(.post, records, mark("minutesLate", .number(1.5)), 422, "invalid_minutes"),
            BadInputCase(
                .post, records, mark("remark", .string(String(repeating: "x", count: 501))), 422, "remark_too_long"),
            BadInputCase(.post, records, mark("remark", "a\u{0}b"), 422, "malformed", field: "remark"),
            BadInputCase(.post, records, mark("colour", "red"), 422, "invalid_input", field: "colour"),
            BadInputCase(.post, records, mark("seen", ["status": "yesterday"]), 422, "invalid_input", field: "seen"),
            BadInputCase(.post, records, mark("session", "1"), 422, "invalid_input", field: "session"),
            BadInputCase(.post, sessions, new("date", "2026-02-30"), 422, "invalid_date", field: "date"),
            BadInputCase(.post, sessions, new("date", "21.11.2026"), 422, "invalid_date", field: "date"),
            BadInputCase(.post, sessions, new("date", "0000-01-01"), 422, "invalid_date", field: "date"),
            BadInputCase(.post, sessions, new("date", 20_261_121), 422, "invalid_date", field: "date"),
            BadInputCase(.post, sessions, new("start", "25:00"), 422, "invalid_time", field: "start"),
            BadInputCase(.post, sessions, new("end", "09:00"), 422, "end_before_start", field: "end"),
            BadInputCase(.post, sessions, new("kind", "party"), 422, "unknown_kind", field: "kind"),
            BadInputCase(.post, sessions, new("state", "half-open"), 422, "unknown_state", field: "state"),
            BadInputCase(.post, sessions, new("timezone", "Mars/Olympus"), 422, "unknown_timezone", field: "timezone"),
            BadInputCase(
                .post, sessions, new("title", .string(String(repeating: "x", count: 201))), 422, "text_too_long"),
            BadInputCase(.post, exceptions, notice("2026-11-31", "2026-12-01"), 422, "invalid_date", field: "firstDay"),
            BadInputCase(
                .post, exceptions, notice("2026-11-21", "2026-11-20"), 422, "end_before_start", field: "lastDay"),
            BadInputCase(.post, exceptions, notice("2026-11-21", "2099-11-21"), 422, "invalid_date", field: "lastDay"),
            BadInputCase(
                .post, exceptions, notice(.today, .today, category: "holiday"), 422, "unknown_category",
                field: "category"),
            BadInputCase(
                .post, groups, .object(group.merging(["firstDay": "2026-13-01"]) { $1 }), 422, "invalid_input",
                field: "firstDay"),
            BadInputCase(
                .post, groups, .object(group.merging(["firstDay": "2026-12-02"]) { $1 }), 422, "invalid_input",
                field: "lastDay"),
            BadInputCase(
                .post, people, .object(person.merging(["kind": "parrot"]) { $1 }), 422, "invalid_input", field: "kind"),
            BadInputCase(
                .post, people, .object(person.merging(["number": 7]) { $1 }), 422, "invalid_input", field: "number"),
            BadInputCase(
                .post, people, .object(person.merging(["familyName": "a\u{0}"]) { $1 }), 422, "invalid_input",
                field: "familyName"),
            BadInputCase(
                .post, people, .object(person.merging(["number": "S0"]) { $1 }), 409, "number_taken"),
            BadInputCase(.post, people, .object([:]), 422, "invalid_input", field: "number"),
        ]
    }

    @Test("Identifiers of nothing, of another kind of record, and that are none")
    func unknown() async throws {
        try await SituationSchool.with { school in
            let session = try await school.session()
            let nobody = Identifier.v7()
            let before = try await school.everything()
            func mark(_ session: String, _ student: String) -> JSONValue {
                ["session": .string(session), "student": .string(student), "status": "present"]
            }
            var cases = [
                BadInputCase(.post, Self.records, mark(nobody, school.students[0]), 404, "unknown_session"),
                BadInputCase(.post, Self.records, mark(session, nobody), 404, "unknown_student"),
                BadInputCase(.post, Self.records, mark(school.students[0], session), 404, "unknown_session"),
                BadInputCase(
                    .post, Self.sessions, ["group": .string(nobody), "date": .today], 404, "unknown_group"),
                BadInputCase(
                    .post, Self.groups,
                    ["module": .string(school.group), "name": "C", "firstDay": .today, "lastDay": .today], 422,
                    "invalid_input", field: "module"),
                BadInputCase(
                    .post, Self.groups + "/\(school.group)/enrolments", ["student": .string(nobody)], 422,
                    "invalid_input", field: "student"),
                BadInputCase(
                    .post, Self.groups + "/\(school.group)/teachers", ["user": .string(nobody)], 422, "invalid_input",
                    field: "user"),
                BadInputCase(.get, Self.records + "/history", nil, 422, "invalid_input"),
                BadInputCase(
                    .get, Self.records + "/history?session=\(nobody)&student=\(nobody)", nil, 404, "unknown_session"),
            ]
            for path in [
                Self.people, "/api/v1/modules", Self.groups, Self.sessions, Self.exceptions, "/api/v1/imports",
            ] {
                for id in [nobody, "1", "NULL", "'%20OR%201=1--", nobody.uppercased(), "..%2F..%2Fetc"] {
                    let answer = try await school.owner.get("\(path)/\(id)")
                    #expect(answer.status == 404, "\(path)/\(id) → \(answer.status)")
                }
                cases.append(
                    BadInputCase(.get, path + "?cursor=bm9uc2Vuc2U", nil, 422, "invalid_input", field: "cursor"))
                cases.append(BadInputCase(.get, path + "?limit=0", nil, 422, "invalid_input", field: "limit"))
                cases.append(BadInputCase(.get, path + "?limit=many", nil, 422, "invalid_input", field: "limit"))
                cases.append(BadInputCase(.get, path + "?limit=%FF", nil, 400, "malformed_request"))
            }
            for item in cases { try await item.check(school.owner) }
            #expect(try await school.everything() == before)
        }
    }

    @Test("SQL, markup and odd letters in names are names", arguments: TestEngine.available)
    func names(engine: TestEngine) async throws {
        let names = [
            "Robert'); DROP TABLE person;--", "\" OR \"\"=\"", "%_[]*?", "<script>alert(1)</script>", "{{7*7}} ${7*7}",
            "O’Connor \\ 李 小龍 🩺 e\u{301}", "\u{202E}evil", "NULL", "../../etc/passwd",
        ]
        try await SituationSchool.with(on: engine, students: 0) { school in
            for (number, name) in names.enumerated() {
                let id = try await school.owner.make(
                    "/api/v1/people",
                    [
                        "kind": "student", "number": .string("N\(number)'--"), "givenName": .string(name),
                        "familyName": .string(name),
                    ])
                let found = try await school.owner.get("/api/v1/people/\(id)")
                #expect(found["givenName"]?.string == name && found["familyName"]?.string == name)
            }
            #expect(try await school.owner.get("/api/v1/people")["items"]?.array?.count == names.count)
            let search = try await school.owner.get("/api/v1/people?q=%25_%5B")
            #expect(search["items"]?.array?.count == 1, "a search finds letters, not patterns")
        }
    }
}

extension SituationSchool {
    /// All that a person could see.
    func everything() async throws -> [JSONValue] {
        var lists: [JSONValue] = []
        for path in [
            "people", "modules", "groups", "groups/\(group)/enrolments", "groups/\(group)/teachers",
            "attendance/sessions", "attendance/records", "attendance/exceptions", "attendance/disputes", "imports",
            "school",
        ] {
            let answer = try await owner.get("/api/v1/\(path)")
            #expect(answer.status == 200, "\(path)")
            lists.append(answer.json)
        }
        return lists
    }
}
