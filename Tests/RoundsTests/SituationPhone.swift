import Kernel
import Sync
import TestSupport

/// A device over HTTP as the app is one: it captures while offline and keeps what it captured until a verdict came.
struct Phone: Sendable {
    let id = Identifier.v7()
    var client: Client
    let school: MovableClock
    /// By how much its clock is off, in milliseconds.
    var skew: Int64 = 0
    var outbox: [JSONValue] = []
    var cursor: JSONValue = .null
    private var clock: HybridClock
    private var seq: Int64 = 0

    init(client: Client, school: MovableClock, skew: Int64 = 0) {
        self.client = client
        self.school = school
        self.skew = skew
        clock = HybridClock(device: id)
    }

    /// - Returns: the operation's id
    @discardableResult
    mutating func capture(
        _ entity: String, _ key: String, _ fields: JSONValue, seen: JSONValue = [:], settles: [String] = []
    ) -> String {
        seq += 1
        let now = school.now.adding(milliseconds: skew)
        let operation = Identifier.v7()
        outbox.append([
            "id": .string(operation), "seq": .integer(seq), "entity": .string(entity), "key": .string(key),
            "fields": fields, "seen": seen, "stamp": .string(clock.tick(now: now).text),
            "capturedAt": .string(now.rfc3339), "author": .string(client.userID ?? ""), "fill": false,
            "settles": .array(settles.map { .string($0) }),
        ])
        return operation
    }

    @discardableResult
    mutating func mark(_ session: String, _ student: String, _ status: JSONValue, seen: JSONValue = [:]) -> String {
        capture("mark", "\(session):\(student)", ["status": status], seen: seen)
    }

    func request(_ operations: [JSONValue], limit: Int64 = 2000) -> JSONValue {
        [
            "protocol": 1, "device": .string(id), "epoch": .null, "cursor": cursor,
            "operations": .array(operations), "limit": .integer(limit),
        ]
    }

    /// One round trip that brings everything up and does not look at what came back.
    func push() async throws -> Answer {
        try await client.post("/api/v1/sync", request(outbox))
    }

    /// One round trip after which what has a verdict is no longer waiting.
    @discardableResult
    mutating func sync() async throws -> Answer {
        let answer = try await push()
        let answered = Set(answer.verdicts.compactMap { $0["id"]?.string })
        outbox.removeAll { answered.contains($0["id"]?.string ?? "") }
        if let cursor = answer["cursor"] { self.cursor = cursor }
        return answer
    }
}

extension Answer {
    var verdicts: [JSONValue] { json["verdicts"]?.array ?? [] }
    var kinds: [String] { verdicts.map { $0["verdict"]?.string ?? "" } }
    var codes: [String?] { verdicts.map { $0["code"]?.string } }

    /// A record that a pull brought.
    func record(_ entity: String, _ key: String) -> JSONValue? {
        json["records"]?.array?.last { $0["entity"]?.string == entity && $0["key"]?.string == key }?["record"]
    }
    func count(_ entity: String) -> Int {
        json["records"]?.array?.count { $0["entity"]?.string == entity } ?? 0
    }
}
