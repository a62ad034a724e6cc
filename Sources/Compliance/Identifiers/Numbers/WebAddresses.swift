/// E-mail addresses and web addresses, with or without a scheme.
struct WebAddresses: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        var found: [Candidate] = []
        var end = 0
        for offset in note.scalars.indices where offset >= end {
            let candidate: Candidate? =
                switch note.scalars[offset] {
                case "@": mail(note, offset, from: end) ?? spaced(note, offset..<(offset + 1), from: end)
                case "(", "[": spaced(note, bracketed(note, offset, "at"), from: end)
                case ":": scheme(note, offset, from: end)
                case ".": bare(note, offset, from: end)
                default: nil
                }
            if let candidate {
                found.append(candidate)
                end = candidate.range.upperBound
            }
        }
        return found
    }

    // MARK: e-mail

    private func mail(_ note: NoteText, _ at: Int, from floor: Int) -> Candidate? {
        var start = at
        while start > floor, isMailName(note, start - 1) { start -= 1 }
        while start < at, note.scalars[start] == "." || note.scalars[start] == "-" || note.scalars[start] == "'" {
            start += 1
        }
        guard start < at else { return handle(note, at) }
        guard let domain = domain(note, at + 1), domain.labels.count > 1, isTop(note, domain.labels.last ?? 0..<0)
        else {
            return nil
        }
        return Candidate(range: start..<domain.end, type: .email, confidence: 0.99, source: "e-mail address")
    }

    /// `j.doe (at) clinic (dot) example`, `j.doe @ clinic . example`.
    private func spaced(_ note: NoteText, _ sign: Range<Int>?, from floor: Int) -> Candidate? {
        guard let sign else { return nil }
        var start = sign.lowerBound
        if note.isBlank(start - 1) { start -= 1 }
        let name = start
        while start > floor, isMailName(note, start - 1) { start -= 1 }
        var at = sign.upperBound
        if note.isBlank(at) { at += 1 }
        guard start < name else { return nil }
        var labels: [Range<Int>] = []
        while true {
            var end = at
            while note.isCode(end) || note.isHyphen(end) && note.isCode(end + 1) { end += 1 }
            guard end > at else { break }
            labels.append(at..<end)
            var next = end
            if note.isBlank(next) { next += 1 }
            if let dot = bracketed(note, next, "dot") {
                next = dot.upperBound
            } else if note.scalars[safe: next] == "." {
                next += 1
            } else {
                break
            }
            if note.isBlank(next) { next += 1 }
            at = next
        }
        guard labels.count > 1, let last = labels.last else { return nil }
        let top = note.string(last).lowercased()
        guard WebAddresses.common.contains(top) || WebAddresses.rare.contains(top) else { return nil }
        return Candidate(range: start..<last.upperBound, type: .email, confidence: 0.95, source: "e-mail address")
    }

    /// `(at)`, `[dot]`, and the word between blanks.
    private func bracketed(_ note: NoteText, _ start: Int, _ word: String) -> Range<Int>? {
        guard note.scalars[safe: start] == "(" || note.scalars[safe: start] == "[" else { return nil }
        let end = start + 1 + word.utf8.count
        guard let close = note.scalars[safe: end], close == ")" || close == "]",
            note.string((start + 1)..<end).lowercased() == word
        else { return nil }
        return start..<(end + 1)
    }

    private func isMailName(_ note: NoteText, _ offset: Int) -> Bool {
        note.isCode(offset) || ".-_+%'=&".unicodeScalars.contains(note.scalars[offset])
            || (!note.scalars[offset].isASCII && note.scalars[offset].properties.isAlphabetic)
    }

    /// `@k_brown12`: a user's name has a digit or an underscore, `@home` and `@rest` have none.
    private func handle(_ note: NoteText, _ at: Int) -> Candidate? {
        guard at == 0 || note.isBlank(at - 1) || note.scalars[at - 1] == "(" || note.scalars[at - 1] == "\n",
            note.isLatin(at + 1)
        else { return nil }
        var end = at + 1
        while note.isCode(end) || (end < note.scalars.count && note.scalars[end] == "_") { end += 1 }
        guard end - at > 4, note.scalars[(at + 1)..<end].contains(where: { $0 == "_" || ($0 >= "0" && $0 <= "9") })
        else { return nil }
        return Candidate(range: at..<end, type: .otherID, confidence: 0.6, source: "user name")
    }

    // MARK: web

    private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "sftp", "rtsp", "ws", "wss"]

    private func scheme(_ note: NoteText, _ colon: Int, from floor: Int) -> Candidate? {
        guard note.scalars[safe: colon + 1] == "/", note.scalars[safe: colon + 2] == "/" else { return nil }
        var start = colon
        while start > floor, note.isLatin(start - 1) { start -= 1 }
        guard WebAddresses.schemes.contains(note.string(start..<colon).lowercased()) else { return nil }
        let end = end(note, colon + 3)
        guard end > colon + 3 else { return nil }
        return Candidate(range: start..<end, type: .url, confidence: 0.99, source: "web address")
    }

    /// `www.clinic.example`, `portal.clinic.org/hep/12`, `medbridgego.com`.
    private func bare(_ note: NoteText, _ point: Int, from floor: Int) -> Candidate? {
        var start = point
        while start > floor, note.isCode(start - 1) || note.isHyphen(start - 1) { start -= 1 }
        guard start < point, start == 0 || !isPart(note.scalars[start - 1]), let domain = domain(note, start),
            domain.labels.count > 1,
            let last = domain.labels.last,
            note.scalars[start..<domain.end].contains(where: { ($0 >= "a" && $0 <= "z") || ($0 >= "A" && $0 <= "Z") })
        else { return nil }
        let isWWW = note.string(domain.labels[0]).lowercased() == "www"
        let top = note.string(last).lowercased()
        let hasPath = note.scalars[safe: domain.end] == "/" && note.isCode(domain.end + 1)
        let isSure =
            isWWW || WebAddresses.common.contains(top)
            || (WebAddresses.rare.contains(top) && (hasPath || domain.labels.count > 2))
        guard isSure, isWWW || isSameCase(note, domain.labels), domain.labels[0].count > 1 else { return nil }
        return Candidate(
            range: start..<end(note, domain.end), type: .url, confidence: isWWW || hasPath ? 0.97 : 0.85,
            source: "web address")
    }

    private func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "@" || scalar == "/" || scalar == "_"
    }

    /// "for pain.Net change" is two sentences: a domain is written in one case.
    private func isSameCase(_ note: NoteText, _ labels: [Range<Int>]) -> Bool {
        guard let last = labels.last else { return false }
        let top = note.scalars[last.lowerBound]
        return !(top >= "A" && top <= "Z") || note.scalars[labels[0]].allSatisfy { !($0 >= "a" && $0 <= "z") }
    }

    static let common: Set<String> = ["com", "org", "net", "edu", "gov", "mil", "info", "biz", "int"]
    /// Words and abbreviations that are domains as well; they need a path or three parts.
    static let rare: Set<String> = [
        "health", "care", "clinic", "example", "test", "app", "dev", "online", "site", "io", "ai", "co", "us", "ca",
        "uk", "me", "tv", "pt", "eu", "de",
        "fr", "au", "nz", "in", "mx", "es", "it", "nl", "cloud", "live", "link", "page", "web", "tech", "life",
        "physio", "rehab", "hospital", "doctor",
        "fit", "fitness", "training", "support", "services", "center", "community", "one", "xyz", "ly", "gl", "gg",
        "be", "local", "localhost", "invalid",
        "name", "pro", "mobi", "club", "today", "work", "works", "world", "space", "store", "shop", "news", "video",
        "academy", "education", "school",
    ]

    /// Labels between points and the end of the last one.
    private func domain(_ note: NoteText, _ start: Int) -> (labels: [Range<Int>], end: Int)? {
        var labels: [Range<Int>] = []
        var at = start
        while true {
            var end = at
            while note.isCode(end)
                || (note.isHyphen(end) && end > at && (note.isCode(end + 1) || note.isHyphen(end + 1)))
            { end += 1 }
            guard end > at else { break }
            labels.append(at..<end)
            guard note.scalars[safe: end] == ".", note.isCode(end + 1) else { break }
            at = end + 1
        }
        guard let last = labels.last else { return nil }
        return (labels, last.upperBound)
    }

    private func isTop(_ note: NoteText, _ label: Range<Int>) -> Bool {
        label.count >= 2 && label.allSatisfy { note.isLatin($0) }
    }

    /// The address goes on to white space; punctuation at its end belongs to the sentence.
    private func end(_ note: NoteText, _ start: Int) -> Int {
        var end = start
        var open = 0
        while end < note.scalars.count {
            let scalar = note.scalars[end]
            if scalar.properties.isWhitespace || "\"<>|\u{201C}\u{201D}`".unicodeScalars.contains(scalar) { break }
            if scalar == "(" { open += 1 }
            if scalar == ")" {
                if open == 0 { break }
                open -= 1
            }
            end += 1
        }
        while end > start, ".,;:!?'*]}\u{2019}".unicodeScalars.contains(note.scalars[end - 1]) { end -= 1 }
        return end
    }
}
