import Kernel

extension AttendanceDocument {
    /// The table of students, complete, for a spreadsheet.
    package func csv() -> [UInt8] {
        let columns = columns
        var writer = CSVWriter(header: columns.map(\.title))
        let selection = Selection(cohort, filter)
        for place in selection.indices.indices { writer.append(columns.map { $0.cell(selection, place) }) }
        return writer.bytes
    }

    /// The same table in aligned columns for a terminal, under the account of the files and the figures over all; then the
    /// absences of the student who was asked for.
    package func table() -> String {
        let selection = Selection(cohort, filter)
        let columns = columns
        let rows = selection.indices.indices.map { place in columns.map { Self.text($0.cell(selection, place)) } }
        return heading(selection.overall(filter.threshold)) + "\n"
            + Self.aligned([columns.map(\.title)] + rows, numbers: columns.map(\.isNumber)) + absences()
    }

    private func absences() -> String {
        guard let student, let view = Analysis.student(cohort, student, filter, smallCell: 1) else { return "" }
        func percent(_ number: Double?) -> String { number.map { Self.text(.number($0)) + " %" } ?? "no figure" }
        let (found, counts) = (view.row.student, view.row.counts)
        let rows = view.absences.map { event in
            [event.time.minutes, event.status == .excused ? "excused" : "absent"]
                + [event.description, event.reason ?? ""].map(Self.printable)
        }
        return """

            \(Self.printable("\(found.id) \(found.firstName) \(found.surname)")): \(counts.attended) of \
            \(counts.expected) attended, \(percent(counts.percentage)); the module \(percent(view.moduleAverage)).

            """ + Self.aligned(rows, numbers: [false, false, false, false])
    }

    private struct Column {
        let title: String
        let isNumber: Bool
        let cell: (Selection, Int) -> CSVWriter.Cell

        init(_ title: String, number: Bool = true, _ cell: @escaping (Selection, Int) -> CSVWriter.Cell) {
            (self.title, isNumber, self.cell) = (title, number, cell)
        }
    }

    private var columns: [Column] {
        let cohort = cohort
        func text(_ title: String, _ value: @escaping (Int) -> String?) -> Column {
            Column(title, number: false) { .init(value($0.indices[$1])) }
        }
        func number(_ title: String, _ value: @escaping (StudentTally) -> Int) -> Column {
            Column(title) { .init(value($0.tallies[$1])) }
        }
        func percent(_ title: String, _ value: @escaping (Analysis.Counts) -> Double?) -> Column {
            Column(title) { .init(value($0.tallies[$1].counts).map { ($0 * 10_000).rounded() / 10_000 }) }
        }
        var columns = [
            text("id") { cohort.table.students[$0].id }, text("firstName") { cohort.table.students[$0].firstName },
            text("surname") { cohort.table.students[$0].surname },
            text("advisor") { cohort.table.students[$0].adviser },
            number("expected", \.counts.expected), number("attended", \.counts.attended),
            number("excused", \.counts.excused), number("absent", \.counts.absent), percent("percentage", \.percentage),
            percent("percentageWithoutExcused", \.percentageWithoutExcused),
            number("selfCertifications", \.selfCertifications), number("checkIns", \.checkIns),
            number("attendedCheckIns", \.attendedCheckIns), number("placementDays", \.placementDays),
        ]
        for threshold in thresholds {
            columns.append(
                Column("atOrBelow \(threshold)", number: false) {
                    let counts = $0.tallies[$1].counts
                    let isTrue = threshold.isAtOrBelow(attended: counts.attended, expected: counts.expected)
                    return .text(isTrue ? "yes" : "no")
                })
        }
        if let recent {
            columns.append(
                Column("recentDays") { selection, place in
                    .init(
                        Analysis.recent(cohort, selection.indices[place], asOf: recent.asOf, days: recent.days)
                            .daysAttended)
                })
        }
        if cohort.context.rotation != nil {
            columns.append(Column("group") { .init(cohort.rotations[$0.indices[$1]]?.group) })
            columns.append(text("rotation") { cohort.rotations[$0]?.label })
            columns.append(text("pattern") { cohort.rotations[$0]?.pattern })
        }
        if hasNotes {
            columns.append(text("email") { cohort.context.notes[cohort.table.students[$0].id]?.email })
            columns.append(text("notes") { cohort.context.notes[cohort.table.students[$0].id]?.notes })
        }
        return columns
    }

    private func heading(_ overall: Analysis.Overall) -> String {
        let rejected = [
            (accounting.malformed, "malformed"), (accounting.blankStudentId, "without an id"),
            (accounting.badDate, "with a date that cannot be read"), (accounting.cancelled, "cancelled"),
            (accounting.duplicatesMerged, "merged as duplicates"),
            (accounting.checkInsMerged, "merged as check-ins within ten minutes"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let rows = ([("\(accounting.kept) kept")] + rejected).joined(separator: ", ")
        guard accounting.rows > 0 else { return "No row stands under the header.\n" }
        let module = cohort.context.module.isEmpty ? "Module not known" : "Module \(cohort.context.module)"
        let percentage = overall.counts.percentage.map { Self.text(.number($0)) + " %" } ?? "no figure"
        return """
            \(accounting.rows) rows: \(rows).
            \(module): \(overall.students) students, \(overall.counts.attended) of \(overall.counts.expected) attended, \
            \(percentage); \(overall.counts.excused) excused.

            """
    }

    private static func text(_ cell: CSVWriter.Cell) -> String {
        switch cell {
        case .text(let text): printable(text)
        case .integer(let number): String(number)
        case .number(let number): CanonicalJSON.text((number * 100).rounded() / 100)
        case .empty: ""
        }
    }

    /// Control characters of a file must not reach the terminal.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }

    /// Numbers stand at the right of their column.
    private static func aligned(_ rows: [[String]], numbers: [Bool]) -> String {
        let widths = numbers.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column -> String in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return numbers[column] ? padding + row[column] : row[column] + padding
            }
            let line = cells.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)]) + "\n"
        }.joined()
    }
}
