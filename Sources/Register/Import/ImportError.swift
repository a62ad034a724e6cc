package import Kernel

/// Why a whole file does not come in. Single bad rows never are a reason; they stand in the report.
package enum ImportError: Failure, Equatable {
    case emptyFile
    /// Columns that the kind needs and the file lacks, and the headings it has.
    case missingColumns(kind: ImportKind, missing: [String], found: [String])
    case kindNotRecognised(found: [String])
    case wrongKind(expected: ImportKind, found: ImportKind)
    case notACalendar
    case calendarDamaged(line: Int)
    case moduleMissing
    case unknownGroup
    case unknownImport
    case alreadyUndone
    case inUse([Obstacle])

    /// What was built on an import since, and keeps it from being undone.
    package struct Obstacle: Sendable, Equatable {
        let record: String
        let count: Int
        let sentence: String
    }

    package var code: String {
        switch self {
        case .emptyFile: "empty_file"
        case .missingColumns: "missing_columns"
        case .kindNotRecognised: "kind_not_recognised"
        case .wrongKind: "wrong_kind"
        case .notACalendar: "not_a_calendar"
        case .calendarDamaged: "calendar_damaged"
        case .moduleMissing: "module_missing"
        case .unknownGroup: "unknown_group"
        case .unknownImport: "not_found"
        case .alreadyUndone: "import_undone"
        case .inUse: "import_in_use"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownImport: .notFound
        case .alreadyUndone, .inUse: .conflict
        default: .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .emptyFile:
            return "The file is empty."
        case .missingColumns(let kind, let missing, let found):
            let names = missing.joined(separator: ", ")
            return "A file of \(kind.noun) needs \(missing.count == 1 ? "a column" : "columns") \(names). "
                + Self.headings(found)
        case .kindNotRecognised(let found):
            return "The headings do not tell what this file holds. Choose the kind of file. " + Self.headings(found)
        case .wrongKind(let expected, let found):
            return "The file was sent as \(expected.noun) and looks like \(found.noun)."
        case .notACalendar:
            return "This file is not a calendar: it does not begin with BEGIN:VCALENDAR."
        case .calendarDamaged(let line):
            return "The calendar breaks off or is damaged at line \(line). Export it again."
        case .moduleMissing:
            return
                "The file does not say which module it is for. Name the file after the module, for example core_501.csv, "
                + "or state the module."
        case .unknownGroup:
            return "There is no group of this name or id."
        case .unknownImport:
            return "There is no such import."
        case .alreadyUndone:
            return "This import is undone already."
        case .inUse(let obstacles):
            return "The import stays, for other work rests on it: "
                + obstacles.map(\.sentence).joined(separator: "; ") + "."
        }
    }

    package var fields: [FieldError] {
        switch self {
        case .missingColumns(_, let missing, _):
            missing.map { FieldError(field: $0, code: "missing_column", message: "The column \($0) is missing.") }
        case .inUse(let obstacles):
            obstacles.map { FieldError(field: $0.record, code: "in_use", message: $0.sentence) }
        case .moduleMissing:
            [FieldError(field: "module", code: "required", message: "State the module.")]
        case .unknownGroup:
            [FieldError(field: "group", code: "unknown_group", message: "There is no group of this name or id.")]
        default: []
        }
    }

    private static func headings(_ found: [String]) -> String {
        let shown = found.filter { !$0.isEmpty }.prefix(12).map { String($0.prefix(40)) }
        return shown.isEmpty ? "It has no headings." : "Its headings are: \(shown.joined(separator: ", "))."
    }
}
