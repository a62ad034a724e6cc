/// A row that is not kept as it stands, or a cell that was not understood, with its place in the file.
package struct RowProblem: Codable, Sendable, Equatable {
    package enum Code: String, Codable, Sendable, CaseIterable {
        case malformed
        case blankStudentId = "blank_student_id"
        case badDate = "bad_date"
        case cancelled
        case unknownBoolean = "unknown_boolean"
        case duplicate
        case checkInMerged = "check_in_merged"

        package var sentence: String {
            switch self {
            case .malformed: "The row has more cells than the header, a quote that is never closed, or a zero byte."
            case .blankStudentId: "The row has no student id."
            case .badDate: "The start time is no date that can be read without guessing."
            case .cancelled: "The event was cancelled."
            case .unknownBoolean: "The cell is neither yes nor no; it was read as no."
            case .duplicate: "The same student, time and description stands in an earlier row, which it joined."
            case .checkInMerged: "The check-in is less than ten minutes after the one before, which it joined."
            }
        }
    }

    /// Number of the record, from 1; the header and blank records do not count.
    package var record: Int
    /// The line of the file where the record begins, from 1; in a workbook the row of the sheet.
    package var line: Int
    /// Name of the column as the specification has it; nil when the whole row is meant.
    package var column: String?
    package var code: Code
    /// The cell, cleaned and cut to 200 characters.
    package var value: String?

    package init(record: Int, line: Int, column: String? = nil, code: Code, value: String? = nil) {
        self.record = record
        self.line = line
        self.column = column
        self.code = code
        self.value = value
    }
}
