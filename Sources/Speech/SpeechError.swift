package import Kernel

/// Why a recording cannot become text. A recording without speech is none of these: it is an empty transcript.
package enum SpeechError: Failure, Equatable {
    case missingFile
    case emptyFile
    /// No sound could be got out of the bytes.
    case undecodable
    /// What the file is instead of a recording, as a noun: "a PDF document".
    case unsupported(String)
    /// Without ffmpeg only WAV can be read.
    case toolMissing(String)
    /// Longer than Rounds transcribes; hours.
    case tooLong(limit: Int)
    /// The name of the model file that whisper.cpp refused.
    case badModel(String)
    case unknownLanguage(String)
    /// The recogniser gave up on a window; its number says why, whisper.cpp's source what it means.
    case recogniserFailed(Int)

    package var code: String {
        switch self {
        case .missingFile: "missing_file"
        case .emptyFile: "empty_file"
        case .undecodable: "undecodable"
        case .unsupported: "unsupported"
        case .toolMissing: "tool_missing"
        case .tooLong: "too_long"
        case .badModel: "bad_model"
        case .unknownLanguage: "unknown_language"
        case .recogniserFailed: "recogniser_failed"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .missingFile: .notFound
        case .toolMissing, .badModel, .recogniserFailed: .unavailable(retryAfter: 60)
        case .emptyFile, .undecodable, .unsupported, .tooLong, .unknownLanguage: .invalid
        }
    }

    package var sentence: String {
        switch self {
        case .missingFile: "There is no such recording."
        case .emptyFile: "The file is empty."
        case .undecodable: "No sound could be read from this file; it is damaged or not a recording."
        case .unsupported(let what): "This is \(what), not a recording."
        case .toolMissing(let tool):
            "\(tool) is not installed, and without it only WAV files can be read; install it with: apt install ffmpeg"
        case .tooLong(let limit): "The recording is longer than \(limit) hours."
        case .badModel(let name): "The speech model \(name) cannot be loaded; install it again with: rounds models add"
        case .unknownLanguage(let language): "The speech model does not know a language \"\(language)\"."
        case .recogniserFailed(let number): "The speech recogniser gave up (\(number))."
        }
    }
}
