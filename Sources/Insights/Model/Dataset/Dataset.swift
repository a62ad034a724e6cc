/// One module: its exports in the order of their import and the register's rows, with the merged table kept up to date.
package struct Dataset: Sendable {
    package let module: String
    package let patterns: EventPatterns
    package private(set) var table = AttendanceTable()
    /// Accounts of the exports by source, merges across files included.
    package private(set) var accountings: [String: FileAccounting] = [:]
    /// Ids of the exports in the order of their import. `AttendanceTable.source` 0 is the register, n is `sources[n - 1]`.
    package private(set) var sources: [String] = []

    package init(module: String, patterns: EventPatterns = .standard) {
        self.module = module
        self.patterns = patterns
    }

    /// Adds exports after those that are there, all with one rebuild.
    package mutating func add(_ exports: [(source: String, export: ReadExport)]) { fatalError("in the next commit") }

    package mutating func add(_ export: ReadExport, source: String) { add([(source, export)]) }

    /// Undoes an import completely; nothing happens when there is no such source.
    package mutating func remove(source: String) { fatalError("in the next commit") }

    /// Sets, changes and takes back rows of the register.
    package mutating func apply(_ marks: [RegisterRow]) { fatalError("in the next commit") }

    /// Rows of an export that joined others: duplicates and check-ins, in file order.
    package func mergedRows(source: String) -> [MergedRow] { fatalError("in the next commit") }
}

/// A row that joined another one.
package struct MergedRow: Sendable, Equatable {
    package var record: Int
    package var line: Int
    /// `duplicate` or `checkInMerged`.
    package var code: RowProblem.Code
    /// Where the other one stands: nil is the register, and its record number then 0.
    package var intoSource: String?
    package var intoRecord: Int
}
