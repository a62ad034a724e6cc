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
    case encrypted
    case damaged(part: String)
    case unsupported(hint: String?)
    /// The sentence names the program and the Debian package that brings it.
    case toolMissing(sentence: String)
    case tookTooLong

    package var code: String {
        switch self {
        case .notAZip: "not_a_zip"
        case .zipEncrypted: "zip_encrypted"
        case .zipDamaged: "zip_damaged"
        case .notAWorkbook: "not_a_workbook"
        case .workbookEncrypted: "workbook_encrypted"
        case .workbookDamaged: "workbook_damaged"
        case .tooLarge: "too_large"
        case .encrypted: "encrypted"
        case .damaged: "damaged"
        case .unsupported: "unsupported_document"
        case .toolMissing: "tool_missing"
        case .tookTooLong: "took_too_long"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .tooLarge: .tooLarge
        case .toolMissing: .unavailable(retryAfter: 3600)
        default: .invalid
        }
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
        case .encrypted:
            "This document is protected by a password. Remove the password and upload it again."
        case .damaged(let part):
            "This document is damaged or was cut short (\(part)). Save it again and retry."
        case .unsupported(let hint):
            "This kind of file cannot be read." + (hint.map { " " + $0 } ?? "")
        case .toolMissing(let sentence): sentence
        case .tookTooLong:
            "This document took too long to read."
        }
    }

    /// The same, for someone who chose a document of any kind.
    var ofDocument: DocumentError {
        switch self {
        case .zipEncrypted, .workbookEncrypted: .encrypted
        case .notAZip: .damaged(part: "it is no archive")
        case .zipDamaged(let part), .workbookDamaged(let part): .damaged(part: part)
        case .notAWorkbook(let hint): .unsupported(hint: hint)
        default: self
        }
    }
}
