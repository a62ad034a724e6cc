/// The value behind a label.
extension LabelReader {
    /// The value that begins at a token, in code points.
    func value(_ label: NumberLabel, at index: Int, _ sign: Sign) -> Range<Int>? {
        guard index < note.tokens.count else { return nil }
        let start = note.tokens[index].range.lowerBound
        guard note.isCode(start), start == 0 || note.scalars[start - 1] != "$" else { return nil }
        switch label.value {
        case .plate: return sign < .colon && label.mark != .optional ? nil : plate(start, least: label.least)
        case .user: return user(start, isAnnounced: sign > .none && label.mark != .number)
        case .code: return code(label, start, sign)
        }
    }

    private func code(_ label: NumberLabel, _ start: Int, _ sign: Sign) -> Range<Int>? {
        let isLettered = sign > .none && note.isLatin(start) && note.isLatin(start + 1)
        let hasSlash = label.type == .planID || label.type == .otherID || label.type == .device || isLettered
        var end = run(from: start, hasSlash: hasSlash)
        let isAnnounced = sign > .none
        if (start..<end).allSatisfy(note.isDigit) {
            // groups of digits between blanks: 123 456 789
            if end - start <= 4, isAnnounced || label.mark == .optional { end = grouped(start, end) ?? end }
        } else if !(start..<end).contains(where: note.isDigit) {
            // generator SN ABC123: another label
            let isLabel = end - start > 1 && NumberLabel.byFirstWord[note.string(start..<end).lowercased()] != nil
            guard !isLabel, let wider = lettered(start, end, isAnnounced: isAnnounced) else { return nil }
            end = wider
        } else if label.type == .planID, note.isBlank(end), isCardGroup(end + 1) {
            // a payer's card prints its number in groups: W1234 56789, ABC123456789 01
            end += 1 + note.digits(from: end + 1)
        }
        let range = start..<end
        let codes = range.count(where: note.isCode)
        guard codes >= label.least, codes <= 40, isClosed(end), !isDate(range), !isQuantity(range, label) else {
            return nil
        }
        return isEnough(label, sign, range) ? range : nil
    }

    /// Whether label, sign and form together make a number of a register: the weaker the sign, the stronger the form.
    private func isEnough(_ label: NumberLabel, _ sign: Sign, _ range: Range<Int>) -> Bool {
        if sign == .number { return true }
        let digits = range.count(where: note.isDigit)
        let codes = range.count(where: note.isCode)
        // "Plan: 97110, 97140" lists procedures
        if digits == 5, codes == 5, label.type != .mrn, label.type != .account, note.scalars[range.lowerBound] == "9" {
            return false
        }
        if label.mark != .optional, isProcedure(range) { return false }
        let isDay = digits == codes && range.count - codes == 2 && codes <= 6
        switch label.mark {
        case .optional: return true
        case .required:
            return sign == .colon || (codes >= 6 && digits >= 5 && !isDay)
                || codes >= 5 && digits >= 3 && digits < codes && !isDiagnosis(range)
        case .number: return sign == .colon && codes >= 6 && digits >= 5 && !isDay
        }
    }

    /// "Billing: 97110GP-KX", "97110x2": a procedure of physical medicine with its modifiers or units.
    private func isProcedure(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        let isLevelTwo = note.scalars[start] == "G" || note.scalars[start] == "g"
        guard range.count >= 5, note.scalars[start] == "9" || isLevelTwo,
            note.digits(from: isLevelTwo ? start + 1 : start) == (isLevelTwo ? 4 : 5)
        else { return false }
        let rest = note.string((start + 5)..<range.upperBound).lowercased().split(separator: "-")
        return rest.allSatisfy { part in
            part.hasPrefix("x") && part.dropFirst().allSatisfy(\.isNumber)
                || part.count % 2 == 0 && part.count <= 6 && part.filter(\.isLetter).count * 2 >= part.count
                || part == "59" || part == "76" || part == "95"
        }
    }

    /// M54.5 and S72001D: a letter, two digits, more behind.
    private func isDiagnosis(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        return note.isLatin(start) && note.digits(from: start + 1) >= 2 && range.count(where: note.isCode) <= 7
            && !range.contains { note.isHyphen($0) }
    }

    private func isClosed(_ end: Int) -> Bool {
        guard end < note.scalars.count else { return true }
        return note.scalars[end] != "/" && note.scalars[end] != "%"
            && !(note.scalars[end] == ":" && note.isDigit(end + 1))
    }

    private func isCardGroup(_ offset: Int) -> Bool {
        let digits = note.digits(from: offset)
        guard !note.isCode(offset + digits) else { return false }
        return (4...9).contains(digits) || (digits == 2 && note.scalars[offset] == "0")
    }

    /// One or two groups of up to four letters before the digits: `H 0836341`, `OH PT 012345`, `AB 1234 5678`.
    private func lettered(_ start: Int, _ end: Int, isAnnounced: Bool) -> Int? {
        var (at, stop) = (start, end)
        let isUpper = (start..<end).allSatisfy { note.scalars[$0] >= "A" && note.scalars[$0] <= "Z" }
        for _ in 0..<2 {
            guard stop - at <= (isAnnounced ? 4 : isUpper ? 3 : 2), (at..<stop).allSatisfy(note.isLatin),
                note.isBlank(stop)
            else {
                return nil
            }
            let next = run(from: stop + 1, hasSlash: false)
            let digits = ((stop + 1)..<next).count(where: note.isDigit)
            if digits >= 3 {
                let isBare = digits == next - stop - 1
                return isBare && digits <= 4 ? grouped(stop + 1, next) ?? (digits == 4 ? next : nil) : next
            }
            guard digits == 0, next > stop + 1 else { return nil }
            (at, stop) = (stop + 1, next)
        }
        return nil
    }

    private func run(from start: Int, hasSlash: Bool) -> Int {
        var end = start
        while end < note.scalars.count {
            if note.isCode(end) {
                end += 1
            } else if note.isHyphen(end) || note.scalars[end] == "." || note.scalars[end] == "_"
                || (hasSlash && note.scalars[end] == "/" && note.isDigit(end + 1))
                || note.scalars[end] == "#" && note.isLatin(end - 1) && note.isDigit(end + 1), note.isCode(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private func grouped(_ start: Int, _ end: Int) -> Int? {
        var at = end
        var groups = 1
        while note.isBlank(at), (2...4).contains(note.digits(from: at + 1)),
            !note.isLatin(at + 1 + note.digits(from: at + 1)), groups < 5
        {
            let next = at + 1 + note.digits(from: at + 1)
            if next < note.scalars.count,
                note.scalars[next] == "/" || note.scalars[next] == "%" || note.scalars[next] == ":"
                    || note.scalars[next] == "." && note.isDigit(next + 1)
            {
                break
            }
            at = next
            groups += 1
        }
        return groups > 1 && end - start >= 2 ? at : nil
    }

    /// A day with a year of four digits is a date, whatever label stands before it.
    private func isDate(_ range: Range<Int>) -> Bool {
        let parts = note.string(range).split(whereSeparator: { $0 == "-" || $0 == "." || $0 == "/" })
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return false }
        if parts[2].count == 4 {
            return (1...31).contains(numbers[0]) && (1...31).contains(numbers[1]) && (1900...2100).contains(numbers[2])
        }
        return parts[0].count == 4 && (1900...2100).contains(numbers[0]) && (1...12).contains(numbers[1])
            && (1...31).contains(numbers[2])
    }

    private static let units: Set<String> = [
        "visits", "visit", "weeks", "week", "wks", "wk", "days", "day", "minutes", "min", "mins", "feet", "ft",
        "degrees", "deg", "lb", "lbs", "kg",
        "reps", "sets", "x", "units", "sessions", "months", "years", "yo", "times", "hours", "hrs", "mg", "ml", "cm",
        "mm", "dollars", "steps", "am", "pm",
    ]

    /// "Claim 2025 visits", "referral # 12 weeks": a number with a unit counts something. A bare year is no code either.
    private func isQuantity(_ range: Range<Int>, _ label: NumberLabel) -> Bool {
        let next = note.firstToken(from: range.upperBound)
        if next < note.tokens.count, LabelReader.units.contains(note.tokens[next].key), range.count < 6 { return true }
        guard range.count == 4, let year = Int(note.string(range)), (1900...2100).contains(year) else { return false }
        return label.mark != .optional || label.type == .otherID
    }

    /// One or two groups of letters and digits that make four to eight characters with a digit among them.
    private func plate(_ start: Int, least: Int) -> Range<Int>? {
        func group(_ from: Int) -> Int {
            var end = from
            while note.isCode(end) || (note.isHyphen(end) && note.isCode(end + 1) && end > from) { end += 1 }
            return end
        }
        var end = group(start)
        guard end - start <= 9 else { return nil }
        if note.isBlank(end) || note.scalars[safe: end] == "\u{B7}", end - start <= 4 {
            let second = group(end + 1)
            let first = (start..<end).allSatisfy(note.isDigit)
            let other = ((end + 1)..<second).allSatisfy(note.isDigit)
            let isUpper = ((end + 1)..<second).allSatisfy { !(note.scalars[$0] >= "a" && note.scalars[$0] <= "z") }
            // letters then digits, or digits then letters in capitals
            if (1...5).contains(second - end - 1), first != other, other || isUpper { end = second }
            // NM 4471 KL
            let third = group(end + 1)
            if !first, other, end - start == 7 || end - start == 6, note.isBlank(end),
                (1...3).contains(third - end - 1),
                ((end + 1)..<third).allSatisfy({ note.scalars[$0] >= "A" && note.scalars[$0] <= "Z" }),
                (start..<(start + 2)).allSatisfy(note.isLatin)
            {
                end = third
            }
            // C 402 771
            if !first, other, end == second, note.isBlank(end), (2...4).contains(note.digits(from: end + 1)),
                !note.isLatin(end + 1 + note.digits(from: end + 1)), second - start < 7
            {
                end += 1 + note.digits(from: end + 1)
            }
        }
        let codes = (start..<end).count(where: note.isCode)
        guard codes >= least, codes <= 8, (start..<end).contains(where: note.isDigit) else { return nil }
        let next = note.firstToken(from: end)
        if next < note.tokens.count, LabelReader.units.contains(note.tokens[next].key) { return nil }
        return start..<end
    }

    private func user(_ start: Int, isAnnounced: Bool) -> Range<Int>? {
        let end = run(from: start, hasSlash: false)
        guard end - start >= 3, note.scalars[safe: end] != "@" else { return nil }
        if (start..<end).contains(where: { !note.isLatin($0) }) { return start..<end }
        return isAnnounced && !Gazetteer.shared.isEnglishWord(note.string(start..<end).lowercased()) ? start..<end : nil
    }
}
