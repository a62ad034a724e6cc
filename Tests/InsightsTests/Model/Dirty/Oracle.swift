/// The rules of the accounting over true values, written for being obvious and not for being fast.
struct Oracle {
    struct Row: Hashable, CustomStringConvertible {
        let student: String
        let time: Int
        let status: UInt8
        let kind: UInt8
        /// The description in small letters.
        let event: String
        var description: String { "\(student) \(time) status \(status) kind \(kind) \(event)" }
    }

    struct Student: Hashable {
        let id: String
        let firstName: String
        let surname: String
        let adviser: String
    }

    private(set) var counts: [String: Int] = [:]
    private(set) var kept: [Row] = []
    private(set) var students: [Student] = []

    init(_ rows: [TrueRow]) {
        var good: [(id: String, time: Int, row: TrueRow)] = []
        for row in rows {
            count("rows")
            if row.isMalformed {
                count("malformed")
            } else if let id = row.id, let time = row.time {
                count("unknownBooleans", row.oddTokens)
                if row.isCancelled { count("cancelled") } else { good.append((id, time.local, row)) }
            } else {
                count(row.id == nil ? "blankStudentId" : "badDate")
            }
        }
        for id in Set(good.map(\.id)).sorted(by: {
            Array($0.unicodeScalars.map(\.value)).lexicographicallyPrecedes(Array($1.unicodeScalars.map(\.value)))
        }) {
            add(id, good.filter { $0.id == id }.map { ($0.time, $0.row) })
        }
    }

    private mutating func add(_ id: String, _ rows: [(time: Int, row: TrueRow)]) {
        let ordered = rows.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
        func latest(_ text: (TrueRow) -> String) -> String { ordered.map { text($0.row) }.last { $0 != "" } ?? "" }
        students.append(
            Student(id: id, firstName: latest(\.firstName), surname: latest(\.surname), adviser: latest(\.adviser)))

        // rule 10
        var distinct: [(time: Int, event: TrueEvent, status: UInt8)] = []
        for (time, row) in ordered {
            let same = distinct.firstIndex {
                $0.time == time && $0.event.description.lowercased() == row.event.description.lowercased()
            }
            if let same {
                distinct[same].status = max(distinct[same].status, Self.status(of: row))
                count("duplicatesMerged")
            } else {
                distinct.append((time, row.event, Self.status(of: row)))
            }
        }
        func row(_ time: Int, _ event: TrueEvent, _ status: UInt8) -> Row {
            Row(
                student: id, time: time, status: status, kind: event.kind.rawValue,
                event: event.description.lowercased())
        }

        // rule 11
        var previous: Int?
        var group: Row?
        for (time, event, status) in distinct where event.kind == .placement {
            if let before = previous, let earlier = group, time - before < 600_000_000_000 {
                group = Row(
                    student: id, time: earlier.time, status: max(earlier.status, status), kind: earlier.kind,
                    event: earlier.event)
                count("checkInsMerged")
            } else {
                if let group { keep(group) }
                group = row(time, event, status)
            }
            previous = time
        }
        if let group { keep(group) }
        for (time, event, status) in distinct where event.kind != .placement {
            keep(row(time, event, status))
            if event.kind == .study { count("study") }
        }
    }

    /// Rule 8: 2 attended, 1 excused, 0 absent.
    static func status(of row: TrueRow) -> UInt8 {
        if row.isPresent && !row.isRegisterType50 { return 2 }
        if row.isRegisterType50 { return 1 }
        if case .none = row.certificate { return 0 }
        return 1
    }

    private mutating func keep(_ row: Row) {
        kept.append(row)
        count("kept")
    }

    private mutating func count(_ category: String, _ number: Int = 1) { counts[category, default: 0] += number }
}
