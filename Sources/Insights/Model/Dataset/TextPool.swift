/// Texts by number, each once, with what follows from a description alone: its kind, and its number without regard to case.
struct TextPool: Sendable {
    private(set) var texts: [String] = []
    private(set) var kinds: [EventKind] = []
    private(set) var folded: [Int32] = []
    private var places: [String: Int32] = [:]
    private var foldedPlaces: [String: Int32] = [:]
    private let eventKinds: EventKinds

    /// Number 0 is the empty text.
    init(patterns: EventPatterns) {
        eventKinds = EventKinds(patterns)
        _ = number(of: "")
    }

    mutating func number(of text: String) -> Int32 {
        if let known = places[text] { return known }
        let number = Int32(texts.count)
        texts.append(text)
        kinds.append(eventKinds.kind(of: text))
        let key = text.lowercased()
        folded.append(foldedPlaces[key] ?? number)
        if foldedPlaces[key] == nil { foldedPlaces[key] = number }
        places[text] = number
        return number
    }
}
