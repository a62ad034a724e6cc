package import Kernel

/// Why a file gives no table at all. Single bad rows are `RowProblem`s.
package enum ReadingError: Failure, Equatable {
    /// No record with text in it.
    case emptyFile
    /// Required columns that the header does not have, by their names in the export, in the order of the specification.
    case missingColumns([String])
    case unreadable(Cause)

    package enum Cause: String, Sendable, CaseIterable {
        case passwordProtected = "password_protected"
        case damaged
        /// Another kind of file: a picture, a PDF, a ZIP archive that is no workbook, binary data.
        case otherKind = "other_kind"
        /// A workbook of before 2007 or a binary one.
        case olderWorkbook = "older_workbook"
        case tooLarge = "too_large"
    }

    package var code: String {
        switch self {
        case .emptyFile: "empty_file"
        case .missingColumns: "missing_columns"
        case .unreadable: "unreadable_file"
        }
    }

    package var kind: FailureKind { .invalid }

    package var sentence: String {
        switch self {
        case .emptyFile: "The file is empty."
        case .missingColumns(let names):
            "The file has no column named \(names.joined(separator: ", ")). The first line must hold the column names."
        case .unreadable(.passwordProtected):
            "The workbook is protected by a password. Remove the password in Excel and save it again."
        case .unreadable(.damaged): "The file is damaged or was cut short. Export it again and retry."
        case .unreadable(.otherKind): "The file is neither a CSV file nor an Excel workbook (.xlsx)."
        case .unreadable(.olderWorkbook): "The workbook has an older format. Save it as .xlsx or CSV and retry."
        case .unreadable(.tooLarge): "The workbook is too large. Export it as CSV and retry."
        }
    }

    package var fields: [FieldError] {
        guard case .missingColumns(let names) = self else { return [] }
        return names.map { FieldError(field: $0, code: "missing_column", message: "There is no column named \($0).") }
    }
}
