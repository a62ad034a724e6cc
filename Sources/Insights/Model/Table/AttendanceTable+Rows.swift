/// How `Dataset` writes the table.
extension AttendanceTable {
    mutating func reserve(_ rows: Int) {
        time.reserveCapacity(rows)
        day.reserveCapacity(rows)
        status.reserveCapacity(rows)
        kind.reserveCapacity(rows)
        description.reserveCapacity(rows)
        reason.reserveCapacity(rows)
        source.reserveCapacity(rows)
        record.reserveCapacity(rows)
    }

    /// Adds a student after the last one.
    mutating func append(_ student: Student, _ rows: [RowMerge.Row]) {
        students.append(student)
        time.append(contentsOf: rows.lazy.map(\.time))
        day.append(contentsOf: rows.lazy.map(\.day))
        status.append(contentsOf: rows.lazy.map(\.status.rawValue))
        kind.append(contentsOf: rows.lazy.map(\.kind.rawValue))
        description.append(contentsOf: rows.lazy.map(\.description))
        reason.append(contentsOf: rows.lazy.map(\.reason))
        source.append(contentsOf: rows.lazy.map(\.source))
        record.append(contentsOf: rows.lazy.map(\.record))
        offsets.append(time.count)
    }

    /// Adds students of another table, a whole range of them.
    mutating func append(_ range: Range<Int>, of other: AttendanceTable) {
        guard !range.isEmpty else { return }
        let rows = other.offsets[range.lowerBound]..<other.offsets[range.upperBound]
        let shift = time.count - rows.lowerBound
        students += other.students[range]
        time += other.time[rows]
        day += other.day[rows]
        status += other.status[rows]
        kind += other.kind[rows]
        description += other.description[rows]
        reason += other.reason[rows]
        source += other.source[rows]
        record += other.record[rows]
        for index in range { offsets.append(other.offsets[index + 1] + shift) }
    }

    /// Puts a student and rows in the place of those at `index`; as many rows as before cost nothing but themselves.
    mutating func replace(_ index: Int, with student: Student, _ rows: [RowMerge.Row]) {
        let range = self.rows(of: index)
        students[index] = student
        time.replaceSubrange(range, with: rows.lazy.map(\.time))
        day.replaceSubrange(range, with: rows.lazy.map(\.day))
        status.replaceSubrange(range, with: rows.lazy.map(\.status.rawValue))
        kind.replaceSubrange(range, with: rows.lazy.map(\.kind.rawValue))
        description.replaceSubrange(range, with: rows.lazy.map(\.description))
        reason.replaceSubrange(range, with: rows.lazy.map(\.reason))
        source.replaceSubrange(range, with: rows.lazy.map(\.source))
        record.replaceSubrange(range, with: rows.lazy.map(\.record))
        let change = rows.count - range.count
        if change != 0 { for later in index + 1..<offsets.count { offsets[later] += change } }
    }
}

extension RowMerge.Row {
    fileprivate var day: Int32 { Int32(truncatingIfNeeded: SchoolTime.day(time)) }
}
