/// Makes the kept rows of one student out of all that were read, whichever file they come from (rules 10 and 11).
package enum RowMerge {
    package struct Row: Sendable, Equatable {
        package var time: Int64
        /// Index of the description's text, and of the text without regard to letter case, which decides equality.
        package var description: Int32
        package var folded: Int32
        package var reason: Int32
        /// As in `AttendanceTable`.
        package var record: Int32
        package var source: UInt16
        package var status: AttendanceStatus
        package var kind: EventKind

        package init(
            time: Int64, description: Int32, folded: Int32, reason: Int32 = 0, record: Int32, source: UInt16,
            status: AttendanceStatus, kind: EventKind
        ) {
            (self.time, self.description, self.folded, self.reason) = (time, description, folded, reason)
            (self.record, self.source, self.status, self.kind) = (record, source, status, kind)
        }
    }

    /// Called for each row that joins another one.
    package typealias Joined = (_ row: Row, _ into: Row, _ code: RowProblem.Code) -> Void

    /// Ten minutes; a check-in exactly this long after the previous one stays apart.
    package static let checkInGap: Int64 = 600_000_000_000

    /// Leaves the kept rows in order of time, then of reading. `rows` come in the order in which they were read.
    package static func merge(_ rows: inout [Row], joined: Joined = { _, _, _ in }) {
        sort(&rows)
        mergeDuplicates(&rows, joined)
        mergeCheckIns(&rows, joined)
    }

    /// By time; rows of one instant keep their order. Exports are nearly always in this order already.
    private static func sort(_ rows: inout [Row]) {
        var isSorted = true
        for index in rows.indices.dropFirst() where rows[index].time < rows[index - 1].time {
            isSorted = false
            break
        }
        guard !isSorted else { return }
        var order = rows.indices.map { (time: rows[$0].time, index: $0) }
        order.sort { $0.time < $1.time || ($0.time == $1.time && $0.index < $1.index) }
        rows = order.map { rows[$0.index] }
    }

    /// Rule 10: the same instant and description are one row, which stands where the first was read.
    private static func mergeDuplicates(_ rows: inout [Row], _ joined: Joined) {
        var kept = 0
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].time == rows[start].time { end += 1 }
            if end == start + 1 {
                if kept != start { rows[kept] = rows[start] }
                kept += 1
            } else {
                kept = mergeInstant(&rows, start..<end, to: kept, joined)
            }
            start = end
        }
        rows.removeSubrange(kept...)
    }

    /// The rows of one instant; they go to `place` and behind it. Gives the place after them.
    private static func mergeInstant(
        _ rows: inout [Row], _ range: Range<Int>, to place: Int, _ joined: Joined
    ) -> Int {
        var kept = place
        // A clinic day can have many events at one instant, a broken file thousands.
        var places: [Int32: Int] = [:]
        let isLong = range.count > 16
        for index in range {
            let row = rows[index]
            let earlier = isLong ? places[row.folded] : (place..<kept).first { rows[$0].folded == row.folded }
            if let earlier {
                join(row, into: &rows[earlier])
                joined(row, rows[earlier], .duplicate)
            } else {
                if isLong { places[row.folded] = kept }
                rows[kept] = row
                kept += 1
            }
        }
        return kept
    }

    /// Rule 11: a placement check-in less than ten minutes after the student's previous one joins it, whatever the
    /// description; the previous one may itself have joined another.
    private static func mergeCheckIns(_ rows: inout [Row], _ joined: Joined) {
        var kept = 0
        var head: Int?
        var previous = Int64.min
        for index in rows.indices {
            let row = rows[index]
            if row.kind == .placement {
                defer { previous = row.time }
                if let head, row.time - previous < checkInGap {
                    join(row, into: &rows[head])
                    joined(row, rows[head], .checkInMerged)
                    continue
                }
                head = kept
            }
            if kept != index { rows[kept] = row }
            kept += 1
        }
        rows.removeSubrange(kept...)
    }

    /// Attended beats excused beats absent; the reason is the first one that belongs to the status.
    private static func join(_ row: Row, into other: inout Row) {
        if row.status > other.status {
            other.status = row.status
            other.reason = row.reason
        } else if row.status == other.status, other.reason == 0 {
            other.reason = row.reason
        }
    }
}
