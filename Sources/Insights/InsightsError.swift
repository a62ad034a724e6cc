package import Kernel

/// What can go wrong for the whole of a request. Single bad rows of a file never are a reason; they stand in its accounting.
package enum InsightsError: Failure, Equatable {
    case moduleNeeded
    case dateOrderNeeded
    case nothingKept
    case wrongKind(expected: ImportKind, found: ImportKind)
    case alreadyUndone
    case notUndone
    case unknownModule
    case unknownStudent
    case unknownAdviser
    case unknownImport
    case unknownContact
    case unknownFlag
    case unknownSample
    case flagClosed
    case flagOpen

    package var code: String {
        switch self {
        case .moduleNeeded: "module_needed"
        case .dateOrderNeeded: "date_order_needed"
        case .nothingKept: "nothing_kept"
        case .wrongKind: "wrong_kind"
        case .alreadyUndone: "import_undone"
        case .notUndone: "import_not_undone"
        case .flagClosed: "flag_closed"
        case .flagOpen: "flag_open"
        case .unknownModule, .unknownStudent, .unknownAdviser, .unknownImport, .unknownContact, .unknownFlag,
            .unknownSample:
            "not_found"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .alreadyUndone, .notUndone, .flagClosed, .flagOpen: .conflict
        case .unknownModule, .unknownStudent, .unknownAdviser, .unknownImport, .unknownContact, .unknownFlag,
            .unknownSample:
            .notFound
        default: .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .moduleNeeded:
            """
            The file does not say which module it is for. Name it after the module, for example lusi_mbchb501.csv, or \
            choose the module.
            """
        case .dateOrderNeeded:
            "The dates of this file make sense only with the month first. Say whether the day or the month comes first."
        case .nothingKept: "The file has headings and no rows."
        case .wrongKind(let expected, let found):
            "The file was sent as \(expected.noun) and looks like \(found.noun)."
        case .alreadyUndone: "This import is undone already."
        case .notUndone: "This import is not undone."
        case .unknownModule: "There is no such module."
        case .unknownStudent: "There is no such student."
        case .unknownAdviser: "There is no such adviser."
        case .unknownImport: "There is no such import."
        case .unknownContact: "There is no such entry."
        case .unknownFlag: "There is no such flag."
        case .unknownSample: "There is no such sample file."
        case .flagClosed: "This flag is closed already."
        case .flagOpen: "This flag is open already."
        }
    }

    package var fields: [FieldError] {
        switch self {
        case .moduleNeeded: [FieldError(field: "module", code: "required", message: "Choose the module.")]
        case .dateOrderNeeded:
            [FieldError(field: "dateOrder", code: "required", message: "Choose whether day or month comes first.")]
        default: []
        }
    }
}
