package import Kernel

/// Append-only rows, each chained to the one before it. They are written in the transaction that they describe: what is
/// not stored is not in the trail, and what is in the trail is stored. Every database has one writer at a time, so the
/// numbers have no gaps.
enum AuditTrail {
    static let migration = Migration(name: "persistence-0002 audit trail") { tx in
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
    }

    static let columns: SQL = """
        seq, user_id, action, resource, outcome, timestamp, ip_address, session_id, request_id, reason, previous_hash,
        hash
        """
}

/// Which row the trail ends with; a trail that was cut off ends before it.
private struct AuditHead: Decodable {
    let seq: Int64
    let hash: String

    static func current(_ reader: any Reader) throws -> AuditHead {
        guard let head = try reader.fetchOne(AuditHead.self, "SELECT seq, hash FROM audit_head") else {
            throw PersistenceError.unreadable
        }
        return head
    }
}

extension Transaction {
    /// Adds to the trail; it is there when the transaction is.
    package func audit(_ entry: AuditEntry, at now: Instant) throws {
        let head = try AuditHead.current(self)
        let row = AuditRow(entry, seq: head.seq + 1, at: now, after: head.hash)
        try execute(
            """
            INSERT INTO audit_entry (\(AuditTrail.columns))
            VALUES (\(row.seq), \(row.userId), \(row.action), \(row.resource), \(row.outcome), \(row.timestamp),
                \(row.ipAddress), \(row.sessionId), \(row.requestId), \(row.reason), \(row.previousHash), \(row.hash))
            """)
        try execute("UPDATE audit_head SET seq = \(row.seq), hash = \(row.hash)")
    }
}

extension Reader {
    /// Rows after a number, in order.
    package func auditRows(after seq: Int64 = 0, limit: Int = 1_000) throws -> [AuditRow] {
        try fetchAll(
            AuditRow.self,
            "SELECT \(AuditTrail.columns) FROM audit_entry WHERE seq > \(seq) ORDER BY seq LIMIT \(limit)")
    }

    /// Reads the whole trail and says where it is not as it was written.
    package func verifyAuditTrail() throws -> AuditVerdict {
        var check = AuditCheck()
        while true {
            let rows = try auditRows(after: check.last.seq)
            if rows.isEmpty { break }
            for row in rows {
                if let fault = check.add(row) { return .broken(at: row.seq, fault) }
            }
        }
        let head = try AuditHead.current(self)
        guard head.seq == check.last.seq, head.hash == check.last.hash else {
            return .broken(at: check.last.seq + 1, .cutOff)
        }
        return .intact(rows: check.last.seq)
    }
}
