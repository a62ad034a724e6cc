import Kernel
import Persistence
import Sync
import Web

extension Push {
    func flush() throws {
        for id in changedSessions.sorted() {
            if let session = sessions[id] { try tx.execute(session.upsert(change: change)) }
        }
        for id in changedNotices.sorted() {
            if let notice = notices[id] { try tx.execute(notice.upsert(change: change)) }
        }
        let changed = changedMarks.compactMap { marks[$0] }
        try tx.insert(
            changed.map { $0.values(change: change) }, into: "mark (\(MarkRecord.columns))",
            onConflict: MarkRecord.onConflict)
        try tx.insert(
            opened.map(row), into: "dispute (\(Disagreement.columns))", onConflict: "ON CONFLICT (id) DO NOTHING")
        for (id, operation) in settled.sorted(by: { $0.key < $1.key }) {
            try tx.execute(
                """
                UPDATE dispute SET settled_at = \(receivedAt), settled_by = \(operation.author),
                    settled_by_name = \(sender.name), settling_operation = \(operation.id), change = \(change)
                WHERE id = \(id) AND settled_at IS NULL
                """)
        }
        try tx.insert(recorded.map(row), into: "operation (\(RecordedOperation.columns))", onConflict: "")
    }

    private func row(_ dispute: Disagreement) -> SQL {
        """
        (\(dispute.id), \(dispute.kind), \(dispute.session), \(dispute.group), \(dispute.student),
        \(dispute.entity.rawValue), \(dispute.key), \(dispute.field), \(dispute.kept.json), \(dispute.other.json),
        \(dispute.other.author ?? sender.userID), \(receivedAt), \(change))
        """
    }

    private func row(_ recorded: RecordedOperation) -> SQL {
        let operation = recorded.operation
        let verdict = recorded.verdict
        let sessionID: String? =
            switch operation.entity {
            case .mark: MarkKey(operation.key)?.session
            case .session: operation.key
            case .exception: nil
            }
        return """
            (\(operation.id), \(operation.device), \(operation.seq), \(operation.entity.rawValue), \(operation.key),
            \(sessionID), \(recorded.fields),
            \(JSONValue.object(operation.seen.mapValues(JSONValue.string)).canonicalText),
            \(JSONValue.object(recorded.replaced).canonicalText), \(operation.stamp.text), \(recorded.order.text),
            \(operation.fill), \(operation.reason), \(operation.author), \(sender.name), \(sender.userID),
            \(operation.capturedAt), \(receivedAt), \(verdict.kind.rawValue), \(verdict.code), \(verdict.message),
            \(MarkFlag.stored(verdict.flags)), \(verdict.dispute), \(change))
            """
    }
}

extension Disagreement {
    static let columns: SQL = """
        id, kind, session_id, group_id, student_id, entity, entity_key, field, kept, other, proposed_by, opened_at,
        change
        """
}

extension RecordedOperation {
    static let columns: SQL = """
        id, device_id, seq, entity, entity_key, session_id, field_values, seen, replaced, stamp, ordering, fill, reason,
        author_id, author_name, sender_id, captured_at, received_at, verdict, code, message, flags, dispute_id, change
        """
}

extension DisputeKind: SQLBindable {}
