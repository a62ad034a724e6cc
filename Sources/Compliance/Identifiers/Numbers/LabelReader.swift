/// Reads one label and the value behind it.
struct LabelReader {
    let note: NoteText

    /// The candidate whose label begins at a token, and the token behind its value.
    func read(at index: Int) -> (Candidate, next: Int)? {
        if let license = professional(at: index) { return license }
        guard let labels = NumberLabel.byFirstWord[note.tokens[index].key] else { return nil }
        for label in labels {
            guard let behind = match(label, at: index) else { continue }
            guard let (start, sign) = filler(from: behind), isLabelPosition(label, at: index, sign),
                let range = value(label, at: start, sign)
            else { continue }
            let candidate = Candidate(
                range: range, type: label.type, sub: label.sub, confidence: sign > .none ? 0.98 : 0.94,
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
                note.tokens[at].isSymbol(".") || note.tokens[at].isSymbol("_")
                    || (note.tokens[at].isSymbol("-") && word != "-")
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

    private static let numbers: Set<String> = ["no", "num", "nbr", "nr", "#", "numbers"]
    private static let numberSigns: Set<String> = [
        "#", "no", "nos", "num", "nbr", "nr", "nro", "nummer", "numero", "number", "numbers", "id", "ids", "\u{2116}",
        "code", "identifier", "template",
        "hash", "profile", "enrollment", "enrolment",
    ]
    private static let passed: Set<String> = [
        ".", "|", "(", "is", "was", "of", "*", "-", "\u{2013}", "[", "\"", "the", ")",
    ]

    /// What between a label and a value says that a number follows.
    enum Sign: Int, Comparable {
        case none, colon, number
        static func < (left: Sign, right: Sign) -> Bool { left.rawValue < right.rawValue }
    }

    /// Skips `#`, `No.`, `:`, a leader of points, a table's bar and one line's end; tells the strongest sign of a number
    /// among them.
    private func filler(from behind: Int) -> (token: Int, sign: Sign)? {
        var (at, sign, passed, breaks) = (behind, Sign.none, 0, 0)
        var last = behind + 9
        while at < note.tokens.count, at < last {
            let token = note.tokens[at]
            if LabelReader.numberSigns.contains(token.key), sign == .none || !isGlued(at) {
                sign = .number
            } else if token.isSymbol(":") || token.isSymbol("=") || token.isSymbol("|") {
                sign = max(sign, .colon)
            } else if let end = leader(at) {
                sign = max(sign, .colon)
                last += end - at
                at = end
                continue
            } else if token.kind == .lineBreak {
                guard sign > .none, breaks == 0, at > 0, !note.tokens[at - 1].isSymbol("|") else { return nil }
                breaks += 1
            } else if LabelReader.passed.contains(token.key), passed < 4, !isGlued(at) {
                passed += 1
            } else if let value = clause(at), sign == .number || isStrong(value) {
                return (value, max(sign, .colon))
            } else {
                return (at, sign)
            }
            at += 1
        }
        return nil
    }

    /// "OF-2268841", "ID-4471": letters that a hyphen joins to digits belong to the number.
    private func isGlued(_ at: Int) -> Bool {
        let end = note.tokens[at].range.upperBound
        return note.tokens[at].isWord && note.isHyphen(end) && note.isDigit(end + 1)
    }

    /// Behind three points or more.
    private func leader(_ start: Int) -> Int? {
        var at = start
        while at < note.tokens.count, note.tokens[at].isSymbol(".") { at += 1 }
        return at - start > 2 ? at : nil
    }

    /// "from the carrier is", "on file", "for parking permit": up to five words that end before a code.
    private func clause(_ start: Int) -> Int? {
        guard LabelReader.clauses.contains(note.tokens[start].key) else { return nil }
        var at = start
        while at < note.tokens.count, at < start + 6 {
            let token = note.tokens[at]
            if token.isNumber || token.isWord && isStrong(at) { return at }
            guard token.isWord || token.isSymbol(":") else { return nil }
            at += 1
        }
        return nil
    }

    private static let clauses: Set<String> = [
        "on", "from", "for", "to", "at", "with", "by", "assigned", "issued", "listed", "given", "reads", "ending", "in",
        "as", "he", "she", "they", "used", "recorded",
    ]

    /// Letters in capitals that a number or a hyphen follows, or letters and digits in one: `KHN 482`, `LHW-2025`, `AB1234`.
    private func isStrong(_ at: Int) -> Bool {
        let range = note.tokens[at].range
        if note.tokens[at].isNumber { return range.count > 4 || note.isHyphen(range.upperBound) }
        guard note.tokens[at].shape == .upper, range.count < 5 else { return false }
        let end = range.upperBound
        return note.isDigit(end) || (note.isHyphen(end) || note.isBlank(end)) && note.isDigit(end + 1)
    }

    /// A bare `id` or `mr` within a word of its own, not "pill ID", not a compound.
    private func isLabelPosition(_ label: NumberLabel, at index: Int, _ sign: Sign) -> Bool {
        if index > 0, note.tokens[index - 1].touches(note.tokens[index]) {
            let before = note.tokens[index - 1]
            // HAR/Acct: 7700, pt_mrn=7700
            let isJoined = before.isSymbol("/") || before.isSymbol("_")
            let isBehindLabel = index > 1 && NumberLabel.byFirstWord[note.tokens[index - 2].key] != nil
            if isJoined, index < 2 || !note.tokens[index - 2].isWord || sign < .colon && !isBehindLabel { return false }
            if before.isSymbol("-") || before.isSymbol("@") { return false }
            if before.isSymbol("."), index > 1, note.tokens[index - 2].touches(before) { return false }
        }
        if label.value == .plate, label.words.count == 1, sign == .none { return isAboutVehicle(index) }
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
}
