import Kernel
import Sync
import Synchronization
import TestSupport
import Testing
import Web

/// A school over HTTP, made by its owner: a module with two groups and a clock that goes on when it is told.
struct SituationSchool: Sendable {
    static let today = "2026-11-21"

    let app: ApplicationUnderTest
    let clock: MovableClock
    let owner: Client
    let module: String
    let group: String
    let otherGroup: String
    /// In the first group.
    let students: [String]

    static func with(
        on engine: TestEngine = .sqlite, students count: Int = 4,
        _ body: @escaping @Sendable (SituationSchool) async throws -> Void
    ) async throws {
        let clock = MovableClock("\(today)T09:00:00Z")
        try await withRounds(on: engine, clock: clock.wall, environment: ["RATE_LIMIT_ENABLED": "false"]) { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.patch("/api/v1/school", ["timezone": "Europe/London"])
            let module = try await owner.make("/api/v1/modules", ["code": "PT101", "title": "Anatomy"])
            var groups: [String] = []
            for name in ["A", "B"] as [JSONValue] {
                groups.append(
                    try await owner.make(
                        "/api/v1/groups",
                        ["module": .string(module), "name": name, "firstDay": "2026-09-01", "lastDay": "2026-12-18"]))
            }
            var students: [String] = []
            for number in 0..<count {
                let student = try await owner.make(
                    "/api/v1/people",
                    [
                        "kind": "student", "number": .string("S\(number)"), "givenName": "Sam",
                        "familyName": .string("Student \(number)"),
                    ])
                _ = try await owner.make("/api/v1/groups/\(groups[0])/enrolments", ["student": .string(student)])
                students.append(student)
            }
            try await body(
                SituationSchool(
                    app: app, clock: clock, owner: owner, module: module, group: groups[0], otherGroup: groups[1],
                    students: students))
        }
    }

    /// Somebody who teaches this group, the first one when none is named.
    func teacher(_ name: String, of group: String? = nil) async throws -> Client {
        let client = try await app.signedIn(as: .teacher, name: name)
        _ = try await owner.make(
            "/api/v1/groups/\(group ?? self.group)/teachers", ["user": .string(client.userID ?? "")])
        return client
    }

    /// An open session of the first group, today; without a start, of the whole day.
    func session(start: String? = "09:00") async throws -> String {
        try await owner.make(
            "/api/v1/attendance/sessions",
            [
                "group": .string(group), "date": .string(Self.today), "start": start.map { .string($0) } ?? .null,
                "state": "open", "title": "Anatomy",
            ])
    }

    func phone(of client: Client, minutesAhead: Int64 = 0) -> Phone {
        Phone(client: client, school: clock, skew: minutesAhead * 60_000)
    }

    /// What everybody is shown, as the owner reads it.
    func shown(_ session: String, _ student: String) async throws -> String? {
        let register = try await owner.get("/api/v1/attendance/sessions/\(session)/register")
        return register["students"]?.array?.first { $0["id"]?.string == student }?["shown"]?.string
    }

    func history(_ session: String, _ student: String) async throws -> [JSONValue] {
        try await owner.get("/api/v1/attendance/records/history?session=\(session)&student=\(student)")
            .json["items"]?.array ?? []
    }

    func marks(_ session: String) async throws -> [JSONValue] {
        try await owner.get("/api/v1/attendance/records?session=\(session)&limit=500").json["items"]?.array ?? []
    }
}

extension Client {
    /// Makes a record and answers its id.
    func make(_ path: String, _ body: JSONValue) async throws -> String {
        let answer = try await post(path, body)
        guard answer.status == 201, let id = answer["id"]?.string else { throw UnexpectedAnswer(answer: answer) }
        return id
    }
}

/// A wall clock that stands still until it is told to go on.
final class MovableClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ text: String) { instant = Mutex(Instant(rfc3339: text) ?? Instant(milliseconds: 0)) }

    var now: Instant { instant.withLock { $0 } }
    var wall: WallClock { WallClock(now: { self.now }) }

    func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}
