/// One module: its exports in the order of their import and the register's rows, with the merged table kept up to date.
///
/// Whatever the order of the changes, the table equals the one that is made from scratch out of the same exports (in the
/// same order) and marks: both come from `merged(_:)`, student by student.
package struct Dataset: Sendable {
    package let module: String
    package let patterns: EventPatterns
    package internal(set) var table = AttendanceTable()
    /// Accounts of the exports by source, merges across files included.
    package internal(set) var accountings: [String: FileAccounting] = [:]

    var parts: [DatasetPart] = []
    var marks = RegisterMarks()
    var texts: TextPool
    var slots = StudentSlots()
    /// Students of the table, in its order.
    var order: [Int32] = []
    /// By number of the source, the register first.
    var counts = [MergeCounts()]

    package init(module: String, patterns: EventPatterns = .standard) {
        self.module = module
        self.patterns = patterns
        texts = TextPool(patterns: patterns)
    }

    /// Ids of the exports in the order of their import. `AttendanceTable.source` 0 is the register, n is `sources[n - 1]`.
    package var sources: [String] { parts.map(\.source) }

    /// Rows that the register has now, merged ones included.
    package var registerRows: Int { marks.count }

    /// Adds exports after those that are there, all with one rebuild. An export of a source that is there replaces it and
    /// comes last.
    package mutating func add(_ exports: consuming [(source: String, export: ReadExport)]) {
        exports.reverse()
        while let (source, export) = exports.popLast() {
            parts.removeAll { $0.source == source }
            parts.append(DatasetPart(export, source: source, texts: &texts, slots: &slots))
        }
        rebuild()
    }

    package mutating func add(_ export: consuming ReadExport, source: String) { add([(source, export)]) }

    /// Undoes an import completely; nothing happens when there is no such source.
    package mutating func remove(source: String) {
        guard let index = parts.firstIndex(where: { $0.source == source }) else { return }
        parts.remove(at: index)
        rebuild()
    }

    /// Rows of an export that joined others: duplicates and check-ins, in file order.
    package func mergedRows(source: String) -> [MergedRow] {
        guard let index = parts.firstIndex(where: { $0.source == source }) else { return [] }
        var found: [MergedRow] = []
        var rows: [RowMerge.Row] = []
        for slot in parts[index].slots {
            gather(slot, into: &rows)
            RowMerge.merge(&rows) { row, into, code in
                guard Int(row.source) == index + 1 else { return }
                found.append(
                    MergedRow(
                        record: Int(row.record), line: parts[index].line(ofRecord: Int(row.record)), code: code,
                        intoSource: into.source == 0 ? nil : parts[Int(into.source) - 1].source,
                        intoRecord: Int(into.record)))
            }
        }
        return found.sorted { $0.record < $1.record }
    }
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
