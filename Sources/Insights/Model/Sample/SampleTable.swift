import Kernel

/// The rows of one sample export as cells, and the slips that such exports have.
struct SampleTable {
    enum Style {
        /// Commas and `2025-10-06T09:00:00`.
        case iso
        /// Semicolons and `06/10/2025 09:00`, as a spreadsheet saves them in much of Europe.
        case dayFirst
    }

    private static let header = [
        "studentId", "firstName", "surname", "academicAdvisor", "eventDescription", "startDateTime", "registerType",
        "present", "selfCertInfo", "cancelled",
    ]

    private let style: Style
    private var rows: [[String]] = []

    init(_ style: Style) { self.style = style }

    mutating func append(_ row: SampleTerm.Row) {
        let student = row.student
        rows.append([
            student.id, student.given, row.isLater ? student.laterFamily ?? student.family : student.family,
            row.isLater ? student.laterAdviser ?? student.adviser : student.adviser, row.description, time(of: row),
            row.registerType, String(row.present), row.reason ?? "false", String(row.isCancelled),
        ])
    }

    /// Repeats some rows and spoils some cells, never two of one row.
    mutating func spoil(_ random: inout SeededRandom) {
        var places = Array(rows.indices.shuffled(using: &random).prefix(40))
        func spoil(_ column: Int, _ texts: [String]) {
            for text in texts { rows[places.removeLast()][column] = text }
        }
        let repeated = places.suffix(12).map { rows[$0] }
        places.removeLast(12)
        spoil(5, ["TBC", "31/11/2025 09:00", "2205-10-06T09:00:00"])
        spoil(0, ["", " "])
        spoil(7, ["maybe", "P", "late", "Present"])
        spoil(3, ["", ""])
        for _ in 0..<3 {
            let place = places.removeLast()
            rows[place][0] += ".0"
        }
        rows[places.removeLast()].append("moved from Tuesday")
        rows += repeated
    }

    var bytes: [UInt8] {
        var writer = CSVWriter(header: Self.header, delimiter: style == .iso ? "," : ";")
        for row in rows { writer.append(row.map(CSVWriter.Cell.text)) }
        return writer.bytes
    }

    private func time(of row: SampleTerm.Row) -> String {
        let clock = "\(Self.twoDigits(row.minute / 60)):\(Self.twoDigits(row.minute % 60))"
        guard style == .dayFirst else { return "\(row.day)T\(clock):00" }
        return "\(Self.twoDigits(row.day.day))/\(Self.twoDigits(row.day.month))/\(row.day.year) \(clock)"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
