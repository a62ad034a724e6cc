/// Telephone and fax numbers of the North American plan in every way of writing them, seven digits behind a word of calling,
/// and numbers that begin with + and a country.
struct PhoneNumbers: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        var found: [Candidate] = []
        var offset = 0
        while offset < note.scalars.count {
            guard note.isDigit(offset) || note.scalars[offset] == "(" || note.scalars[offset] == "+" else {
                offset += 1
                continue
            }
            if !isInsideCode(note, offset), let number = number(note, offset) {
                found.append(number)
                offset = number.range.upperBound
            } else {
                offset += max(1, note.digits(from: offset))
            }
        }
        return found
    }

    private func isInsideCode(_ note: NoteText, _ offset: Int) -> Bool {
        if note.isCode(offset - 1)
            || (offset > 0 && (note.scalars[offset - 1] == "$" || note.scalars[offset - 1] == "_"))
        {
            return true
        }
        guard note.isCode(offset - 2), offset > 0 else { return false }
        let before = note.scalars[offset - 1]
        // 42-555-0102 and 3.218.555.0102 are parts of something longer; "Tel-218" and "1-218" are not
        return (note.isHyphen(offset - 1) || before == "." || before == "/") && note.isDigit(offset - 2)
    }

    private func number(_ note: NoteText, _ start: Int) -> Candidate? {
        if note.scalars[start] == "+", let range = international(note, start) { return candidate(note, range, 0.95) }
        if let (end, style) = northAmerican(note, start) {
            let range = start..<extended(note, end)
            switch style {
            case .separated: return candidate(note, range, 0.97)
            case .spaced: return candidate(note, range, cue(note, range) == nil ? 0.85 : 0.97)
            case .solid:
                return cue(note, range) == nil ? nil : candidate(note, range, 0.95)
            }
        }
        return local(note, start)
    }

    private enum Style { case separated, spaced, solid }

    /// An optional 1, three digits of an area, three of an exchange, four: neither area nor exchange begins with 0 or 1.
    private func northAmerican(_ note: NoteText, _ start: Int) -> (end: Int, style: Style)? {
        var at = start
        if note.scalars[at] == "+" { at += 1 }
        var hasCountry = false
        if note.isDigit(at), note.scalars[at] == "1" {
            let next = at + 1
            if note.digits(from: at) == 11 {
                (at, hasCountry) = (next, true)
            } else if note.digits(from: at) == 1, let gap = separator(note, next, optional: true) {
                (at, hasCountry) = (next + gap, true)
            } else {
                return nil
            }
        } else if note.scalars[start] == "+" {
            return nil
        }
        var isBracketed = false
        if at < note.scalars.count, note.scalars[at] == "(" {
            isBracketed = true
            at += 1
            while note.isBlank(at) { at += 1 }
        }
        guard isArea(note, at) else { return nil }
        let count = note.digits(from: at)
        if count == 10, !isBracketed {
            guard isArea(note, at + 3), !note.isCode(at + 10), !isMore(note, at + 10) else { return nil }
            return (at + 10, hasCountry && note.scalars[start] == "+" ? .separated : .solid)
        }
        guard count == 3 else { return nil }
        at += 3
        if isBracketed {
            guard at < note.scalars.count, note.scalars[at] == ")" else { return nil }
            at += 1
        }
        guard let first = separator(note, at, optional: isBracketed) else { return nil }
        let isSpace = first > 0 && note.isBlank(at) && !isBracketed && first == 1
        at += first
        guard isArea(note, at) else { return nil }
        if note.digits(from: at) == 7 {
            return isMore(note, at + 7) || note.isCode(at + 7) ? nil : (at + 7, .separated)
        }
        guard note.digits(from: at) == 3, let second = separator(note, at + 3, optional: false) else { return nil }
        let isSpaced = isSpace && note.isBlank(at + 3) && !hasCountry
        at += 3 + second
        guard note.digits(from: at) == 4, !isMore(note, at + 4), !note.isCode(at + 4) || isExtension(note, at + 4)
        else { return nil }
        return (at + 4, isSpaced ? .spaced : .separated)
    }

    private func isArea(_ note: NoteText, _ at: Int) -> Bool {
        note.isDigit(at) && note.scalars[at] >= "2" && note.digits(from: at) >= 3
    }

    /// A hyphen, point, slash, blank, or a hyphen or point between blanks. Nothing counts where nothing is allowed.
    private func separator(_ note: NoteText, _ offset: Int, optional: Bool) -> Int? {
        var at = offset
        while note.isBlank(at), at < offset + 2 { at += 1 }
        if note.isHyphen(at)
            || (at < note.scalars.count && [".", "/", "\u{B7}", "\u{2022}"].contains(note.scalars[at]))
        {
            at += 1
            if note.isBlank(at) { at += 1 }
        } else if at < note.scalars.count, note.scalars[at] == "(", optional {
            return at - offset
        }
        return at > offset || optional ? at - offset : nil
    }

    /// More of the same number: it is something else.
    private func isMore(_ note: NoteText, _ at: Int) -> Bool {
        (note.isHyphen(at) || (at < note.scalars.count && note.scalars[at] == ".")) && note.isDigit(at + 1)
    }

    private func isExtension(_ note: NoteText, _ at: Int) -> Bool {
        at < note.scalars.count
            && (note.scalars[at] == "x" || note.scalars[at] == "X" || note.scalars[at] == "e"
                || note.scalars[at] == "E")
    }

    /// `x123`, `ext. 4`, `extension 12`, `#7`.
    private func extended(_ note: NoteText, _ end: Int) -> Int {
        var at = end
        while note.isBlank(at) || (at < note.scalars.count && note.scalars[at] == ",") { at += 1 }
        var word = ""
        while note.isLatin(at), word.count < 10 {
            word.unicodeScalars.append(note.scalars[at])
            at += 1
        }
        guard ["x", "ext", "extn", "extension", "xt"].contains(word.lowercased()) else { return end }
        while note.isBlank(at) || (at < note.scalars.count && [".", ":", "#"].contains(note.scalars[at])) { at += 1 }
        let digits = note.digits(from: at)
        return (1...6).contains(digits) && !note.isCode(at + digits) ? at + digits : end
    }

    /// `+44 20 7946 0958`: a country and at least seven digits more in groups.
    private func international(_ note: NoteText, _ start: Int) -> Range<Int>? {
        guard note.isDigit(start + 1), note.scalars[start + 1] != "0",
            !(note.scalars[start + 1] == "1" && note.digits(from: start + 1) == 1)
        else { return nil }
        var (at, end, count) = (start + 1, start + 1, 0)
        while at < note.scalars.count, count <= 15 {
            let digits = note.digits(from: at)
            if digits == 0 { break }
            count += digits
            at += digits
            end = at
            if note.isHyphen(at) || note.isBlank(at)
                || (at < note.scalars.count && [".", "("].contains(note.scalars[at]))
            {
                at += 1
            }
            if at < note.scalars.count, note.scalars[at] == "(" || note.scalars[at] == ")" { at += 1 }
        }
        return (9...15).contains(count) && !note.isCode(end) ? start..<end : nil
    }

    /// `555-0102` behind a word of calling.
    private func local(_ note: NoteText, _ start: Int) -> Candidate? {
        guard isArea(note, start), note.digits(from: start) == 3,
            note.isHyphen(start + 3) || note.isBlank(start + 3) || note.scalars[safe: start + 3] == "."
        else { return nil }
        guard note.digits(from: start + 4) == 4, !isMore(note, start + 8),
            !note.isLatin(start + 8) || isExtension(note, start + 8)
        else { return nil }
        if start + 8 < note.scalars.count, note.scalars[start + 8] == "/" { return nil }
        let range = start..<extended(note, start + 8)
        guard cue(note, range) != nil else { return nil }
        return candidate(note, range, 0.9)
    }

    private func candidate(_ note: NoteText, _ range: Range<Int>, _ confidence: Double) -> Candidate {
        let type = cue(note, range) ?? .phone
        return Candidate(
            range: range, type: type, confidence: confidence, source: type == .fax ? "fax number" : "phone number")
    }

    private static let phones: Set<String> = [
        "tel", "telephone", "phone", "phones", "ph", "cell", "cellular", "mobile", "mob", "call", "calls", "called",
        "calling", "text", "texts",
        "texted", "contact", "contacts", "reach", "reached", "reachable", "voicemail", "vm", "pager", "page", "paged",
        "landline", "dial", "p", "t",
        "hm", "hp", "wk", "c", "h", "w", "emergency", "number", "sms", "whatsapp", "hotline", "tty", "tdd", "callback",
        "rang", "ring",
    ]
    private static let faxes: Set<String> = ["fax", "faxed", "faxes", "faxing", "facsimile", "fx", "telefax", "f"]

    /// The nearest word of calling or faxing on the line: up to six tokens before, or one right behind in brackets.
    private func cue(_ note: NoteText, _ range: Range<Int>) -> IdentifierType? {
        let next = note.firstToken(from: range.upperBound)
        if next + 1 < note.tokens.count, note.tokens[next].isSymbol("("),
            PhoneNumbers.faxes.contains(note.tokens[next + 1].key)
        {
            return .fax
        }
        var at = note.firstToken(from: range.lowerBound) - 1
        var steps = 0
        while at >= 0, steps < 7, note.tokens[at].kind != .lineBreak {
            let token = note.tokens[at]
            // a single letter is a label only with a colon or a point behind it
            let isLabel =
                token.range.count > 1
                || (at + 1 < note.tokens.count
                    && (note.tokens[at + 1].isSymbol(":") || note.tokens[at + 1].isSymbol(".")))
            if PhoneNumbers.faxes.contains(token.key), isLabel { return .fax }
            if PhoneNumbers.phones.contains(token.key), isLabel { return .phone }
            if token.isNumber, token.range.count >= 3 { return nil }
            (at, steps) = (at - 1, steps + 1)
        }
        return nil
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { index >= 0 && index < count ? self[index] : nil }
}
