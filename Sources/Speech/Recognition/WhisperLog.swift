import CWhisper
import Foundation
import Logging

/// whisper.cpp writes to standard error unless told otherwise. What it says may hold file names and, when it debugs,
/// spoken words; so only that there was an error reaches the log.
enum WhisperLog {
    private static let logger = Logger(label: "rounds.speech")

    /// Takes effect once for the whole process, before the first model is loaded.
    static let silence: Void = whisper_log_set(
        { level, text, _ in
            // that a pass was left out is our own doing
            guard level == GGML_LOG_LEVEL_ERROR, let text, strstr(text, "encoder_begin_callback") == nil else { return }
            WhisperLog.logger.error("the speech recogniser reported an error")
        }, nil)
}
