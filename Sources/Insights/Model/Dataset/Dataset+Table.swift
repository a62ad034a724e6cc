extension Dataset {
    /// All rows of a student in the order in which they were read: exports as imported, then the register.
    func gather(_ slot: Int32, into rows: inout [RowMerge.Row]) {
        rows.removeAll(keepingCapacity: true)
        for (index, part) in parts.enumerated() {
            part.forEachRow(of: slot) { row in
                rows.append(
                    RowMerge.Row(
                        time: row.time, description: row.description, folded: texts.folded[Int(row.description)],
                        reason: row.reason, record: Int32(truncatingIfNeeded: row.record),
                        source: UInt16(clamping: index + 1), status: row.status,
                        kind: texts.kinds[Int(row.description)]))
            }
        }
        for mark in marks.of(slot) {
            rows.append(
                RowMerge.Row(
                    time: mark.time, description: mark.description, folded: texts.folded[Int(mark.description)],
                    reason: mark.reason, record: 0, source: 0, status: mark.status,
                    kind: texts.kinds[Int(mark.description)]))
        }
    }

    /// Leaves the kept rows of a student in `rows` and adds them and the merges to the accounts by source number.
    func merge(_ slot: Int32, into rows: inout [RowMerge.Row], counts: inout [MergeCounts]) {
        gather(slot, into: &rows)
        RowMerge.merge(&rows) { row, _, code in
            if code == .duplicate {
                counts[Int(row.source)].duplicates += 1
            } else {
                counts[Int(row.source)].checkIns += 1
            }
        }
        for row in rows {
            counts[Int(row.source)].kept += 1
            if row.kind == .study { counts[Int(row.source)].study += 1 }
        }
    }

    /// The latest names and adviser that are not blank: by start time, then by the order of reading (rule 12).
    func student(_ slot: Int32) -> AttendanceTable.Student {
        var (first, surname, adviser) = (RawRows.Student.Said(), RawRows.Student.Said(), RawRows.Student.Said())
        for part in parts {
            guard let names = part.names(of: slot) else { continue }
            first.hear(names.firstName.text, at: names.firstName.time)
            surname.hear(names.surname.text, at: names.surname.time)
            adviser.hear(names.adviser.text, at: names.adviser.time)
        }
        for mark in marks.of(slot) {
            first.hear(mark.firstName, at: mark.time)
            surname.hear(mark.surname, at: mark.time)
            adviser.hear(mark.adviser, at: mark.time)
        }
        return AttendanceTable.Student(
            id: slots.ids[Int(slot)], firstName: texts.texts[Int(first.text)],
            surname: texts.texts[Int(surname.text)], adviser: texts.texts[Int(adviser.text)])
    }

    /// Makes the table and the accounts anew.
    mutating func rebuild() {
        var present = Set(marks.slots)
        for part in parts { present.formUnion(part.slots) }
        let students = present.sorted { Self.precedes(slots.ids[Int($0)], slots.ids[Int($1)]) }
        order = []
        counts = Array(repeating: MergeCounts(), count: parts.count + 1)
        table = AttendanceTable()
        table.reserve(parts.reduce(marks.count) { $0 + $1.count })
        var rows: [RowMerge.Row] = []
        for slot in students {
            merge(slot, into: &rows, counts: &counts)
            if rows.isEmpty { continue }
            table.append(student(slot), rows)
            order.append(slot)
        }
        table.texts = texts.texts
        account()
    }

    /// Code-point order.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Writes the accounts of the exports.
    mutating func account() {
        accountings = [:]
        for (part, counts) in zip(parts, counts.dropFirst()) {
            var accounting = part.accounting
            accounting.duplicatesMerged = counts.duplicates
            accounting.checkInsMerged = counts.checkIns
            accounting.kept = counts.kept
            accounting.study = counts.study
            accountings[part.source] = accounting
        }
    }
}

/// What merging made of the raw rows of one source.
struct MergeCounts: Sendable, Equatable {
    var duplicates = 0
    var checkIns = 0
    var kept = 0
    var study = 0

    static func -= (left: inout MergeCounts, right: MergeCounts) {
        left.duplicates -= right.duplicates
        left.checkIns -= right.checkIns
        left.kept -= right.kept
        left.study -= right.study
    }
}
