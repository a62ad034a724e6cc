/// What the note says is being treated: codes and words, apart from past history.
package struct Diagnosis: Sendable {
    /// Code points of an ICD-10-CM code, or of a cue with the condition behind it.
    package let range: Range<Int>
    /// In capitals with its point; nil when it is in words.
    package let code: String?
    /// Stands among past or other conditions and not as what is treated.
    package let isHistory: Bool
}

/// ICD-10-CM codes and statements of a diagnosis.
enum DiagnosisFinder {
    static func find(_ note: NoteText, _ outline: Outline) -> [Diagnosis] {
        (codes(note, outline) + statements(note, outline)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: codes

    private static func codes(_ note: NoteText, _ outline: Outline) -> [Diagnosis] {
        var found: [Diagnosis] = []
        let scalars = note.scalars
        var at = 0
        while at + 2 < scalars.count {
            guard let end = codeEnd(scalars, at) else {
                at += 1
                continue
            }
            let range = at..<end
            let code = note.string(range).uppercased()
            if isPlausible(code, range, note) {
                found.append(Diagnosis(range: range, code: code, isHistory: isHistory(range, note, outline)))
            }
            at = end
        }
        return found
    }

    /// Letter, digit, digit or letter, then perhaps a point and up to four more.
    private static func codeEnd(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
        func isWord(_ place: Int) -> Bool {
            place >= 0 && place < scalars.count
                && (Tokenizer.isDigit(scalars[place]) || Tokenizer.isLetter(scalars[place]))
        }
        guard Tokenizer.isLetter(scalars[at]), scalars[at].isASCII, !isWord(at - 1) else { return nil }
        guard Tokenizer.isDigit(scalars[at + 1]), isWord(at + 2), scalars[at + 2].isASCII else { return nil }
        var end = at + 3
        if end < scalars.count, scalars[end] == ".", isWord(end + 1) {
            end += 1
            while isWord(end) { end += 1 }
            guard end - at <= 8 else { return nil }
        }
        return isWord(end) ? nil : end
    }

    /// A code with a point is one; three signs alone could be a vertebra, a vitamin or a valve, and need a cue beside them.
    private static func isPlausible(_ code: String, _ range: Range<Int>, _ note: NoteText) -> Bool {
        let signs = Array(code.utf8)
        if code.contains(".") { return signs[0] != UInt8(ascii: "U") || code.hasPrefix("U0") }
        guard signs[2] >= UInt8(ascii: "0"), signs[2] <= UInt8(ascii: "9") else { return false }
        let first = note.firstToken(from: range.lowerBound)
        let before = note.tokens(before: first, atMost: 12)
        let isBracketed = ["(", "["].contains(note.key(first - 1))
        if isVertebra(code), !isBracketed || ["-", "/"].contains(note.key(note.firstToken(from: range.upperBound))) {
            return false
        }
        return isBracketed || commonShort.contains(code) && cues.occurs(note, in: before)
            || codeCues.occurs(note, in: before)
    }

    /// C1-C8, T1-T12, L1-L5, S1-S5; of three signs only T10, T11 and T12 are.
    private static func isVertebra(_ code: String) -> Bool { ["T10", "T11", "T12"].contains(code) }

    private static let commonShort: Set<String> = [
        "G20", "G35", "I10", "R42", "R54", "R55", "I89", "G14", "J60", "D66",
    ]

    // MARK: words

    private static func statements(_ note: NoteText, _ outline: Outline) -> [Diagnosis] {
        var found: [Diagnosis] = []
        for at in note.tokens.indices where note.tokens[at].isWord {
            guard let (isStrong, cueEnd) = statementCues.match(note, at: at) else { continue }
            let kind = outline.section(at: note.tokens[at].range.lowerBound).kind
            if !isStrong, ![.assessment, .plan, .header, .reason, .other].contains(kind) { continue }
            guard let end = condition(note, cueEnd, needsColon: !isStrong ? false : nil) else { continue }
            let range = note.range(ofTokens: at..<end)
            let history = isStrong ? isPast(note, before: at) : isHistory(range, note, outline)
            found.append(Diagnosis(range: range, code: nil, isHistory: history))
        }
        return found
    }

    /// The end of at least one word that names something, right behind a cue.
    private static func condition(_ note: NoteText, _ at: Int, needsColon: Bool?) -> Int? {
        var place = at
        while [
            ":", "-", "(", "\u{2013}", "*", "|", "=", "]", "s", "code", "codes", "of", "is", "are", "icd", "10", "cm",
            ")",
        ].contains(note.key(place)) {
            place += 1
        }
        guard place < note.tokens.count, note.tokens[place].kind != .lineBreak || note.key(place - 1) == ":" else {
            return nil
        }
        if note.tokens[place].kind == .lineBreak { place += 1 }
        let line = note.tokens(from: place, atMost: 12)
        let words = line.prefix {
            ![";", "."].contains(note.key($0))
                || note.tokens[$0].touches(note.tokens[min($0 + 1, note.tokens.count - 1)])
        }
        guard let first = words.first(where: { note.tokens[$0].isWord }) else { return nil }
        if nothing.match(note, at: first) != nil { return nil }
        guard words.contains(where: { note.tokens[$0].isWord && note.tokens[$0].range.count > 1 }) else { return nil }
        return (words.last ?? first) + 1
    }

    // MARK: past

    private static func isHistory(_ range: Range<Int>, _ note: NoteText, _ outline: Outline) -> Bool {
        let first = note.firstToken(from: range.lowerBound)
        let sentence = note.tokens(in: note.sentence(at: range.lowerBound))
        for at in (sentence.lowerBound..<first).reversed() {
            if treated.match(note, at: at) != nil { return false }
            if past.match(note, at: at) != nil { return true }
        }
        let section = outline.section(at: range.lowerBound)
        guard section.kind == .history, !section.heading.isEmpty else { return false }
        return past.occurs(note, in: note.tokens(in: section.heading))
    }

    private static func isPast(_ note: NoteText, before at: Int) -> Bool {
        let sentence = note.tokens(in: note.sentence(at: note.tokens[at].range.lowerBound))
        return past.occurs(note, in: sentence.lowerBound..<max(sentence.lowerBound, at))
    }

    private static let past = CueTable<Bool>([
        "PMH", "PMHx", "past medical history", "past medical hx", "medical history", "medical hx", "past history",
        "history of",
        "hx of", "h/o", "comorbidities", "comorbidity", "co-morbidities", "past surgical history", "PSH",
        "other diagnoses",
        "secondary conditions", "family history", "previous", "surgical history", "other medical conditions",
        "chronic conditions",
    ])
    private static let treated = CueTable<Bool>([
        "treatment dx", "treatment diagnosis", "treating diagnosis", "tx dx", "therapy dx", "therapy diagnosis", "dx",
        "diagnosis",
        "diagnoses", "primary dx", "primary diagnosis", "rehab diagnosis",
    ])
    private static let cues = CueTable<Bool>([
        "dx", "diagnosis", "diagnoses", "icd", "treatment", "primary", "code", "codes", "for", "with", "due",
    ])
    private static let codeCues = CueTable<Bool>([
        "icd", "icd10", "dx code", "dx codes", "diagnosis code", "diagnosis codes", "code", "codes",
    ])
    private static let nothing = CueTable<Bool>([
        "tbd", "to be determined", "pending", "deferred", "unknown", "none", "n/a", "na", "not stated", "not given",
        "not provided",
        "see chart", "see referral", "see order", "see md", "see above", "see below", "see attached", "per md",
        "per referral",
        "per chart", "on file", "and treatment", "and plan", "code", "was discussed", "discussed", "same", "listed",
        "as above",
        "imaging", "tests", "testing", "specific", "no",
    ])
    /// True for what always introduces a treated diagnosis, false for what does so in an assessment only.
    private static let statementCues = CueTable<Bool>([
        (
            [
                "dx", "diagnosis", "diagnoses", "treatment dx", "treatment diagnosis", "treating diagnosis", "tx dx",
                "therapy diagnosis", "therapy dx", "medical dx", "medical diagnosis", "primary dx", "primary diagnosis",
                "rehab diagnosis", "rehab dx", "pt diagnosis", "ot diagnosis", "slp diagnosis", "speech diagnosis",
                "movement diagnosis", "referring diagnosis", "referral diagnosis", "dx's", "impairment diagnosis",
                "communication diagnosis", "admitting diagnosis", "working diagnosis", "ot dx", "pt dx", "slp dx",
                "diagnosed with", "treatment diagnoses", "medical diagnoses", "dx code", "icd-10 diagnosis",
            ], true
        ),
        (
            [
                "presents with", "presenting with", "presentation consistent with",
                "signs and symptoms consistent with",
                "consistent with", "s/p", "status post", "referred with", "being treated for", "treated for",
                "problem list",
                "conditions treated",
            ], false
        ),
    ])
}
