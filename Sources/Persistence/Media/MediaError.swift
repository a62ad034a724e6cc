package import Kernel

/// What can go wrong with files. Numbers are bytes.
package enum MediaError: Failure, Equatable {
    case unknownUpload
    case unknownMedia
    /// The bytes do not join what is there: a gap, or other bytes in a place that is stored already.
    case offsetMismatch(offset: Int64)
    /// What arrived is not what was announced.
    case digestMismatch
    case storageFull(needed: Int64, free: Int64)

    package var code: String {
        switch self {
        case .unknownUpload, .unknownMedia: "not_found"
        case .offsetMismatch: "offset_mismatch"
        case .digestMismatch: "digest_mismatch"
        case .storageFull: "storage_full"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownUpload, .unknownMedia: .notFound
        case .offsetMismatch: .conflict
        case .digestMismatch: .invalid
        case .storageFull: .insufficientStorage
        }
    }

    package var sentence: String {
        switch self {
        case .unknownUpload: "There is no such upload."
        case .unknownMedia: "There is no such file."
        case .offsetMismatch(let offset): "The upload goes on at byte \(offset)."
        case .digestMismatch: "The file that arrived differs from the one that was announced. Send it again."
        case .storageFull(let needed, let free):
            """
            There is no room on the server: \(Self.megabytes(needed, up: true)) MB are needed, \
            \(Self.megabytes(free, up: false)) MB are free. Nothing that is stored was touched.
            """
        }
    }

    private static func megabytes(_ bytes: Int64, up: Bool) -> Int64 {
        max(0, (bytes + (up ? 999_999 : 0)) / 1_000_000)
    }
}
