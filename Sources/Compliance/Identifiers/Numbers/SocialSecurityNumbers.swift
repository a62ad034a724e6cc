/// Social security numbers: 3-2-4 digits with separators, nine at a stretch or the last four behind a label.
struct SocialSecurityNumbers: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        var found: [Candidate] = []
        for (index, token) in note.tokens.enumerated() {
            if token.isNumber, let range = separated(note, token.range) {
                let isLabelled = label(note, before: index)
                let isHyphened = note.isHyphen(range.lowerBound + 3)
                guard isLabelled || isAssigned(note.code(range)) else { continue }
                guard isLabelled || isHyphened || !isDecimal(note, range) else { continue }
                let confidence = isLabelled ? 0.99 : isHyphened ? 0.95 : 0.6
                found.append(Candidate(range: range, type: .ssn, confidence: confidence, source: "3-2-4 digits"))
            } else if token.isWord, isLabel(token.key), let range = labelled(note, behind: index) {
                found.append(Candidate(range: range, type: .ssn, confidence: 0.98, source: "label SSN"))
            }
        }
        return found
    }

    /// Nothing was ever issued in the areas 000, 666 and 9xx (9xx are taxpayer numbers of the same form, which identify as
    /// well), the group 00 and the serial 0000.
    private func isAssigned(_ code: [UInt8]) -> Bool {
        let digits = code.map { Int($0) - 0x30 }
        let area = digits[0] * 100 + digits[1] * 10 + digits[2]
        let group = digits[3] * 10 + digits[4]
        let serial = digits[5...8].reduce(0) { $0 * 10 + $1 }
        if area >= 900 { return group >= 50 && serial > 0 }
        return area != 0 && area != 666 && group != 0 && serial != 0
    }

    private func separated(_ note: NoteText, _ first: Range<Int>) -> Range<Int>? {
        let start = first.lowerBound
        guard note.digits(from: start) == 3, !note.isCode(start - 1),
            !(note.isHyphen(start - 1) && note.isCode(start - 2))
        else { return nil }
        var at = start + 3
        guard let one = separator(note, at), note.digits(from: at + one) == 2 else { return nil }
        let sign = note.scalars[at + one - 1]
        at += one + 2
        guard let two = separator(note, at), note.scalars[at + two - 1] == sign, note.digits(from: at + two) == 4 else {
            return nil
        }
        let end = at + two + 4
        return note.isCode(end) || (note.isHyphen(end) && note.isDigit(end + 1))
            || (end < note.scalars.count && note.scalars[end] == "." && note.isDigit(end + 1)) ? nil : start..<end
    }

    private func separator(_ note: NoteText, _ offset: Int) -> Int? {
        if note.isHyphen(offset) || note.isBlank(offset) || (offset < note.scalars.count && note.scalars[offset] == ".")
        {
            return 1
        }
        return nil
    }

    private func isDecimal(_ note: NoteText, _ range: Range<Int>) -> Bool { note.scalars[range.lowerBound + 3] == "." }

    private func isLabel(_ key: String) -> Bool {
        key == "ssn" || key == "ss" || key == "ssa" || key == "social" || key == "itin"
    }

    private func label(_ note: NoteText, before index: Int) -> Bool {
        var (at, steps) = (index - 1, 0)
        while at >= 0, steps < 6, note.tokens[at].kind != .lineBreak {
            if isLabel(note.tokens[at].key) { return true }
            if note.tokens[at].isNumber { return false }
            (at, steps) = (at - 1, steps + 1)
        }
        return false
    }

    private static let fillers: Set<String> = [
        "#", ":", "|", "no", "number", "num", "security", "sec", "last", "four", "4", "digits", "of", "ending", "ends",
        "in", "is", "(", ")", "-",
        ".", "x", "xx", "xxx", "xxxx", "*", "=", "s", "/",
    ]

    /// `SSN: 123456789`, `SSN last 4 5296`, `SS# xxx-xx-5296`, `SSN ending in 5296`.
    private func labelled(_ note: NoteText, behind index: Int) -> Range<Int>? {
        let key = note.tokens[index].key
        var at = index + 1
        var isCertain = key == "ssn" || key == "itin"
        while at < note.tokens.count, at < index + 18, SocialSecurityNumbers.fillers.contains(note.tokens[at].key) {
            if ["#", "security", "last", "no", "number", ":"].contains(note.tokens[at].key) { isCertain = true }
            at += 1
        }
        guard isCertain, at < note.tokens.count, note.tokens[at].isNumber else { return nil }
        let range = note.tokens[at].range
        let digits = note.digits(from: range.lowerBound)
        guard digits == range.count, digits == 9 || digits == 4, !note.isCode(range.upperBound) else { return nil }
        if digits == 4,
            note.isHyphen(range.upperBound)
                || (range.upperBound < note.scalars.count && note.scalars[range.upperBound] == "/")
        {
            return nil
        }
        return range
    }
}
