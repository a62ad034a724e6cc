import Foundation
import GRDB
import Kernel

/// GRDB's connection behind `Reader`, valid inside one of GRDB's own access blocks.
struct SQLiteReader: Reader {
    let database: GRDB.Database
    var engine: Engine { .sqlite }

    func rows(_ sql: SQL) throws -> (columns: [String], values: [[SQLValue]]) {
        try sql.checkValues()
        do {
            let statement = try prepare(sql)
            let cursor = try GRDB.Row.fetchCursor(statement)
            let columns = statement.columnNames
            var values: [[SQLValue]] = []
            while let row = try cursor.next() {
                values.append(columns.indices.map { SQLValue(row[$0] as DatabaseValue) })
            }
            return (columns, values)
        } catch let error as DatabaseError {
            throw SQLiteFailure.error(for: error)
        }
    }

    func prepare(_ sql: SQL) throws -> Statement {
        let statement =
            try sql.isWorthCaching
            ? database.cachedStatement(sql: sql.text) : database.makeStatement(sql: sql.text)
        try statement.setArguments(sql.arguments)
        return statement
    }
}

/// A write transaction on GRDB's writer connection.
final class SQLiteSession: WriteSession {
    let log = TransactionLog()
    private(set) var setback: Setback?
    let auditSeal: AuditSeal?
    private let reader: SQLiteReader
    private var database: GRDB.Database { reader.database }

    init(_ database: GRDB.Database, auditSeal: AuditSeal?) {
        self.auditSeal = auditSeal
        reader = SQLiteReader(database: database)
    }

    var engine: Engine { .sqlite }
    var changes: Int { database.totalChangesCount }

    func rows(_ sql: SQL) throws -> (columns: [String], values: [[SQLValue]]) {
        try guarded { try reader.rows(sql) }
    }

    func execute(_ sql: SQL) throws -> Int {
        try guarded {
            try sql.checkValues()
            let before = database.totalChangesCount
            if sql.isScript {
                try database.execute(sql: sql.text)
            } else {
                try reader.prepare(sql).execute()
            }
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    /// A prepared statement of one row runs faster than one of many rows is read.
    func insert(_ rows: [SQL], into table: SQL, onConflict: SQL) throws {
        guard let first = rows.first else { return }
        try guarded {
            let statement = try database.cachedStatement(
                sql: "INSERT INTO \(table.text) VALUES \(first.text) \(onConflict.text)")
            for row in rows {
                try row.checkValues()
                try statement.setArguments(row.arguments)
                try statement.execute()
            }
        }
    }

    func begin() throws {
        setback = nil
        do {
            try database.beginTransaction(.immediate)
        } catch let error as DatabaseError {
            throw Setback.final(SQLiteFailure.reason(for: error))
        }
    }

    func commit() throws {
        do {
            try database.commit()
        } catch let error as DatabaseError {
            let reason = SQLiteFailure.reason(for: error)
            // A constraint that is checked at the end is one body's fault; alone, each body gets its own answer.
            throw error.resultCode == .SQLITE_CONSTRAINT ? Setback.undone(reason) : Setback.final(reason)
        }
    }

    func rollback() {
        guard database.isInsideTransaction else { return }
        // Cannot fail but for a lost file, and then there is nothing left to roll back.
        try? database.rollback()
    }

    func control(_ sql: String) throws {
        do {
            try database.cachedStatement(sql: sql).execute()
        } catch let error as DatabaseError {
            throw noteLoss(error)
        }
    }

    /// `BEGIN IMMEDIATE` holds the file's one write lock.
    func beginMigration() throws { try begin() }

    private func guarded<T>(_ work: () throws -> T) throws -> T {
        try log.check()
        do {
            return try work()
        } catch let error as DatabaseError {
            log.breakTransaction()
            throw noteLoss(error)
        } catch {
            log.breakTransaction()
            if !database.isInsideTransaction { setback = .undone(error as? PersistenceError ?? .unavailable) }
            throw error
        }
    }

    private func noteLoss(_ error: DatabaseError) -> any Error {
        if !database.isInsideTransaction { setback = .undone(SQLiteFailure.reason(for: error)) }
        return SQLiteFailure.error(for: error)
    }
}

extension SQL {
    /// In a closure, as the initialiser for one type of values reads each through a key path.
    fileprivate var arguments: StatementArguments {
        StatementArguments(values.lazy.map { DatabaseValue($0) as (any DatabaseValueConvertible)? })
    }
}

extension SQLValue {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let bytes): self = .blob([UInt8](bytes))
        }
    }
}

extension DatabaseValue {
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = number.databaseValue
        case .real(let number): self = number.databaseValue
        case .text(let text): self = text.databaseValue
        case .blob(let bytes): self = Data(bytes).databaseValue
        }
    }
}
