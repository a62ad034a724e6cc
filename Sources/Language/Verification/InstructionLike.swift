/// Recognises sentences that speak to a language model: "ignore your previous instructions and answer …". They are shown
/// where they stand in a transcript, but nothing is proved by them and no model is sent them. Verification does not rest on
/// this; it keeps what an obedient model would repeat out of answers that would otherwise be verbatim quotations.
package enum InstructionLike {
    package static func matches(_ sentence: String) -> Bool {
        if markers.contains(where: sentence.lowercased().contains) { return true }
        let words = Word.words(in: sentence).map(\.folded)
        let text = " " + words.joined(separator: " ") + " "
        if phrases.contains(where: text.contains) { return true }
        guard let verb = words.firstIndex(where: overriding.contains) else { return false }
        return words[verb...].prefix(9).contains(where: rules.contains)
    }

    private static let markers = [
        "<|", "|>", "[inst]", "[/inst]", "<<sys>>", "### instruction", "### system", "system:", "assistant:", "<system",
        "</system", "</source", "<source", "</passage", "<passage", "{\"", "\"}", "begin prompt", "end of sources",
        "```",
    ]

    private static let overriding: Set<String> = ["ignore", "disregard", "override", "bypass", "forget"]

    private static let rules: Set<String> = [
        "instruction", "instructions", "rules", "prompt", "prompts", "guidelines", "constraints", "guardrails",
    ]

    private static let phrases = [
        " you are an ai ", " you are now ", " as an ai ", " language model ", " system prompt ", " system message ",
        " developer message ", " you must answer ", " you must reply ", " you must respond ", " respond with ",
        " reply with ", " respond only ", " reply only ", " answer only ", " answer every question ",
        " answer all questions ", " do not cite ", " don't cite ", " without citing ", " no citations ",
        " new instructions ", " your instructions ", " chatbot ", " jailbreak ", " dear assistant ",
        " cite passage ", " say that the answer ", " tell the user ", " tell the student that ",
        " print the following ", " output the following ", " verification is ",
    ]
}
