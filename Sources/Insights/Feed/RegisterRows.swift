import Kernel
import Register

/// The rows that the register gave before, so that only what differs goes into the dataset.
struct RegisterRows: Sendable {
    /// Session → student → row.
    private(set) var known: AttendanceFeed.Rows = [:]
    private let patterns: EventPatterns

    init(patterns: EventPatterns = .standard) { self.patterns = patterns }

    /// - Parameter affected: what `rows` covers; nil for everything.
    /// - Returns: rows that are new, changed, or gone (without a status).
    mutating func replace(with rows: AttendanceFeed.Rows, of affected: AttendanceFeed.Affected?) -> [RegisterRow] {
        var changes: [RegisterRow] = []
        for (session, students) in rows {
            for (student, row) in students where known[session]?[student] != row {
                known[session, default: [:]][student] = row
                changes.append(self.row(session, row, row.status))
            }
        }
        for session in affected.map({ sessions($0) }) ?? Array(known.keys) {
            let isWhole = affected?.sessions.contains(session) ?? true
            for (student, row) in known[session] ?? [:]
            where rows[session]?[student] == nil && (isWhole || affected?.students.contains(student) == true) {
                known[session]?[student] = nil
                changes.append(self.row(session, row, nil))
            }
            if known[session]?.isEmpty == true { known[session] = nil }
        }
        return changes
    }

    /// Sessions in which a row may be gone.
    private func sessions(_ affected: AttendanceFeed.Affected) -> [String] {
        affected.students.isEmpty ? affected.sessions.filter { known[$0] != nil } : Array(known.keys)
    }

    private func row(_ session: String, _ row: AttendanceFeed.Row, _ status: MarkStatus?) -> RegisterRow {
        let minutes = Int64(row.start?.minuteOfDay ?? 0)
        return RegisterRow(
            key: "\(session):\(row.student.id)",
            student: AttendanceTable.Student(
                id: row.student.number, firstName: row.student.givenName, surname: row.student.familyName,
                adviser: row.student.adviserName),
            time: Int64(row.date.dayNumber) * SchoolTime.nanosecondsPerDay + minutes * 60_000_000_000,
            description: description(row), status: status.map(Self.status))
    }

    /// The session's title. Where it alone would not tell the kind of the session (rule 9), the first word of the settings
    /// that does goes before it.
    private func description(_ row: AttendanceFeed.Row) -> String {
        let title = CellText.clean(row.title)
        let (kind, words): (EventKind, [String]) =
            switch row.kind {
            case .placement: (.placement, patterns.placement)
            case .selfStudy: (.study, patterns.study)
            default: (.teaching, [])
            }
        guard patterns.kind(of: title) != kind, let word = words.first(where: { !$0.isEmpty }) else { return title }
        return CellText.clean("\(word.uppercased()) \(title)")
    }

    private static func status(_ status: MarkStatus) -> AttendanceStatus {
        switch status {
        case .present, .late: .attended
        case .excused: .excused
        case .absent: .absent
        }
    }
}
