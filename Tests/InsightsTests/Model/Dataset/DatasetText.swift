@testable import Insights

/// Everything that a dataset says, in a form that does not depend on how it came about.
struct DatasetText: Equatable {
    struct Row: Equatable {
        var time: Int64
        var day: Int32
        var status: UInt8
        var kind: UInt8
        var description: String
        var reason: String
        /// Empty for the register.
        var source: String
        var record: Int32
    }

    var students: [AttendanceTable.Student]
    var offsets: [Int]
    var rows: [Row]
    var accountings: [String: FileAccounting]
    var sources: [String]
    var registerRows: Int

    init(_ dataset: Dataset) {
        let table = dataset.table
        students = table.students
        offsets = table.offsets
        sources = dataset.sources
        accountings = dataset.accountings
        registerRows = dataset.registerRows
        let names = [""] + sources
        rows = (0..<table.count).map { row in
            Row(
                time: table.time[row], day: table.day[row], status: table.status[row], kind: table.kind[row],
                description: table.texts[Int(table.description[row])], reason: table.texts[Int(table.reason[row])],
                source: names[Int(table.source[row])], record: table.record[row])
        }
    }
}

extension Dataset {
    var said: DatasetText { DatasetText(self) }

    /// The columns agree with one another.
    var isConsistent: Bool {
        let counts = [
            table.time.count, table.day.count, table.status.count, table.kind.count, table.description.count,
            table.reason.count, table.source.count, table.record.count, table.offsets.last ?? -1,
        ]
        let ids = table.students.map(\.id)
        return Set(counts).count == 1 && table.offsets.count == ids.count + 1 && table.offsets[0] == 0
            && zip(ids, ids.dropFirst()).allSatisfy { Dataset.precedes($0, $1) }
            && accountings.values.allSatisfy(\.isBalanced)
            && table.students.indices.allSatisfy { student in
                let times = table.rows(of: student).map { table.time[$0] }
                return !times.isEmpty && times == times.sorted()
            }
    }
}
