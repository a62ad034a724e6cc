extension Dataset {
    /// Sets, changes and takes back rows of the register, and brings the table up to date for the students that they touch.
    package mutating func apply(_ rows: [RegisterRow]) {
        let keys = rows.map { marks.key($0.key) }
        var changed: Set<Int32> = []
        for (row, key) in zip(rows, keys) {
            if let slot = marks.slot(of: key) { changed.insert(slot) }
            if row.status != nil { changed.insert(slots.number(of: row.student.id)) }
        }
        // more than a school class: one walk over everything is cheaper
        guard changed.count <= 400 else {
            write(rows, keys)
            rebuild()
            return
        }
        var before = Array(repeating: MergeCounts(), count: parts.count + 1)
        var kept: [RowMerge.Row] = []
        for slot in changed { merge(slot, into: &kept, counts: &before) }
        for index in counts.indices { counts[index] -= before[index] }
        write(rows, keys)
        refresh(changed)
        table.texts = texts.texts
        account()
    }

    private mutating func write(_ rows: [RegisterRow], _ keys: [RegisterMarks.Key]) {
        for (row, key) in zip(rows, keys) {
            guard let status = row.status else {
                marks.remove(key)
                continue
            }
            let mark = RegisterMarks.Mark(
                key: key, time: row.time, description: texts.number(of: row.description),
                reason: texts.number(of: row.reason), firstName: texts.number(of: row.student.firstName),
                surname: texts.number(of: row.student.surname), adviser: texts.number(of: row.student.adviser),
                status: status)
            marks.set(mark, of: slots.number(of: row.student.id))
        }
    }

    /// Merges the rows of these students again. Few students are put in their places, which moves the rows after them; for
    /// more, the table is copied once around them.
    private mutating func refresh(_ changed: Set<Int32>) {
        let ordered = changed.sorted { Self.precedes(slots.ids[Int($0)], slots.ids[Int($1)]) }
        guard ordered.count <= 4, ordered.allSatisfy({ place(of: $0).isThere && hasRows($0) }) else {
            return copy(around: ordered)
        }
        var rows: [RowMerge.Row] = []
        for slot in ordered {
            merge(slot, into: &rows, counts: &counts)
            table.replace(place(of: slot).index, with: student(slot), rows)
        }
    }

    private mutating func copy(around changed: [Int32]) {
        let (before, students) = (table, order)
        table = AttendanceTable()
        table.reserve(before.count + changed.count)
        var (next, from): ([Int32], Int) = ([], 0)
        var rows: [RowMerge.Row] = []
        for slot in changed {
            let (index, isThere) = place(of: slot)
            table.append(from..<index, of: before)
            next += students[from..<index]
            from = isThere ? index + 1 : index
            guard hasRows(slot) else { continue }
            merge(slot, into: &rows, counts: &counts)
            table.append(student(slot), rows)
            next.append(slot)
        }
        table.append(from..<students.count, of: before)
        order = next + students[from...]
    }

    private func hasRows(_ slot: Int32) -> Bool {
        !marks.of(slot).isEmpty || parts.contains { $0.hasRows(slot) }
    }

    /// Where a student stands in the table, or would stand.
    private func place(of slot: Int32) -> (index: Int, isThere: Bool) {
        let id = slots.ids[Int(slot)]
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(slots.ids[Int(order[middle])], id) { low = middle + 1 } else { high = middle }
        }
        return (low, low < order.count && order[low] == slot)
    }
}
