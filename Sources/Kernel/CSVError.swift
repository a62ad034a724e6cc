/// Why a file could not be read as a table at all. Single bad rows are `CSVTable.malformed`.
package enum CSVError: Failure, Equatable {
    /// No record with text in it.
    case emptyFile
    /// Not text: NUL bytes, or the signature of a ZIP (XLSX), PDF, GZIP or old Office file.
    case unreadable
    case tooLarge(limit: Int)

    package var code: String {
        switch self {
        case .emptyFile: "empty_file"
        case .unreadable: "unreadable"
        case .tooLarge: "too_large"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .emptyFile: .invalid
        case .unreadable: .unsupportedMedia
        case .tooLarge: .tooLarge
        }
    }

    package var sentence: String {
        switch self {
        case .emptyFile: "The file is empty."
        case .unreadable: "The file is not a CSV file."
        case .tooLarge(let limit): "The file is larger than \(limit / 1_048_576) MiB."
        }
    }
}
