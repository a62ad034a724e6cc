import Kernel

@testable import Insights

/// A table made by hand.
struct TableBuilder {
    struct Row {
        var day: String
        var minute = 540
        var kind = EventKind.teaching
        var status = AttendanceStatus.attended
        var description = "Lecture"
        var reason = ""
    }

    private var students: [String: (student: AttendanceTable.Student, rows: [Row])] = [:]

    mutating func add(_ student: AttendanceTable.Student, _ rows: [Row]) {
        students[student.id, default: (student, [])].rows += rows
    }

    mutating func add(_ id: String, _ rows: [Row]) { add(AttendanceTable.Student(id: id), rows) }

    /// As many rows as the text has letters, one a day from `first` on: `a` attended, `e` excused, `x` absent.
    mutating func add(_ student: AttendanceTable.Student, _ course: String, from first: String = "2025-10-06") {
        let start = CivilDate(first)?.dayNumber ?? 0
        let rows = course.enumerated().map { offset, letter in
            Row(
                day: CivilDate(dayNumber: start + offset).description,
                status: letter == "a" ? .attended : letter == "e" ? .excused : .absent)
        }
        add(student, rows)
    }

    var table: AttendanceTable {
        var table = AttendanceTable()
        for (id, entry) in students.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            table.students.append(entry.student)
            for row in entry.rows.sorted(by: { ($0.day, $0.minute) < ($1.day, $1.minute) }) {
                let day = CivilDate(row.day)?.dayNumber ?? 0
                table.day.append(Int32(day))
                table.time.append(Int64(day) * SchoolTime.nanosecondsPerDay + Int64(row.minute) * 60_000_000_000)
                table.status.append(row.status.rawValue)
                table.kind.append(row.kind.rawValue)
                table.description.append(Self.place(row.description, &table.texts))
                table.reason.append(Self.place(row.reason, &table.texts))
                table.source.append(1)
                table.record.append(Int32(table.record.count + 1))
            }
            table.offsets.append(table.time.count)
            precondition(table.students.last?.id == id)
        }
        return table
    }

    func cohort(_ context: ModuleContext = ModuleContext(module: "101")) -> Cohort { Cohort(table, context) }

    private static func place(_ text: String, _ texts: inout [String]) -> Int32 {
        if let place = texts.firstIndex(of: text) { return Int32(place) }
        texts.append(text)
        return Int32(texts.count - 1)
    }
}

extension AttendanceTable.Student {
    static func named(_ id: String, _ firstName: String = "", _ surname: String = "", adviser: String = "") -> Self {
        Self(id: id, firstName: firstName, surname: surname, adviser: adviser)
    }
}

extension InsightsFilter {
    static func days(_ from: String?, _ to: String?) -> InsightsFilter {
        InsightsFilter(from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) })
    }
}
