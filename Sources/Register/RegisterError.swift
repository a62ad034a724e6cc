package import Kernel
import Web

/// What can go wrong with the register besides a refused operation (`Rejection`).
package enum RegisterError: DetailedFailure, Equatable {
    case unknownSession
    case unknownStudent
    case unknownException
    case unknownDispute
    case noEvidence
    case batchTooLarge(limit: Int)
    case protocolUnsupported(served: ClosedRange<Int64>)
    case alreadySettled
    case evidenceTooLarge(limit: Int)
    case evidenceNotReadable
    case noticeDecided
    case checkInOff
    case sessionNotOpen
    case notOnTheRoll
    case wrongCode
    case tooManyAttempts(seconds: Int)
    case unusableKeyFile

    package var code: String {
        switch self {
        case .unknownSession: "unknown_session"
        case .unknownStudent: "unknown_student"
        case .unknownException: "unknown_exception"
        case .unknownDispute: "unknown_dispute"
        case .noEvidence: "no_evidence"
        case .batchTooLarge: "batch_too_large"
        case .protocolUnsupported: "protocol_unsupported"
        case .alreadySettled: "already_settled"
        case .evidenceTooLarge: "too_large"
        case .evidenceNotReadable: "unsupported_evidence"
        case .noticeDecided: "already_decided"
        case .checkInOff: "check_in_off"
        case .sessionNotOpen: "session_not_open"
        case .notOnTheRoll: "not_on_the_roll"
        case .wrongCode: "wrong_code"
        case .tooManyAttempts: "too_many_attempts"
        case .unusableKeyFile: "unusable_key_file"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .unknownSession, .unknownStudent, .unknownException, .unknownDispute, .noEvidence: .notFound
        case .batchTooLarge, .evidenceTooLarge: .tooLarge
        case .protocolUnsupported: .upgradeRequired
        case .alreadySettled, .noticeDecided, .checkInOff, .sessionNotOpen: .conflict
        case .evidenceNotReadable: .unsupportedMedia
        case .notOnTheRoll: .forbidden
        case .wrongCode: .invalid
        case .tooManyAttempts(let seconds): .rateLimited(retryAfter: seconds)
        case .unusableKeyFile: .unavailable(retryAfter: 60)
        }
    }

    package var sentence: String {
        switch self {
        case .unknownSession: "There is no such session."
        case .unknownStudent: "There is no such student."
        case .unknownException: "There is no such absence notice."
        case .unknownDispute: "There is no such disagreement."
        case .noEvidence: "The absence notice has no evidence file."
        case .batchTooLarge(let limit): "A push may hold at most \(limit) operations; send it in parts."
        case .protocolUnsupported(let served):
            """
            This server speaks versions \(served.lowerBound) to \(served.upperBound) of the sync protocol: update the app, or \
            the server if it is the older one. Nothing is lost.
            """
        case .alreadySettled: "Somebody settled this disagreement before."
        case .evidenceTooLarge(let limit): "The evidence may have at most \(limit / 1_048_576) MB."
        case .evidenceNotReadable: "The evidence must be a PDF, PNG or JPEG file."
        case .noticeDecided: "The absence notice is decided and takes no new evidence."
        case .checkInOff: "The school does not allow students to check in by themselves."
        case .sessionNotOpen: "The session is not open for check-in."
        case .notOnTheRoll: "You are not on the roll of this session."
        case .wrongCode: "The code is wrong or no longer shown; enter the one on the screen now."
        case .tooManyAttempts(let seconds): "Too many wrong codes. Try again in \(seconds) s."
        case .unusableKeyFile: "The file register.key in the data folder cannot be read or written."
        }
    }

    package var fields: [FieldError] {
        switch self {
        case .wrongCode: [FieldError(field: "code", code: code, message: sentence)]
        default: []
        }
    }

    package var members: [String: JSONValue] {
        switch self {
        case .batchTooLarge(let limit), .evidenceTooLarge(let limit): ["limit": .integer(Int64(limit))]
        case .protocolUnsupported(let served):
            ["protocol": .integer(served.upperBound), "minimumProtocol": .integer(served.lowerBound)]
        default: [:]
        }
    }
}
