/// One row of a file and what becomes of it.
struct ImportRow: Sendable, Equatable {
    /// The file inside an archive; nil when the import is one file.
    let file: String?
    /// The line (CSV, calendars) or row (workbooks) where it begins, from 1.
    let line: Int
    var fate = Fate.kept

    enum Fate: Sendable, Equatable {
        /// It says something of its own; whether that is new, the database tells.
        case kept
        case merged(ImportRule)
        case ignored(ImportRule)
        case refused(RowProblem)
    }
}

/// Why a row does not come in, for a person: the column, a stable code and a sentence.
struct RowProblem: Error, Sendable, Hashable {
    let field: String
    let code: String
    let message: String

    init(_ field: String, _ code: String, _ message: String) {
        self.field = field
        self.code = code
        self.message = message
    }

    static func required(_ field: String) -> RowProblem { RowProblem(field, "required", "The \(field) is blank.") }
    static func tooLong(_ field: String, _ limit: Int) -> RowProblem {
        RowProblem(field, "text_too_long", "The \(field) has more than \(limit) characters.")
    }
    static func invalidDate(_ field: String) -> RowProblem {
        RowProblem(field, "invalid_date", "The \(field) is not a day that exists between 2000 and 2100.")
    }
    static func unknown(_ field: String, _ what: String) -> RowProblem {
        RowProblem(field, "unknown_\(field)", "There is no \(what) of this name in the register or in the file.")
    }
}
