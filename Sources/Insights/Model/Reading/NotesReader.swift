/// Reads student notes, XLSX or CSV.
package enum NotesReader {
    /// All notes of one id are joined by `, ` in file order, the first e-mail that is not blank stands. Throws
    /// `ReadingError`.
    package static func read(_ bytes: [UInt8]) throws -> StudentNotes {
        let table = try SheetTable(bytes, required: [RotationReader.studentId])
        guard let id = table.column(RotationReader.studentId) else {
            throw ReadingError.missingColumns(["Student ID"])
        }
        let email = table.column(["Email", "E-mail", "Email address"])
        let notes = [table.column(["Notes 1", "Notes"]), table.column(["Notes 2"])].compactMap(\.self)
        guard email != nil || !notes.isEmpty else { throw ReadingError.missingColumns(["Notes 1", "Notes 2"]) }
        var result = StudentNotes()
        for row in table.rows {
            let student = CellRules.studentId(row[id])
            guard !student.isEmpty else {
                result.skipped += 1
                continue
            }
            var note = result.entries[student] ?? StudentNote()
            if note.email == nil, let email, !row[email].isEmpty { note.email = row[email] }
            let texts = ([note.notes] + notes.map { row[$0] }).compactMap(\.self).filter { !$0.isEmpty }
            note.notes = texts.isEmpty ? nil : texts.joined(separator: ", ")
            result.entries[student] = note
        }
        return result
    }
}
