package import Kernel

/// Why a file could not be opened. The sentences are for the person who chose the file, so they say what to do next;
/// `part` names the piece inside the file, never its content.
package enum DocumentError: Failure, Equatable {
    case notAZip
    case zipEncrypted
    case zipDamaged(part: String)
    case notAWorkbook(hint: String?)
    case workbookEncrypted
    case workbookDamaged(part: String)
    case tooLarge(what: String)

    package var code: String {
        switch self {
        case .notAZip: "not_a_zip"
        case .zipEncrypted: "zip_encrypted"
        case .zipDamaged: "zip_damaged"
        case .notAWorkbook: "not_a_workbook"
        case .workbookEncrypted: "workbook_encrypted"
        case .workbookDamaged: "workbook_damaged"
        case .tooLarge: "too_large"
        }
    }

    package var kind: FailureKind {
        if case .tooLarge = self { return .tooLarge }
        return .invalid
    }

    package var sentence: String {
        switch self {
        case .notAZip:
            "This file is not a ZIP archive."
        case .zipEncrypted:
            "This ZIP archive is protected by a password. Unpack it and choose the files inside."
        case .zipDamaged(let part):
            "This ZIP archive is damaged or was cut short (\(part)). Download it again and retry."
        case .notAWorkbook(let hint):
            "This file is not an Excel workbook (.xlsx)." + (hint.map { " " + $0 } ?? "")
        case .workbookEncrypted:
            "This workbook is protected by a password. Remove the password in Excel and save it again."
        case .workbookDamaged(let part):
            "This workbook is damaged or was cut short (\(part)). Save it again in Excel, or export it as CSV."
        case .tooLarge(let what):
            "This file is too large: \(what)."
        }
    }
}
