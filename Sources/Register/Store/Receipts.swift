import Kernel
import Persistence
import Sync
package import Web

/// What a check of a receipt finds.
package struct ReceiptCheck: Codable, Sendable, Equatable {
    /// This server signed it.
    package let valid: Bool
    /// The session's marks are still those of the receipt.
    package let current: Bool
}

extension RegisterStore {
    /// A receipt for a session's marks as they are now. As long as nothing changes, it is the same receipt.
    package func receipt(for session: String, by caller: Principal) async throws -> SignedReceipt {
        try await database.write { [self] tx in
            try requireRegister(session, caller, tx)
            guard let receipt = try makeReceipt(for: session, by: caller, in: tx) else {
                throw RegisterError.unknownSession
            }
            return receipt
        }
    }

    /// Anybody signed in may ask whether a receipt is genuine; whether it is current is told within the asker's view.
    package func check(_ receipt: SignedReceipt, by caller: Principal) async throws -> ReceiptCheck {
        guard receipt.isSigned(with: keys) else { return ReceiptCheck(valid: false, current: false) }
        return try await database.read { [self] reader in
            let isVisible = (try? requireRegister(receipt.session, caller, reader)) != nil
            guard isVisible, let marks = try marks(of: receipt.session, reader) else {
                return ReceiptCheck(valid: true, current: false)
            }
            let now = Receipt(session: receipt.session, marks: marks)
            return ReceiptCheck(valid: true, current: now.hash == receipt.hash && now.count == receipt.count)
        }
    }

    func makeReceipt(for session: String, by caller: Principal, in tx: any Transaction) throws -> SignedReceipt? {
        guard let marks = try marks(of: session, tx) else { return nil }
        let content = Receipt(session: session, marks: marks)
        let known = try tx.fetchOne(
            """
            SELECT id, count, hash, signature, at FROM receipt
            WHERE session_id = \(session) AND hash = \(content.hash) ORDER BY at DESC, id DESC LIMIT 1
            """)
        if let known {
            let receipt = SignedReceipt(
                id: known[0].text ?? "", session: session, count: Int(known[1].integer ?? 0), hash: known[2].text ?? "",
                signature: known[3].text ?? "", at: Instant(milliseconds: known[4].integer ?? 0))
            if receipt.isSigned(with: keys) { return receipt }
        }
        let receipt = SignedReceipt(
            id: identifiers.next(), session: session, count: content.count, hash: content.hash, at: clock.now(),
            keys: keys
        )
        try tx.execute(
            """
            INSERT INTO receipt (id, session_id, count, hash, signature, at, requested_by)
            VALUES (\(receipt.id), \(session), \(receipt.count), \(receipt.hash), \(receipt.signature), \(receipt.at),
                \(caller.userID))
            """)
        return receipt
    }

    /// nil when there is no such session.
    private func marks(of session: String, _ reader: any Reader) throws -> [Receipt.Mark]? {
        guard try reader.text("SELECT id FROM session WHERE id = \(session)") != nil else { return nil }
        return try reader.fetchAll("SELECT \(MarkRecord.columns) FROM mark WHERE session_id = \(session)").map { row in
            let mark = try MarkRecord(row)
            return Receipt.Mark(student: mark.key.student, versions: mark.fields.versions)
        }
    }
}
