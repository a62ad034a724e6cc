package import Kernel

/// Why an archive is not taken in. Nothing of it stays then.
package enum ArchiveError: Failure, Equatable {
    /// A ZIP of another program, or a manifest that cannot be read.
    case notOurs
    case newerVersion(Int)
    /// A file of the manifest is not in the archive.
    case missingFile
    /// A file of the archive is not in the manifest.
    case unlistedFile
    /// Size or SHA-256 is not what the manifest says.
    case changedFile
    /// Sound or an attachment was packed again by another program.
    case repacked
    /// A file holds what no export writes.
    case invalid(part: ExportPart?)
    /// The session has something already, and two sessions are not mixed.
    case sessionNotEmpty

    package var code: String {
        switch self {
        case .notOurs: "not_a_rounds_archive"
        case .newerVersion: "newer_archive"
        case .missingFile: "archive_file_missing"
        case .unlistedFile: "archive_file_unlisted"
        case .changedFile: "archive_file_changed"
        case .repacked: "archive_repacked"
        case .invalid: "archive_invalid"
        case .sessionNotEmpty: "session_not_empty"
        }
    }

    package var kind: FailureKind { self == .sessionNotEmpty ? .conflict : .invalid }

    package var sentence: String {
        switch self {
        case .notOurs: "This is not the archive of a session that Rounds has written."
        case .newerVersion(let version): "This archive has version \(version). A newer Rounds can read it."
        case .missingFile: "A file that the manifest names is not in the archive."
        case .unlistedFile: "The archive holds a file that its manifest does not name."
        case .changedFile: "A file in the archive is not the one that was exported: its size or SHA-256 differs."
        case .repacked: "The archive was packed again by another program. Import the file as Rounds wrote it."
        case .invalid(let part):
            "The archive holds \(part.map { "a part “\($0.rawValue)”" } ?? "a manifest") that no export writes."
        case .sessionNotEmpty: "This session has recordings, attachments or notes already. Delete them first."
        }
    }
}
