import Language

/// Words of attachments that a recogniser may not know: long, not common, spelled as the attachment spells them.
struct VocabularyTerms: Sendable {
    /// Where a term is first written.
    struct Source: Sendable, Equatable {
        let title: String
        /// Page, slide or sheet, from 1.
        let page: Int?
    }

    struct Term: Sendable, Equatable {
        let text: String
        let folded: String
        let source: Source
    }

    static let shortest = 6

    /// What a way of writing tells about a word: a capital only in the middle of a sentence makes a name.
    private enum Writing: Int {
        case opening, name, lowercase
    }

    private var terms: [String: (term: Term, writing: Writing)] = [:]
    /// Every word of the attachments, also short and common ones: whatever stands there is right as it is.
    private var written: Set<String> = []
    private(set) var byKey: [String: [Term]] = [:]

    /// - Parameter pages: the text of attachments in reading order
    init(_ pages: [(text: String, source: Source)]) {
        for page in pages {
            for word in Word.words(in: page.text) { take(word, in: page.text, page.source) }
        }
        for term in terms.values.map(\.term).sorted(by: { $0.folded < $1.folded }) {
            byKey[PhoneticKey.of(term.folded), default: []].append(term)
        }
    }

    var isEmpty: Bool { terms.isEmpty }

    func isWritten(_ folded: String) -> Bool { written.contains(folded) }

    private mutating func take(_ word: Word, in text: String, _ source: Source) {
        let folded = word.folded
        let isKnown = !written.insert(folded).inserted
        if isKnown, terms[folded] == nil { return }
        guard folded.utf8.count >= Self.shortest, folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            !CommonWords.contains(word)
        else { return }
        let writing = Self.writing(of: word, in: text)
        if let known = terms[folded], known.writing.rawValue >= writing.rawValue { return }
        let term = Term(
            text: writing == .opening ? word.text.lowercased() : String(word.text), folded: folded,
            source: terms[folded]?.term.source ?? source)
        terms[folded] = (term, writing)
    }

    private static func writing(of word: Word, in text: String) -> Writing {
        guard word.text.first?.isUppercase == true else { return .lowercase }
        let before = text[..<word.range.lowerBound].reversed().first { !$0.isWhitespace }
        guard let before, before.isLetter || before.isNumber || before == ",", !word.text.allSatisfy(\.isUppercase)
        else {
            return .opening
        }
        return .name
    }
}
