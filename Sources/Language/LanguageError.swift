package import Kernel

/// What can go wrong with a language model. No case carries words of a source, a question or a reply.
package enum LanguageError: Failure, Equatable {
    case unreachable
    case tookTooLong
    case refusedKey
    case busy(retryAfter: Int)
    case failed(status: Int)
    case replyTooLong
    case unreadableReply
    case invalidSettings(String)

    package var code: String {
        switch self {
        case .unreachable: "language_model_unreachable"
        case .tookTooLong: "language_model_too_slow"
        case .refusedKey: "language_model_refused_key"
        case .busy: "language_model_busy"
        case .failed: "language_model_failed"
        case .replyTooLong: "language_model_reply_too_long"
        case .unreadableReply: "language_model_unreadable_reply"
        case .invalidSettings: "invalid_language_settings"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .busy(let seconds): .unavailable(retryAfter: seconds)
        case .invalidSettings: .invalid
        default: .unavailable(retryAfter: 30)
        }
    }

    package var sentence: String {
        switch self {
        case .unreachable: "The language model cannot be reached."
        case .tookTooLong: "The language model did not answer in time."
        case .refusedKey: "The language model refused the key that is configured."
        case .busy: "The language model is busy."
        case .failed(let status): "The language model answered with status \(status)."
        case .replyTooLong: "The language model's reply was too long."
        case .unreadableReply: "The language model's reply could not be read."
        case .invalidSettings(let name): "The setting \(name) is not usable."
        }
    }
}
