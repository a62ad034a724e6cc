/// Reads rotation maps of Years 2 to 5, CSV or XLSX.
package enum RotationReader {
    static let studentId = ["Student ID", "Student No.", "studentId", "Student Number"]
    static let group = ["Group"]
    static let trust = ["Trust (B1)", "Trust"]
    static let rotation = ["Rotation 1"]
    static let pattern = ["Pattern"]

    /// Of several rows of one student the last one stands. Throws `ReadingError`.
    package static func read(_ bytes: [UInt8]) throws -> RotationMap {
        let table = try SheetTable(bytes, required: [studentId])
        guard [group, trust, rotation, pattern].contains(where: { table.column($0) != nil }) else {
            throw ReadingError.missingColumns(["Group", "Pattern"])
        }
        guard let id = table.column(studentId) else { throw ReadingError.missingColumns(["Student ID"]) }
        let columns = (
            group: table.column(group), trust: table.column(trust), rotation: table.column(rotation),
            pattern: table.column(pattern)
        )
        var map = RotationMap()
        for row in table.rows {
            func cell(_ column: Int?) -> String? {
                column.map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            }
            let student = CellRules.studentId(row[id])
            guard !student.isEmpty else {
                map.skipped += 1
                continue
            }
            map.entries[student] = RotationEntry(
                group: cell(columns.group).flatMap(RotationEntry.group), trust: cell(columns.trust),
                rotation: cell(columns.rotation), pattern: cell(columns.pattern))
        }
        return map
    }
}
