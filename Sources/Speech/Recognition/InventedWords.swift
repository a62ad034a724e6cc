/// Tells segments that the model made up where nobody spoke. Voice activity keeps silence away; what passes it by mistake
/// (breath, applause, music) shows by the model's own doubts.
enum InventedWords {
    /// - Parameters:
    ///   - noSpeech: probability that nobody speaks.
    ///   - logProbability: mean over the tokens.
    static func isLikely(text: String, noSpeech: Float, logProbability: Float) -> Bool {
        if !text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
        if noSpeech > 0.6 && logProbability < -0.8 { return true }
        if logProbability < -1.6 { return true }
        return stock.contains(plain(text)) && (noSpeech > 0.4 || logProbability < -0.7)
    }

    /// What Whisper says into noise: the ends of the films it was trained on.
    private static let stock: Set<String> = [
        "you", "thank you", "thanks for watching", "thank you for watching", "thank you very much", "bye", "bye bye",
        "please subscribe", "subscribe", "the end", "so", "oh", "hmm", "uh", "subtitles by the amara org community",
    ]

    private static func plain(_ text: String) -> String {
        text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }.split(separator: " ")
            .map { String($0) }.joined(separator: " ")
    }
}
