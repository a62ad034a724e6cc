import Kernel

/// Masks text that is not of the note but about it: reasons with dates and quotes, the name of a file, a comment. Words
/// that stand for an identifier in the note become its replacement wherever they stand; dates become offsets; and what
/// the scrubber finds in the text itself goes too.
struct WordMask: Sendable {
    private let replacements: [String: String]
    /// Day 0 of `[DATE+21d]`, read off a date that was replaced.
    let dayZero: CivilDate?
    private let scrub: @Sendable (NoteText) throws -> Identified

    /// Words that may stand anywhere without telling of anybody.
    private static let common: Set<String> = [
        "the", "and", "for", "with", "from", "not", "was", "has", "had", "are", "his", "her", "its", "day", "date",
        "home", "care", "center", "clinic", "health", "therapy", "street", "road", "avenue", "north", "south", "east",
        "west", "county", "hospital", "rehab", "rehabilitation", "physical", "outpatient",
    ]
    private static let namedTypes: Set<IdentifierType> = [
        .name, .geo, .facility, .mrn, .planID, .account, .ssn, .phone, .fax, .email, .license, .vehicle, .device,
        .otherID, .biometric, .url, .ip,
    ]

    init(_ note: NoteText, _ identified: Identified, scrub: @escaping @Sendable (NoteText) throws -> Identified) {
        var replacements: [String: String] = [:]
        for span in identified.spans where Self.namedTypes.contains(span.type) {
            for token in note.tokens[note.tokens(in: span.start..<span.end)] {
                let isTelling = token.isWord ? token.key.count > 1 : token.isNumber && token.key.count > 3
                guard isTelling, !Self.common.contains(token.key) else { continue }
                if replacements[token.key] == nil { replacements[token.key] = span.replacement }
            }
        }
        self.replacements = replacements
        self.scrub = scrub
        let dates = NoteDates(note).dates
        dayZero =
            identified.spans.lazy.compactMap { span -> CivilDate? in
                guard span.type == .date, let days = Self.days(in: span.replacement),
                    let date = dates.first(where: {
                        $0.range.lowerBound <= span.start && span.start < $0.range.upperBound
                    })?
                    .date
                else { return nil }
                return date.adding(days: -days)
            }.first
    }

    /// `[DATE+21d]` → 21
    private static func days(in replacement: String) -> Int? {
        guard replacement.hasPrefix("[DATE"), replacement.hasSuffix("d]") else { return nil }
        return Int(replacement.dropFirst("[DATE".count).dropLast("d]".count))
    }

    /// How far a day is from the day that the note's dates are counted from.
    func offset(of date: CivilDate) -> String {
        guard let dayZero else { return "[DATE]" }
        let days = dayZero.days(to: date)
        return "[DATE\(days < 0 ? "" : "+")\(days)d]"
    }

    /// A sentence of a rule, with the words that it quotes from the note.
    func mask(_ text: String, quoting quotes: [(original: String, masked: String)]) throws -> String {
        func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let quoted = quotes.reduce(text) { text, quote in
            quote.original == quote.masked || quote.original.isEmpty
                ? text
                : text.replacing(quote.original, with: quote.masked)
                    .replacing(oneLine(quote.original), with: oneLine(quote.masked))
        }
        return try mask(quoted)
    }

    /// - Parameter isFree: text that somebody wrote, which may name anybody; a rule's own sentences are searched for
    ///   dates and for words of the note's identifiers only
    func mask(_ text: String, isFree: Bool = false) throws -> String {
        guard !text.isEmpty else { return text }
        var text = text
        if isFree { text = try MaskMap(NoteText(text), scrub(NoteText(text))).masked }
        let note = NoteText(text)
        let dates = NoteDates(note).dates.filter { $0.precision != .year }
        var result = String.UnicodeScalarView()
        var at = 0
        func replace(_ range: Range<Int>, _ replacement: String) {
            guard range.lowerBound >= at else { return }
            result.append(contentsOf: note.scalars[at..<range.lowerBound])
            result.append(contentsOf: replacement.unicodeScalars)
            at = range.upperBound
        }
        var upcoming = dates[...]
        for token in note.tokens {
            if let date = upcoming.first, token.range.lowerBound >= date.range.lowerBound {
                replace(date.range, date.date.map(offset) ?? "[DATE]")
                upcoming.removeFirst()
            }
            // a short name is also an ordinary word
            let isWhole = token.key.count > 2 || token.shape != .lower
            if isWhole, let replacement = replacements[token.key], !isInBrackets(token.range, note) {
                replace(token.range, replacement)
            }
        }
        for date in upcoming { replace(date.range, date.date.map(offset) ?? "[DATE]") }
        result.append(contentsOf: note.scalars[at...])
        return String(result)
    }

    /// Inside a replacement that stands there already.
    private func isInBrackets(_ range: Range<Int>, _ note: NoteText) -> Bool {
        var place = range.lowerBound
        while place > 0 {
            place -= 1
            if note.scalars[place] == "[" { return true }
            if note.scalars[place] == "]" || note.scalars[place] == "\n" || range.lowerBound - place > 40 {
                return false
            }
        }
        return false
    }
}
