package import Kernel

/// Append-only rows, each chained to the one before it. They are written in the transaction that they describe: what is
/// not stored is not in the trail, and what is in the trail is stored. Every database has one writer at a time, so the
/// numbers have no gaps.
enum AuditTrail {
    static let migrations = [
        Migration(name: "persistence-0002 audit trail") { tx in
            try tx.execute(
                """
                CREATE TABLE audit_entry (
                    seq BIGINT PRIMARY KEY, user_id TEXT, action TEXT NOT NULL, resource TEXT NOT NULL,
                    outcome TEXT NOT NULL, timestamp BIGINT NOT NULL, ip_address TEXT, session_id TEXT, request_id TEXT,
                    reason TEXT, previous_hash TEXT NOT NULL, hash TEXT NOT NULL);
                CREATE INDEX audit_entry_resource ON audit_entry (resource, seq);
                CREATE INDEX audit_entry_user ON audit_entry (user_id, seq);
                CREATE TABLE audit_head (
                    only_row BIGINT PRIMARY KEY CHECK (only_row = 1), seq BIGINT NOT NULL, hash TEXT NOT NULL);
                """)
            try tx.execute("INSERT INTO audit_head (only_row, seq, hash) VALUES (1, 0, \(AuditRow.beginning))")
        },
        Migration(name: "persistence-0003 signed end of the audit trail") { tx in
            try tx.execute("ALTER TABLE audit_head ADD COLUMN signature TEXT")
            try tx.sealAuditTrail()
        },
    ]

    static let columns: SQL = """
        seq, user_id, action, resource, outcome, timestamp, ip_address, session_id, request_id, reason, previous_hash,
        hash
        """
}

extension WriteSession {
    package func audit(_ entry: AuditEntry, at now: Instant) throws {
        var head = try auditHead()
        if let auditSeal, !auditSeal.isSigned(head) {
            // Going on in silence would sign what somebody else has written.
            head = try append(AuditEntry(AuditRow.foreignEnd, "audit", .failed, by: nil), at: now, after: head)
        }
        _ = try append(entry, at: now, after: head)
        log.noteAudit()
        Requester.current?.noteAudit()
    }

    package func sealAuditTrail() throws {
        guard let auditSeal else { return }
        let head = try auditHead()
        try execute("UPDATE audit_head SET signature = \(auditSeal.sign(head.seq, head.hash).signature)")
    }

    private func append(_ entry: AuditEntry, at now: Instant, after head: AuditHead) throws -> AuditHead {
        let row = AuditRow(entry, seq: head.seq + 1, at: now, after: head.hash)
        let next =
            auditSeal?.sign(row.seq, row.hash) ?? AuditHead(seq: row.seq, hash: row.hash, signature: nil)
        try execute(
            """
            INSERT INTO audit_entry (\(AuditTrail.columns))
            VALUES (\(row.seq), \(row.userId), \(row.action), \(row.resource), \(row.outcome), \(row.timestamp),
                \(row.ipAddress), \(row.sessionId), \(row.requestId), \(row.reason), \(row.previousHash), \(row.hash))
            """)
        try execute("UPDATE audit_head SET seq = \(next.seq), hash = \(next.hash), signature = \(next.signature)")
        if let auditSeal { afterCommit { auditSeal.note(next) } }
        return next
    }
}

extension Transaction {
    /// The one call of a store that has more to say than that a request changed something: who asks and from where
    /// is known.
    package func audit(
        _ action: String, _ resource: String, _ outcome: AuditEntry.Outcome = .done, by userID: String? = nil,
        reason: String? = nil, at now: Instant
    ) throws {
        let requester = Requester.current
        try audit(
            AuditEntry(
                action, resource, outcome, by: userID ?? requester?.userID, ipAddress: requester?.ipAddress,
                sessionID: requester?.sessionID, requestID: requester?.requestID, reason: reason), at: now)
    }
}

extension Requester {
    /// Runs a write on this one's behalf. When it changed something and said nothing about it, the request itself is
    /// the row, so that no change can be forgotten.
    func write<T>(_ session: any WriteSession, _ body: (any Transaction) throws -> T) throws -> T {
        let (audits, changes) = (session.log.audits, session.changes)
        let value = try Self.$current.withValue(self) { try body(session) }
        if isChange, session.log.audits == audits, session.changes > changes {
            try Self.$current.withValue(self) { try session.audit(action, resource, at: .now()) }
        }
        return value
    }
}
