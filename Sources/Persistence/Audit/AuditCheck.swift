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
        case cutOff
    }

    case intact(rows: Int64)
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
        last = (row.seq, row.hash)
        return nil
    }
}
