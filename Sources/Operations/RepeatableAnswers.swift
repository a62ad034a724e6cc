import Foundation
package import Kernel
package import Persistence
package import Web

/// Answers kept for the Idempotency-Key, in the database so that they outlive a restart and hold for several servers.
package struct RepeatableAnswers: IdempotencyStore {
    /// How long an answer is repeated.
    private static let kept: Int64 = 24 * 60 * 60 * 1000
    /// After this a request without an answer was cut off, by a crash or a power failure.
    private static let patience: Int64 = 60 * 1000

    private let database: Database

    package init(database: Database) { self.database = database }

    package func begin(_ request: IdempotentRequest, at now: Instant) async throws -> IdempotencyState {
        try await database.write { tx in
            try tx.execute(
                "DELETE FROM repeatable_answer WHERE begun_at < \(now.adding(milliseconds: -Self.kept))")
            let claimed = try tx.execute(
                """
                INSERT INTO repeatable_answer (user_id, idempotency_key, fingerprint, begun_at)
                VALUES (\(request.userID), \(request.key), \(request.fingerprint), \(now))
                ON CONFLICT (user_id, idempotency_key) DO NOTHING
                """)
            if claimed == 1 { return .new }
            return try Self.state(of: request, at: now, tx)
        }
    }

    package func finish(_ request: IdempotentRequest, with reply: StoredReply, at now: Instant) async throws {
        let answer = [UInt8](try JSONEncoder().encode(reply))
        _ = try await database.write { tx in
            try tx.execute(
                """
                UPDATE repeatable_answer SET answer = \(answer)
                WHERE user_id = \(request.userID) AND idempotency_key = \(request.key)
                """)
        }
    }

    package func abandon(_ request: IdempotentRequest) async throws {
        _ = try await database.write { tx in
            try tx.execute(
                """
                DELETE FROM repeatable_answer
                WHERE user_id = \(request.userID) AND idempotency_key = \(request.key) AND answer IS NULL
                """)
        }
    }

    private static func state(
        of request: IdempotentRequest, at now: Instant, _ tx: any Transaction
    ) throws -> IdempotencyState {
        let found = try tx.fetchOne(
            """
            SELECT fingerprint, answer FROM repeatable_answer
            WHERE user_id = \(request.userID) AND idempotency_key = \(request.key)
            """)
        guard let found, found["fingerprint"].text == request.fingerprint else { return .otherRequest }
        if case .blob(let bytes) = found["answer"] {
            return .answered(try JSONDecoder().decode(StoredReply.self, from: Data(bytes)))
        }
        let taken = try tx.execute(
            """
            UPDATE repeatable_answer SET begun_at = \(now)
            WHERE user_id = \(request.userID) AND idempotency_key = \(request.key)
                AND begun_at < \(now.adding(milliseconds: -Self.patience))
            """)
        return taken == 1 ? .new : .underWay
    }
}
