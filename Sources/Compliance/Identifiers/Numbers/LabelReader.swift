/// Reads one label and the value behind it.
struct LabelReader {
    let note: NoteText

    /// The candidate whose label begins at a token, and the token behind its value.
    func read(at index: Int) -> (Candidate, next: Int)? {
        guard let labels = NumberLabel.byFirstWord[note.tokens[index].key] else { return nil }
        for label in labels {
            guard let behind = match(label, at: index) else { continue }
            guard let (start, marks) = filler(from: behind) else { continue }
            if label.mark == .required, marks == 0 { continue }
            guard isLabelPosition(label, at: index, marks: marks), let range = value(label, at: start, marks: marks)
            else { continue }
            let candidate = Candidate(
                range: range, type: label.type, sub: label.sub, confidence: marks > 0 ? 0.98 : 0.94,
                source: "label \(label.words.joined(separator: " "))")
            return (candidate, note.firstToken(from: range.upperBound))
        }
        return nil
    }

    /// The token behind the label's words; points between them do not count.
    func match(_ label: NumberLabel, at index: Int) -> Int? {
        var at = index
        for word in label.words {
            if at > index, at < note.tokens.count,
                note.tokens[at].isSymbol(".") || (note.tokens[at].isSymbol("-") && word != "-")
            {
                at += 1
            }
            guard at < note.tokens.count else { return nil }
            let key = note.tokens[at].key
            guard
                key == word || (word == "number" && LabelReader.numbers.contains(key))
                    || (key.hasSuffix("'s") && key.dropLast(2) == word) || (word.count > 3 && key == word + "s")
            else { return nil }
            at += 1
        }
        return at
    }

    private static let numbers: Set<String> = ["no", "num", "nbr", "#", "numbers"]
    private static let marks: Set<String> = [
        "#", ":", "no", "nos", "num", "nbr", "number", "numbers", "id", "ids", "\u{2116}", "=", "code", "identifier",
        "template", "hash",
    ]
    private static let passed: Set<String> = [
        ".", "|", "(", "is", "was", "of", "*", "-", "\u{2013}", "[", "\"", "the", ")",
    ]

    /// Skips `#`, `No.`, `:`, a table's bar and one line's end; tells how many of them announce a number.
    private func filler(from behind: Int) -> (token: Int, marks: Int)? {
        var (at, marks, passed, breaks) = (behind, 0, 0, 0)
        while at < note.tokens.count, at < behind + 9 {
            let token = note.tokens[at]
            if LabelReader.marks.contains(token.key) {
                marks += 1
            } else if token.isSymbol("|") {
                marks += 1
            } else if token.kind == .lineBreak {
                guard marks > 0, breaks == 0, at > 0, !note.tokens[at - 1].isSymbol("|") else { return nil }
                breaks += 1
            } else if LabelReader.passed.contains(token.key), passed < 4 {
                passed += 1
            } else {
                return (at, marks)
            }
            at += 1
        }
        return nil
    }

    /// A bare `id` or `mr` within a word of its own, not "pill ID", not a compound.
    private func isLabelPosition(_ label: NumberLabel, at index: Int, marks: Int) -> Bool {
        if index > 0, note.tokens[index - 1].touches(note.tokens[index]) {
            let before = note.tokens[index - 1]
            if before.isSymbol("-") || before.isSymbol("/") || before.isSymbol("@") || before.isSymbol("_") {
                return false
            }
            if before.isSymbol("."), index > 1, note.tokens[index - 2].touches(before) { return false }
        }
        if label.value == .plate, label.words.count == 1, marks == 0 { return isAboutVehicle(index) }
        return true
    }

    private static let vehicles: Set<String> = [
        "drive", "drives", "driving", "driver", "drove", "vehicle", "van", "minivan", "car", "truck", "suv", "sedan",
        "auto", "automobile", "license",
        "licence", "lic", "registration", "parking", "parked", "toyota", "honda", "ford", "chevy", "chevrolet",
        "motorcycle", "rv", "jeep", "subaru",
        "nissan", "hyundai", "kia", "dodge", "buick", "taxi", "transport", "dmv", "handicap", "disability", "placard",
        "pickup", "scooter", "moped",
    ]

    private func isAboutVehicle(_ index: Int) -> Bool {
        (max(0, index - 14)..<min(note.tokens.count, index + 12)).contains {
            LabelReader.vehicles.contains(note.tokens[$0].key)
        }
    }

    /// The value that begins at a token, in code points.
    func value(_ label: NumberLabel, at index: Int, marks: Int) -> Range<Int>? {
        guard index < note.tokens.count else { return nil }
        let start = note.tokens[index].range.lowerBound
        guard note.isCode(start), start == 0 || note.scalars[start - 1] != "$" else { return nil }
        switch label.value {
        case .plate: return plate(start, least: label.least)
        case .user: return user(start, marks: marks)
        case .code: return code(label, start, marks: marks)
        }
    }

    private func code(_ label: NumberLabel, _ start: Int, marks: Int) -> Range<Int>? {
        let hasSlash = label.type == .planID || label.type == .otherID || label.type == .device
        var end = run(from: start, hasSlash: hasSlash)
        var digits = (start..<end).count(where: note.isDigit)
        // groups of digits between blanks: 123 456 789
        if digits == end - start, digits <= 4, marks > 0 || label.mark == .optional, let wider = grouped(start, end) {
            (end, digits) = (wider, digits + 4)
        }
        // letters, a blank, digits: H 0836341
        if digits == 0, end - start <= 3, note.isBlank(end), note.digits(from: end + 1) >= 4,
            (start..<end).allSatisfy(note.isLatin)
        {
            end = run(from: end + 1, hasSlash: false)
            digits = 4
        }
        // a payer's card prints its number in groups: W1234 56789
        if label.type == .planID, digits > 0, note.isBlank(end), (4...9).contains(note.digits(from: end + 1)) {
            let wider = end + 1 + note.digits(from: end + 1)
            if !note.isCode(wider) { end = wider }
        }
        let codes = (start..<end).count(where: note.isCode)
        guard digits > 0, codes >= label.least, codes <= 40 else { return nil }
        if end < note.scalars.count,
            note.scalars[end] == "/" || note.scalars[end] == "%" || note.scalars[end] == ":" && note.isDigit(end + 1)
        {
            return nil
        }
        if isDate(start..<end) || isQuantity(start..<end, label) { return nil }
        return start..<end
    }

    private func run(from start: Int, hasSlash: Bool) -> Int {
        var end = start
        while end < note.scalars.count {
            if note.isCode(end) {
                end += 1
            } else if note.isHyphen(end) || note.scalars[end] == "." || note.scalars[end] == "_"
                || (hasSlash && note.scalars[end] == "/" && note.isDigit(end + 1)), note.isCode(end + 1)
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
        return label.mark == .required || label.type == .otherID
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
        }
        let codes = (start..<end).count(where: note.isCode)
        guard codes >= least, codes <= 8, (start..<end).contains(where: note.isDigit) else { return nil }
        let next = note.firstToken(from: end)
        if next < note.tokens.count, LabelReader.units.contains(note.tokens[next].key) { return nil }
        return start..<end
    }

    private func user(_ start: Int, marks: Int) -> Range<Int>? {
        let end = run(from: start, hasSlash: false)
        let hasSign = (start..<end).contains { !note.isLatin($0) }
        guard end - start >= 3, note.scalars[safe: end] != "@" else { return nil }
        let word = note.string(start..<end).lowercased()
        if hasSign { return start..<end }
        return marks > 0 && !Gazetteer.shared.isEnglishWord(word) ? start..<end : nil
    }
}
