import Kernel

/// What reading the audit trail from its beginning has shown.
package enum AuditVerdict: Sendable, Equatable {
    package enum Fault: String, Sendable {
        /// A number is missing: a row was taken out.
        case gap
        /// The row does not follow on the one before it: it was moved, or that one was replaced.
        case chain
        /// The row is not as it was written.
        case edited
        /// The trail ends before the row that it should end with.
        case cutOff = "cut_off"
        /// The end is not signed with this installation's key: the trail was written anew by somebody else.
        case foreign
    }

    case intact(rows: Int64, hash: String)
    case broken(at: Int64, Fault)
}

/// Follows the chain row by row; needs nothing but the rows, so an exported trail can be checked by it as well.
package struct AuditCheck: Sendable {
    private(set) var last: (seq: Int64, hash: String) = (0, AuditRow.beginning)

    package init() {}

    /// The fault that a row shows; nil when it goes on as it should.
    package mutating func add(_ row: AuditRow) -> AuditVerdict.Fault? {
        guard row.seq == last.seq + 1 else { return .gap }
        guard row.previousHash == last.hash else { return .chain }
        guard row.hash == row.computedHash else { return .edited }
        guard row.action != AuditRow.foreignEnd else { return .foreign }
        last = (row.seq, row.hash)
        return nil
    }
}

extension Reader {
    /// Rows after a number, in order.
    package func auditRows(after seq: Int64 = 0, limit: Int = 1_000) throws -> [AuditRow] {
        try storedAuditRows(after: seq, limit: limit).map { _, row in
            guard let row else { throw PersistenceError.unreadable }
            return row
        }
    }

    /// Rows that fulfil a condition, the newest first, before a number.
    package func auditRows(where condition: SQL, before seq: Int64, limit: Int) throws -> [AuditRow] {
        try rows(
            """
            SELECT \(AuditTrail.columns) FROM audit_entry WHERE seq < \(seq) AND \(condition)
            ORDER BY seq DESC LIMIT \(limit)
            """
        ).values.map { values in
            guard let row = AuditRow(stored: values) else { throw PersistenceError.unreadable }
            return row
        }
    }

    /// Reads the whole trail and says where it is not as it was written. `anchor` was read before this reader's moment.
    package func verifyAuditTrail(_ seal: AuditSeal? = nil, anchor: AuditHead? = nil) throws -> AuditVerdict {
        var check = AuditCheck()
        var anchored = anchor == nil || anchor?.seq == 0
        while true {
            let rows = try storedAuditRows(after: check.last.seq, limit: 8_192)
            if rows.isEmpty { break }
            for (seq, row) in rows {
                guard let row else { return .broken(at: seq, .edited) }
                if let fault = check.add(row) { return .broken(at: row.seq, fault) }
                guard row.seq == anchor?.seq else { continue }
                guard row.hash == anchor?.hash else { return .broken(at: row.seq, .foreign) }
                anchored = true
            }
        }
        let head = try auditHead()
        guard head.seq == check.last.seq, head.hash == check.last.hash, anchored else {
            return .broken(at: check.last.seq + 1, .cutOff)
        }
        if let seal, !seal.isSigned(head) { return .broken(at: head.seq, .foreign) }
        return .intact(rows: check.last.seq, hash: check.last.hash)
    }

    /// Without the decoder, which costs more than the hash. A row is nil when a column holds what Rounds never writes.
    private func storedAuditRows(after seq: Int64, limit: Int) throws -> [(seq: Int64, row: AuditRow?)] {
        try rows("SELECT \(AuditTrail.columns) FROM audit_entry WHERE seq > \(seq) ORDER BY seq LIMIT \(limit)")
            .values.map { ($0[0].integer ?? seq, AuditRow(stored: $0)) }
    }
}

extension Database {
    /// Reads the whole trail in one moment of the database and says where it is not as it was written.
    package func verifyAuditTrail() async throws -> AuditVerdict {
        let seal = auditSeal
        let anchor = seal?.anchor()
        return try await read { try $0.verifyAuditTrail(seal, anchor: anchor) }
    }
}
