import Kernel
import Persistence
import Sync
import Testing

@testable import Register

extension ImportSchool {
    func reopen(_ session: String) async throws {
        try await apply(.session, session, ["state": "open"])
    }

    func mark(_ session: String, _ student: String, _ status: MarkStatus) async throws {
        try await apply(.mark, "\(session):\(student)", ["status": .string(status.rawValue)])
    }

    /// What a person does in Rounds, having seen what is there.
    func apply(_ entity: Sync.Operation.Entity, _ key: String, _ fields: [String: JSONValue]) async throws {
        let seen = try await rows(
            """
            SELECT id FROM operation WHERE entity_key = \(key) AND verdict = 'applied' ORDER BY ordering DESC LIMIT 1
            """)
        clock.advance(seconds: 60)
        let operation = store.makeOperation(
            entity, key: key, fields: fields,
            seen: seen.first.map { seen in fields.mapValues { _ in seen[0] } } ?? [:], by: owner)
        let verdicts = try await database.write { tx in
            try store.apply([operation], by: owner, as: .server, in: tx).verdicts
        }
        #expect(verdicts.map(\.kind) == [.applied])
    }
}
