import CWhisper
import Foundation

/// A Whisper model in memory. Lives on the speech thread.
final class WhisperModel {
    let installed: InstalledModel
    private let context: OpaquePointer

    init(_ installed: InstalledModel) throws {
        _ = WhisperLog.silence
        self.installed = installed
        var parameters = whisper_context_default_params()
        parameters.use_gpu = false
        guard let context = whisper_init_from_file_with_params(installed.file.path, parameters) else {
            throw SpeechError.badModel(installed.name)
        }
        self.context = context
    }

    deinit {
        whisper_free(context)
    }

    var isMultilingual: Bool { whisper_is_multilingual(context) != 0 }

    /// Whether the model was trained to mark where another speaker begins (tinydiarize).
    var hearsTurns: Bool { installed.name.contains("tdrz") }

    /// The code of a language by its code or English name.
    func language(_ name: String) throws -> String {
        let number = whisper_lang_id(name.lowercased())
        guard number >= 0, let code = whisper_lang_str(number), isMultilingual || String(cString: code) == "en" else {
            throw SpeechError.unknownLanguage(name)
        }
        return String(cString: code)
    }

    struct Result {
        var language: String
        /// Times are samples of the window.
        var segments: [RecognisedSegment]
    }

    /// Greedy decoding of one window, without the words of the one before: they carry errors on.
    ///
    /// - Parameters:
    ///   - samples: at most 30 s.
    ///   - language: nil to find it out.
    /// - Throws: `CancellationError` when `stop` was set meanwhile.
    func recognise(_ samples: [Float], language: String?, stop: StopFlag) throws -> Result {
        var samples = samples
        // shorter ones are refused or filled with invented words
        let least = AudioDecoder.rate * 11 / 10
        if samples.count < least { samples += [Float](repeating: 0, count: least - samples.count) }
        let watch = Watch(stop: stop, samples: samples.count)
        let status = (language ?? "auto").withCString { language in
            withExtendedLifetime(watch) {
                whisper_full(context, parameters(language, watch), samples, Int32(samples.count))
            }
        }
        if stop.isSet { throw CancellationError() }
        guard status == 0 else { throw SpeechError.recogniserFailed(Int(status)) }
        let found = whisper_full_lang_id(context)
        return Result(
            language: language ?? whisper_lang_str(found).map { String(cString: $0) } ?? "en",
            segments: (0..<whisper_full_n_segments(context)).map(segment))
    }

    private func parameters(_ language: UnsafePointer<CChar>, _ watch: Watch) -> whisper_full_params {
        var parameters = whisper_full_default_params(WHISPER_SAMPLING_GREEDY)
        parameters.n_threads = Int32(Processors.threads())
        parameters.language = language
        parameters.no_context = true
        parameters.token_timestamps = true
        parameters.suppress_blank = true
        parameters.suppress_nst = true
        parameters.print_progress = false
        parameters.print_realtime = false
        parameters.print_timestamps = false
        parameters.tdrz_enable = hearsTurns
        // When decoding loops or doubts, once more with some chance in it. One decoder only: five, the default, take
        // seven times the memory of the text they remember.
        parameters.greedy.best_of = 1
        parameters.temperature = 0
        parameters.temperature_inc = 0.4
        let data = Unmanaged.passUnretained(watch).toOpaque()
        parameters.abort_callback = { Watch.from($0)?.stop.isSet ?? false }
        parameters.abort_callback_user_data = data
        parameters.encoder_begin_callback = { context, _, data in
            guard let context, let watch = Watch.from(data) else { return true }
            return watch.isWorthAnotherPass(context)
        }
        parameters.encoder_begin_callback_user_data = data
        return parameters
    }

    private func segment(_ index: Int32) -> RecognisedSegment {
        let end = whisper_token_eot(context)
        var segment = RecognisedSegment(
            start: Self.samples(whisper_full_get_segment_t0(context, index)),
            end: Self.samples(whisper_full_get_segment_t1(context, index)),
            noSpeech: whisper_full_get_segment_no_speech_prob(context, index),
            turnFollows: whisper_full_get_segment_speaker_turn_next(context, index))
        for number in 0..<whisper_full_n_tokens(context, index) {
            let token = whisper_full_get_token_data(context, index, number)
            guard token.id < end, let text = whisper_full_get_token_text(context, index, number) else { continue }
            segment.tokens.append(
                RecognisedToken(
                    bytes: Array(UnsafeRawBufferPointer(start: text, count: strlen(text))),
                    start: Self.samples(token.t0), end: Self.samples(token.t1), logProbability: token.plog))
        }
        return segment
    }

    /// What whisper.cpp's callbacks ask about the window that it works on; it calls them on the speech thread.
    private final class Watch {
        /// A rest of the window that is shorter is the quiet behind the last word: not worth a pass of the encoder,
        /// which costs as much for it as for half a minute.
        private static let rest = AudioDecoder.rate

        let stop: StopFlag
        private let samples: Int

        init(stop: StopFlag, samples: Int) {
            self.stop = stop
            self.samples = samples
        }

        static func from(_ data: UnsafeMutableRawPointer?) -> Watch? {
            data.map { Unmanaged<Watch>.fromOpaque($0).takeUnretainedValue() }
        }

        func isWorthAnotherPass(_ context: OpaquePointer) -> Bool {
            let count = whisper_full_n_segments(context)
            guard count > 0 else { return true }
            return samples - WhisperModel.samples(whisper_full_get_segment_t1(context, count - 1)) >= Self.rest
        }
    }

    /// whisper.cpp counts hundredths of a second.
    private static func samples(_ hundredths: Int64) -> Int {
        Int(hundredths) * AudioDecoder.rate / 100
    }
}
