/// A module's table made ready for the views: names to find and order by, rotations by rule 16.
///
/// Building one takes time for each student and none for a row, so it is built anew whenever the table or what is known
/// of the module has changed, and kept in between.
package struct Cohort: Sendable {
    package let table: AttendanceTable
    package let context: ModuleContext

    /// Per student: names and id, folded; a line end keeps a word from matching across them.
    let searchTexts: [String]
    /// Per student: the place by surname, first name, id, marks and case ignored, blanks first.
    let surnameRanks: [Int32]
    /// Per student; nil when the module has no rotation map or no entry.
    let rotations: [Analysis.Rotation?]
    /// The first and the last day with a row; nil without rows.
    let days: ClosedRange<Int32>?

    package init(_ table: AttendanceTable, _ context: ModuleContext) {
        self.table = table
        self.context = context
        searchTexts = table.students.map {
            TextFolding.search($0.firstName) + "\n" + TextFolding.search($0.surname) + "\n"
                + TextFolding.search($0.id)
        }
        surnameRanks = Self.ranks(table.students)
        rotations = Self.rotations(table.students, context)
        days = Self.days(of: table)
    }

    /// The students by surname, then first name, then id.
    package var surnameOrder: [Int] {
        surnameRanks.indices.sorted { surnameRanks[$0] < surnameRanks[$1] }
    }

    package func index(of id: String) -> Int? {
        var (low, high) = (0, table.students.count)
        while low < high {
            let middle = (low + high) / 2
            if CodePoints.precede(table.students[middle].id, id) { low = middle + 1 } else { high = middle }
        }
        return low < table.students.count && table.students[low].id == id ? low : nil
    }

    private static func ranks(_ students: [AttendanceTable.Student]) -> [Int32] {
        let keys = students.map { (TextFolding.key($0.surname), TextFolding.key($0.firstName)) }
        let order = students.indices.sorted { one, other in
            let (left, right) = (keys[one], keys[other])
            if left.0 != right.0 { return CodePoints.precede(left.0, right.0) }
            if left.1 != right.1 { return CodePoints.precede(left.1, right.1) }
            return one < other
        }
        var ranks = [Int32](repeating: 0, count: students.count)
        for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
        return ranks
    }

    /// Patterns are few and students many: each pattern is read once.
    private static func rotations(
        _ students: [AttendanceTable.Student], _ context: ModuleContext
    ) -> [Analysis.Rotation?] {
        struct Key: Hashable {
            let pattern: String?
            let group: Int?
        }
        guard let map = context.rotation else { return students.map { _ in nil } }
        var daysPerWeek: [Key: Double?] = [:]
        return students.map { student in
            guard let entry = map.entries[student.id] else { return nil }
            let key = Key(pattern: entry.pattern, group: entry.group)
            let days = daysPerWeek[key] ?? entry.expectedDaysPerWeek(year: context.year)
            daysPerWeek[key] = .some(days)
            return Analysis.Rotation(
                group: entry.group, label: entry.label(year: context.year), pattern: entry.pattern,
                expectedDaysPerWeek: days)
        }
    }

    private static func days(of table: AttendanceTable) -> ClosedRange<Int32>? {
        var (first, last) = (Int32.max, Int32.min)
        for index in table.students.indices {
            let rows = table.rows(of: index)
            guard !rows.isEmpty else { continue }
            first = min(first, table.day[rows.lowerBound])
            last = max(last, table.day[rows.upperBound - 1])
        }
        return first <= last ? first...last : nil
    }
}

extension Cohort {
    /// The rows of a student on the days; rows ascend by time, so both ends are found by halving.
    func rows(of index: Int, on days: ClosedRange<Int32>) -> Range<Int> {
        let rows = table.rows(of: index)
        let first = table.day.partition(rows) { $0 < days.lowerBound }
        return first..<table.day.partition(first..<rows.upperBound) { $0 <= days.upperBound }
    }

    /// The weeks in which one of the students had teaching.
    func teachingWeeks(_ indices: [Int], _ range: ClosedRange<Int32>, _ calendar: WeekCalendar) -> WeekSlots {
        let all = WeekSlots(days(in: range), calendar: calendar)
        var used = [Bool](repeating: false, count: all.weeks.count)
        for index in indices {
            for row in rows(of: index, on: range) where table.kind[row] == EventKind.teaching.rawValue {
                used[all.slot(of: table.day[row])] = true
            }
        }
        return all.only(used)
    }

    /// The days of the range on which there is anything at all.
    func days(in range: ClosedRange<Int32>) -> ClosedRange<Int32>? {
        guard let days, days.overlaps(range) else { return nil }
        return days.clamped(to: range)
    }
}

extension [Int32] {
    /// The first place in the range whose element is not `before`, which holds for a beginning of it and no further.
    fileprivate func partition(_ range: Range<Int>, before: (Int32) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if before(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

enum CodePoints {
    /// Code-point order, which is the order of the UTF-8 bytes.
    static func precede(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}
