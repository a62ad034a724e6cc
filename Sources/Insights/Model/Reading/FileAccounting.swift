/// Where the rows of one file went: `rows` is always the sum of `malformed`, `blankStudentId`, `badDate`, `cancelled`,
/// `duplicatesMerged`, `checkInsMerged` and `kept`.
package struct FileAccounting: Codable, Sendable, Equatable {
    /// Records with text in them, the header not counted.
    package var rows = 0
    package var malformed = 0
    package var blankStudentId = 0
    package var badDate = 0
    package var cancelled = 0
    /// Rows that joined an equal one, in this file or one before it (rule 10).
    package var duplicatesMerged = 0
    /// Placement check-ins that joined one less than ten minutes before (rule 11).
    package var checkInsMerged = 0
    /// Cells of `present` and `cancelled` with an odd word, in rows with an id and a good date.
    package var unknownBooleans = 0
    package var kept = 0
    /// Kept rows that are self-study.
    package var study = 0
    /// `utf-8`, `utf-16`, `windows-1252` or `xlsx`.
    package var encoding = "utf-8"
    /// `,`, `;` or `tab`; empty for a workbook.
    package var delimiter = ","

    package init() {}

    package var isBalanced: Bool {
        rows == malformed + blankStudentId + badDate + cancelled + duplicatesMerged + checkInsMerged + kept
    }

    /// Counts of several files together; encoding and delimiter are the last file's.
    package static func sum(_ files: [FileAccounting]) -> FileAccounting {
        files.reduce(into: FileAccounting()) { total, file in
            total.rows += file.rows
            total.malformed += file.malformed
            total.blankStudentId += file.blankStudentId
            total.badDate += file.badDate
            total.cancelled += file.cancelled
            total.duplicatesMerged += file.duplicatesMerged
            total.checkInsMerged += file.checkInsMerged
            total.unknownBooleans += file.unknownBooleans
            total.kept += file.kept
            total.study += file.study
            total.encoding = file.encoding
            total.delimiter = file.delimiter
        }
    }
}
