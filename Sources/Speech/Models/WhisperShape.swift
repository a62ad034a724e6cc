/// The sizes of a Whisper model, as the head of its GGML file has them.
struct WhisperShape: Hashable, Sendable {
    var vocabulary: Int
    var audioContext: Int
    var audioState: Int
    var audioHeads: Int
    var audioLayers: Int
    var textContext: Int
    var textState: Int
    var textHeads: Int
    var textLayers: Int
    var mels: Int

    /// Numbers in the order of the file.
    var numbers: [Int] {
        [
            vocabulary, audioContext, audioState, audioHeads, audioLayers, textContext, textState, textHeads,
            textLayers, mels,
        ]
    }

    /// OpenAI's English-only models have 51,864 tokens; the others one more and a token for each language.
    var multilingual: Bool { vocabulary >= 51_865 }
    var languageCount: Int { multilingual ? vocabulary - 51_766 : 1 }

    /// What is wrong with these sizes; nil when Whisper can have them. The bounds keep a hostile head from asking for
    /// memory: OpenAI's largest model has 1,280 of state, 32 layers and 128 mels. Audio is always 30 s, hence 1,500; whisper.cpp knows 100 languages.
    var fault: String? {
        if !(51_864...51_866).contains(vocabulary) { return "\(vocabulary) tokens" }
        if audioContext != 1_500 { return "an audio context of \(audioContext)" }
        if !(1...448).contains(textContext) { return "a text context of \(textContext)" }
        if audioState != textState || !(64...2_048).contains(audioState) || audioState % 64 != 0 {
            return "a state of \(audioState) and \(textState)"
        }
        if audioHeads != audioState / 64 || textHeads != audioHeads { return "\(audioHeads) heads" }
        if !(1...64).contains(audioLayers) || !(1...64).contains(textLayers) {
            return "\(audioLayers) and \(textLayers) layers"
        }
        if mels != 80, mels != 128 { return "\(mels) mels" }
        return nil
    }
}
