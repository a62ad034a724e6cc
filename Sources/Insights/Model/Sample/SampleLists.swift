import Documents
import Kernel

/// What the office keeps beside the exports: rotation maps and notes.
enum SampleLists {
    /// Rule 16: Year 5 has a group, the rotation and a pattern; one student is not in a group yet.
    static func rotations(year5 students: [SampleStudent]) -> SampleFile {
        var writer = CSVWriter(header: ["Student ID", "Group", "Rotation 1", "Pattern"])
        for (index, student) in students.enumerated() {
            let pattern = student.group == 1 ? "4 days" : index % 6 == 1 ? "" : "3 days"
            writer.append(
                (index == students.count - 1
                    ? [student.id, "", "", ""] : [student.id, String(student.group), student.place, pattern])
                    .map(CSVWriter.Cell.text))
        }
        return SampleFile(name: "rotation_mbchb501.csv", kind: .rotation, module: "501", bytes: writer.bytes)
    }

    /// Year 2 has the trust and a pattern.
    static func rotations(year2 students: [SampleStudent]) -> SampleFile {
        var writer = CSVWriter(header: ["Student No.", "Trust (B1)", "pattern"])
        for student in students {
            writer.append([student.id, student.place, "1 day"].map(CSVWriter.Cell.text))
        }
        return SampleFile(name: "rotation_mbchb201.csv", kind: .rotation, module: "201", bytes: writer.bytes)
    }

    static func notes(_ students: [SampleStudent], _ random: inout SeededRandom) -> SampleFile {
        let rows = students.filter { _ in random.chance(0.4) }.map { student in
            [
                .text(student.id), .text("student.\(student.id)@school.example"), .text(random.one(of: remarks)),
                random.chance(0.3) ? .text(random.one(of: remarks)) : .empty,
            ] as [WorkbookWriter.Cell]
        }
        let columns = ["Student ID", "Email", "Notes 1", "Notes 2"].map { WorkbookWriter.Column($0, width: 26) }
        let bytes = WorkbookWriter.bytes([.init(name: "Notes", columns: columns, rows: rows)])
        return SampleFile(name: "notes_mbchb501.xlsx", kind: .notes, module: "501", bytes: bytes)
    }

    private static let remarks = [
        "Commutes from Barrow, early starts are hard", "Met adviser in week 3", "Repeating the year",
        "Occupational health informed", "Carer at home", "Captain of the rowing club", "Prefers e-mail to phone",
    ]
}
