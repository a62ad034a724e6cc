package import Kernel

/// What can go wrong with notes and what hangs on them. A note out of reach is as if it did not exist. No sentence holds a
/// word of a note or the name of a file.
package enum ComplianceError: Failure, Equatable {
    case unknownDocument, unknownReport, unknownFinding, unknownEpisode, unknownBatch, unknownRule, unknownRubric
    case unknownCase
    /// There is no text in it.
    case empty
    case tooLarge(megabytes: Int)
    /// What the name says it is, and what it is.
    case typeMismatch(named: String, found: String)
    case encrypted
    case corrupt
    /// In an archive: its name leads out of the folder it would be unpacked in.
    case nameOutside
    case expansionLimit
    case activeContent
    case unsupportedFile
    case tookTooLong
    /// The analysis has not ended, or has failed.
    case notAnalysed
    /// The note's own text was not kept, so it cannot be shown or read anew.
    case originalGone
    case nothingToRestore
    /// The rules inside the program cannot be read, and there are no others.
    case rulesUnusable
    /// An active or retired version never changes.
    case rubricIsFixed
    case rubricIsInvalid(problems: Int)
    case rubricExamplesFail(Int)
    case nothingToRollBackTo
    case alreadyAnswered
    case tooManyFiles(limit: Int)

    package var code: String {
        switch self {
        case .unknownDocument: "unknown_document"
        case .unknownReport: "unknown_report"
        case .unknownFinding: "unknown_finding"
        case .unknownEpisode: "unknown_episode"
        case .unknownBatch: "unknown_batch"
        case .unknownRule: "unknown_rule"
        case .unknownRubric: "unknown_rubric"
        case .unknownCase: "unknown_case"
        case .empty: "empty"
        case .tooLarge: "too_large"
        case .typeMismatch: "type_mismatch"
        case .encrypted: "encrypted"
        case .corrupt: "corrupt"
        case .nameOutside: "name_outside"
        case .expansionLimit: "expansion_limit"
        case .activeContent: "active_content"
        case .unsupportedFile: "unsupported_file"
        case .tookTooLong: "took_too_long"
        case .notAnalysed: "not_analysed"
        case .originalGone: "original_gone"
        case .nothingToRestore: "nothing_to_restore"
        case .rulesUnusable: "rules_unusable"
        case .rubricIsFixed: "rubric_is_fixed"
        case .rubricIsInvalid: "rubric_is_invalid"
        case .rubricExamplesFail: "rubric_examples_fail"
        case .nothingToRollBackTo: "nothing_to_roll_back_to"
        case .alreadyAnswered: "already_answered"
        case .tooManyFiles: "too_many_files"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownDocument, .unknownReport, .unknownFinding, .unknownEpisode, .unknownBatch, .unknownRule,
            .unknownRubric, .unknownCase, .nothingToRestore:
            .notFound
        case .tooLarge, .tooManyFiles: .tooLarge
        case .notAnalysed, .originalGone, .rubricIsFixed, .rubricExamplesFail, .nothingToRollBackTo,
            .alreadyAnswered:
            .conflict
        case .unsupportedFile: .unsupportedMedia
        case .rulesUnusable: .unavailable(retryAfter: 3_600)
        case .empty, .typeMismatch, .encrypted, .corrupt, .nameOutside, .expansionLimit, .activeContent, .tookTooLong,
            .rubricIsInvalid:
            .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .unknownDocument: "There is no such note."
        case .unknownReport: "There is no such report."
        case .unknownFinding: "There is no such finding in this note."
        case .unknownEpisode: "There is no such episode."
        case .unknownBatch: "There is no such batch."
        case .unknownRule: "There is no such rule."
        case .unknownRubric: "There is no such version of the rules."
        case .unknownCase: "There is no such teaching case."
        case .empty: "There is no text in it."
        case .tooLarge(let megabytes): "A file may have at most \(megabytes) MB."
        case .typeMismatch(let named, let found):
            "Its name says \(named), and it is \(found). Give it the right ending, or choose the right file."
        case .encrypted: "This file is protected by a password. Remove the password and send it again."
        case .corrupt: "This file is damaged or was cut short. Save it again and retry."
        case .nameOutside: "The name of this file leads out of its archive, so it was not read."
        case .expansionLimit: "This file unpacks to far more than it should. It was not opened."
        case .activeContent: "This file holds a program (a script or macro). Save it without, or paste the text."
        case .unsupportedFile: "This kind of file cannot be read. Send PDF, DOCX, RTF, TXT, PNG, JPEG or TIFF."
        case .tookTooLong: "Reading this file took too long. Send it in parts."
        case .notAnalysed: "This note has no report yet."
        case .originalGone: "The text of this note was not kept. Send the note again."
        case .nothingToRestore: "There is nothing to bring back."
        case .rulesUnusable:
            "The rules inside this program cannot be read, so no note is judged by them. The log of the server says where."
        case .rubricIsFixed: "This version is in use or was, so it never changes. Make a draft of it."
        case .rubricIsInvalid(let problems): "The rules cannot be read: \(Count.problems(problems))."
        case .rubricExamplesFail(let count):
            "\(Count.examples(count)) of the rules \(count == 1 ? "does" : "do") not come out as written."
        case .nothingToRollBackTo: "There is no earlier version to go back to."
        case .alreadyAnswered: "You have answered this case already."
        case .tooManyFiles(let limit): "A batch may have at most \(limit) files."
        }
    }
}

private enum Count {
    static func problems(_ count: Int) -> String { count == 1 ? "1 problem" : "\(count) problems" }
    static func examples(_ count: Int) -> String { count == 1 ? "1 example" : "\(count) examples" }
}
