import CWhisper
import Foundation

/// Silero's voice activity model: how likely each frame of 512 samples is speech. It listens on from one call to the
/// next. Lives on the speech thread.
final class VoiceActivity {
    private let context: OpaquePointer

    init(model: URL) throws {
        _ = WhisperLog.silence
        var parameters = whisper_vad_default_context_params()
        // With more, its threads wait for one another in busy loops, thousands of times a second.
        parameters.n_threads = 1
        parameters.use_gpu = false
        guard let context = whisper_vad_init_from_file_with_params(model.path, parameters) else {
            throw SpeechError.badModel(model.lastPathComponent)
        }
        self.context = context
        whisper_vad_reset_state(context)
    }

    deinit {
        whisper_vad_free(context)
    }

    /// - Parameter samples: whole frames; silence is added to a last one that is not whole.
    func probabilities(_ samples: [Float]) throws -> [Float] {
        guard !samples.isEmpty else { return [] }
        guard whisper_vad_detect_speech_no_reset(context, samples, Int32(samples.count)),
            let found = whisper_vad_probs(context)
        else { throw SpeechError.recogniserFailed(-1) }
        return Array(UnsafeBufferPointer(start: found, count: Int(whisper_vad_n_probs(context))))
    }
}
