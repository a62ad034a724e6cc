package import Kernel

package enum Engine: String, Sendable, CaseIterable {
    case sqlite, postgres

    /// The column type of bytes, for `CREATE TABLE … \(raw: tx.engine.blobType)`.
    package var blobType: String { self == .sqlite ? "BLOB" : "BYTEA" }
}

/// A consistent view of the database: every statement of one `read` body sees the same moment.
package protocol Reader {
    var engine: Engine { get }
    func rows(_ sql: SQL) throws -> (columns: [String], values: [[SQLValue]])
}

/// A write in progress. A failed statement breaks the transaction: let its error out, or run it in `savepoint`.
package protocol Transaction: Reader {
    /// Runs one statement, or several without values separated by semicolons. Answers the number of rows changed by
    /// the last one.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Inserts many rows of one table in as little time as the engine can: every row is written `"(\(id), \(name))"`, with
    /// the columns in the order of `table`, which is the name with its columns: `"person (id, name)"`. `onConflict` is
    /// empty or the clause of that name.
    func insert(_ rows: [SQL], into table: SQL, onConflict: SQL) throws

    /// Runs a part that may fail without the rest: when `body` throws, what it wrote and its `afterCommit` actions
    /// are undone and the error goes on to the caller, who may catch it and continue.
    func savepoint<T>(_ body: () throws -> T) throws -> T

    /// The next number of the one change sequence of this database, from 1. See `ChangeSequence`.
    func nextChange() throws -> Int64

    /// Adds to the audit trail; it is there when the transaction is.
    func audit(_ entry: AuditEntry, at now: Instant) throws

    /// Signs the trail's end as it stands, for a database that has just got a seal or was restored.
    func sealAuditTrail() throws

    /// Runs when the transaction is durable and before `write` returns; never when it fails. Must be short and must
    /// not wait for the database.
    func afterCommit(_ action: @escaping @Sendable () -> Void)
}

extension Reader {
    package func fetchAll(_ sql: SQL) throws -> [Row] {
        let answer = try rows(sql)
        return answer.values.map { Row(columns: answer.columns, values: $0) }
    }

    /// Rows as values. A scalar type (`String`, `Int`, `Instant`, a string enum, …) takes the first column.
    package func fetchAll<T: Decodable>(_ type: T.Type, _ sql: SQL) throws -> [T] {
        let answer = try rows(sql)
        let decoder = RowDecoder(columns: answer.columns)
        return try answer.values.map { try decoder.decode(type, from: $0) }
    }

    /// The first row, or nil without rows.
    package func fetchOne<T: Decodable>(_ type: T.Type, _ sql: SQL) throws -> T? {
        let answer = try rows(sql)
        return try answer.values.first.map { try RowDecoder(columns: answer.columns).decode(type, from: $0) }
    }

    package func fetchOne(_ sql: SQL) throws -> Row? {
        let answer = try rows(sql)
        return answer.values.first.map { Row(columns: answer.columns, values: $0) }
    }

    /// The first column of the first row; nil without rows, for NULL, and for another type.
    package func integer(_ sql: SQL) throws -> Int64? { try rows(sql).values.first?.first?.integer }
    package func text(_ sql: SQL) throws -> String? { try rows(sql).values.first?.first?.text }
}
