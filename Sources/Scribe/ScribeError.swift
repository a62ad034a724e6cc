package import Kernel
import Web

/// What can go wrong with recordings, transcripts and tags. What is out of reach is as if it did not exist.
package enum ScribeError: DetailedFailure, Equatable {
    case unknownSession
    case unknownRecording
    case unknownUpload
    case unknownSegment
    case unknownTag
    case unknownJob
    case unknownSpeaker
    /// The upload has this many bytes, and a piece for another place was sent.
    case offsetMismatch(offset: Int)
    /// Somebody else changed it meanwhile; what it is now, as the API shows it.
    case staleVersion(current: JSONValue)
    case uploadTooLarge(limit: Int)
    case diskFull(needed: Int, free: Int)
    case incomplete(size: Int, offset: Int)
    case checksumMismatch
    case partTaken(part: Int)
    case uploadFinished
    case nothingToRestore
    case jobIsOver
    case notTranscribed
    case mediaGone

    package var code: String {
        switch self {
        case .unknownSession: "unknown_session"
        case .unknownRecording: "unknown_recording"
        case .unknownUpload: "unknown_upload"
        case .unknownSegment: "unknown_segment"
        case .unknownTag: "unknown_tag"
        case .unknownJob: "unknown_job"
        case .unknownSpeaker: "unknown_speaker"
        case .offsetMismatch: "offset_mismatch"
        case .staleVersion: "stale_version"
        case .uploadTooLarge: "too_large"
        case .diskFull: "storage_full"
        case .incomplete: "incomplete"
        case .checksumMismatch: "checksum_mismatch"
        case .partTaken: "part_taken"
        case .uploadFinished: "upload_finished"
        case .nothingToRestore: "nothing_to_restore"
        case .jobIsOver: "job_is_over"
        case .notTranscribed: "not_transcribed"
        case .mediaGone: "media_gone"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownSession, .unknownRecording, .unknownUpload, .unknownSegment, .unknownTag, .unknownJob,
            .unknownSpeaker, .nothingToRestore, .mediaGone:
            .notFound
        case .offsetMismatch, .staleVersion, .incomplete, .partTaken, .uploadFinished, .jobIsOver, .notTranscribed:
            .conflict
        case .uploadTooLarge: .tooLarge
        case .diskFull: .insufficientStorage
        case .checksumMismatch: .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .unknownSession: "There is no such session."
        case .unknownRecording: "There is no such recording."
        case .unknownUpload: "There is no such upload."
        case .unknownSegment: "There is no such segment."
        case .unknownTag: "There is no such tag."
        case .unknownJob: "There is no such job."
        case .unknownSpeaker: "There is no such speaker in this recording."
        case .offsetMismatch(let offset): "The upload has \(offset) bytes; go on from there."
        case .staleVersion: "Somebody else changed it meanwhile. Look at it and try again."
        case .uploadTooLarge(let limit): "A file may have at most \(limit) bytes."
        case .diskFull(let needed, let free):
            "There is no room for \(needed) bytes: \(free) are free. Nothing was stored."
        case .incomplete(let size, let offset): "The file has \(size) bytes, and \(offset) of them arrived."
        case .checksumMismatch: "What arrived is not what was sent. Send it again."
        case .partTaken(let part): "Part \(part) of this take is there already."
        case .uploadFinished: "This upload is finished."
        case .nothingToRestore: "There is nothing to bring back."
        case .jobIsOver: "This job is over already."
        case .notTranscribed: "There is no transcript yet."
        case .mediaGone: "The file of this recording is gone. Send it again."
        }
    }

    package var members: [String: JSONValue] {
        switch self {
        case .offsetMismatch(let offset): ["offset": .integer(Int64(offset))]
        case .staleVersion(let current): ["current": current]
        case .uploadTooLarge(let limit): ["limit": .integer(Int64(limit))]
        case .diskFull(let needed, let free):
            ["needed": .integer(Int64(needed)), "free": .integer(Int64(free))]
        case .incomplete(let size, let offset):
            ["size": .integer(Int64(size)), "offset": .integer(Int64(offset))]
        default: [:]
        }
    }
}
