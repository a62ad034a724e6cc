import Kernel
import Persistence
import Sync
import Web

extension RegisterStore {
    /// Longer than any mark's story; it comes whole.
    private static let longestHistory = 1_000

    /// Everything that was ever done to one mark, as it arrived. What was refused is not part of it: it may come from
    /// somebody who has no business with the session.
    func history(session: String, student: String, _ caller: Principal) async throws -> [Row] {
        try await database.read { [self] reader in
            let place = try requireSession(session, caller, reader)
            let scope = try Scope.of(caller, reader)
            guard scope.teaches(group: place.group) || scope.people.contains(student) else {
                throw RegisterError.unknownSession
            }
            let key = MarkKey(session: session, student: student).description
            return try reader.fetchAll(
                """
                SELECT o.id, o.entity_key, o.field_values, o.replaced, o.author_id, o.author_name, o.device_id,
                    d.name, o.fill, o.reason, o.captured_at, o.received_at, o.verdict, o.code, o.flags, o.dispute_id
                FROM operation o LEFT JOIN device d ON d.id = o.device_id
                WHERE o.entity = 'mark' AND o.entity_key = \(key) AND o.verdict <> 'rejected'
                ORDER BY o.received_at, o.change, o.seq, o.id LIMIT \(Self.longestHistory)
                """)
        }
    }
}

extension JSONWriter {
    mutating func historyEntry(_ row: Row) {
        let key = row[1].text.flatMap { MarkKey($0) }
        let fields = JSONWriter.members(row[2].text)
        let replaced = JSONWriter.members(row[3].text)
        object { json in
            json.member("id", row[0].text)
            json.member("session", key?.session)
            json.member("student", key?.student)
            json.member(
                "changes",
                objects: { json in
                    for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
                        json.object {
                            $0.member("field", field)
                            $0.member("old", replaced[field] ?? .null)
                            $0.member("new", value)
                        }
                    }
                })
            json.member("author", row[4].text)
            json.member("authorName", row[5].text)
            json.member("device", row[6].text)
            json.member("deviceName", row[7].text)
            json.member("fill", row[8].integer == 1)
            json.member("reason", row[9].text)
            json.member("capturedAt", at: row[10].integer)
            json.member("receivedAt", at: row[11].integer)
            json.member("verdict", row[12].text)
            json.member("code", row[13].text)
            json.member("flags", raw: row[14].text ?? "[]")
            json.member("dispute", row[15].text)
        }
    }

    private static func members(_ text: String?) -> [String: JSONValue] {
        text.flatMap { try? JSONParser.value($0).object } ?? [:]
    }
}
