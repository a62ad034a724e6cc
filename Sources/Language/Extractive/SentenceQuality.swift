/// Whether a sentence of speech stands by itself.
struct SentenceQuality: Sendable {
    /// Begins with a word whose meaning lies in the sentence before.
    let leansOnPrevious: Bool
    /// Speaks of the lesson and not of its matter: "Can you hear me at the back?"
    let isTalk: Bool
    let isQuestion: Bool
    let isInstruction: Bool
    /// Begins like a sentence, ends like one, and has words enough to be quoted.
    let isComplete: Bool

    var isQuotable: Bool { isComplete && !isTalk && !isQuestion && !isInstruction }

    init(_ text: String, _ words: [Word]) {
        let folded = words.map(\.folded)
        let joined = " " + folded.joined(separator: " ") + " "
        let content = words.count { !$0.isStop }
        let first = folded.first(where: { !Self.openers.contains($0) }) ?? ""
        leansOnPrevious = Self.anaphors.contains(first)
        isQuestion = text.hasSuffix("?")
        isInstruction = InstructionLike.matches(text)
        isTalk = content < 2 || Self.talk.contains(where: joined.contains)
        let start = text.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        isComplete =
            words.count >= Verifier.fewestWords && words.count <= Sentences.longest
            && !(start?.properties.isLowercase ?? true)
            && text.last.map { ".!?…\"'”’)。！？".contains($0) } ?? false
    }

    /// Words before the sentence proper.
    private static let openers: Set<String> = [
        "so", "and", "but", "now", "okay", "ok", "right", "well", "um", "uh", "er", "you", "know", "then", "also",
        "yes",
        "because", "or",
    ]

    private static let anaphors: Set<String> = [
        "it", "this", "that", "these", "those", "they", "he", "she", "its", "their", "them", "here", "there's", "both",
        "neither", "either", "such",
    ]

    private static let talk = [
        " hear me ", " good morning ", " good afternoon ", " good evening ", " hello ", " welcome ", " thank you ",
        " thanks ", " any questions ", " next slide ", " this slide ", " sign the sheet ", " let me ", " see you ",
        " microphone ", " let's make a start ", " let's get going ", " a lot to cover ", " that's all ",
        " where was i ",
        " enough for today ", " next week ", " next month ", " enjoy your ", " lunch ", " coffee ",
        " separate lecture ",
        " i am going to ask ", " i'm going to ask ", " one more thing ", " sorry ", " today we ", " today i ",
        " this session is ", " in this lecture ", " we will talk ", " we'll talk ", " let's think ", " let's define ",
        " as i said ", " you know the ", " at the back ", " take a break ", " five minutes' break ", " last time ",
        " last week ", " talk about ", " i think that is ",
    ]
}
