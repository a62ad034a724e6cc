/// Dates whose month is a Roman numeral or a word of another language: 12.XI.2024, 3 de marzo de 2025, 4. Oktober 2025.
extension DateReader {
    func foreign(at start: Int) -> RawDate? {
        guard let day = digits(start), day.count <= 2, (1...31).contains(day.value), start == 0 || !touch(start - 1)
        else { return nil }
        return roman(at: start, day.value) ?? worded(at: start, day.value)
    }

    /// The same sign on both sides of the numeral, or blanks and a year of four digits.
    private func roman(at start: Int, _ day: Int) -> RawDate? {
        let sign = key(start + 1)
        let isSigned = sign == "." || sign == "/" || isDash(start + 1)
        let at = isSigned ? start + 2 : start + 1
        guard isWord(at), let month = DateReader.romans[key(at)] else { return nil }
        let yearAt = isSigned ? at + 2 : at + 1
        guard let year = digits(yearAt), !isCounted(after: yearAt + 1) else { return nil }
        if isSigned {
            guard key(at + 1) == sign, (start..<yearAt).allSatisfy({ touch($0) }), year.count == 4 || year.count == 2
            else { return nil }
        } else {
            guard tokens[at].shape == .upper, key(at) != "i", year.count == 4, (1900...2099).contains(year.value) else {
                return nil
            }
        }
        return RawDate(
            tokens: start..<(yearAt + 1), year: year.value, yearDigits: year.count, month: month, day: day,
            precision: .day, confidence: 0.9)
    }

    /// A year of four digits behind the month, or "de" before it.
    private func worded(at start: Int, _ day: Int) -> RawDate? {
        var at = start + 1
        if touch(start), ["er", ".", "o", "a"].contains(key(at)) { at += 1 }
        let hasJoint = DateReader.joints.contains(key(at))
        if hasJoint { at += 1 }
        guard isWord(at), let month = DateReader.foreignMonths[key(at)] ?? DateWords.months[key(at)] else { return nil }
        if let (year, end) = year(behind: at) {
            return RawDate(
                tokens: start..<end, year: year, yearDigits: 4, month: month, day: day, precision: .day,
                confidence: 0.95)
        }
        guard hasJoint, DateReader.foreignMonths[key(at)] != nil else { return nil }
        return RawDate(tokens: start..<(at + 1), month: month, day: day, precision: .monthDay, confidence: 0.9)
    }

    /// "marzo de 2025", "Oktober 2024".
    func foreignMonth(at start: Int) -> RawDate? {
        guard let month = DateReader.foreignMonths[key(start)], let (year, end) = year(behind: start),
            key(start) != "marco" || end > start + 2
        else { return nil }
        return RawDate(
            tokens: start..<end, year: year, yearDigits: 4, month: month, precision: .monthYear, confidence: 0.9)
    }

    private func year(behind month: Int) -> (Int, end: Int)? {
        var at = month + 1
        if key(at) == ".", touch(month) { at += 1 }
        if DateReader.joints.contains(key(at)) || key(at) == "," { at += 1 }
        guard let year = digits(at), year.count == 4, (1800...2999).contains(year.value) else { return nil }
        return (year.value, at + 1)
    }

    private static let joints: Set<String> = ["de", "del", "di"]

    private static let romans: [String: Int] = Dictionary(
        uniqueKeysWithValues: DateWords.words("i ii iii iv v vi vii viii ix x xi xii").enumerated().map {
            ($0.element, $0.offset + 1)
        })

    /// Spanish, French, German, Italian, Portuguese, Dutch and Scandinavian, without diacritics.
    private static let foreignMonths: [String: Int] = {
        var table: [String: Int] = [:]
        let names = [
            "enero janvier januar gennaio janeiro januari ene janv",
            "febrero fevrier februar febbraio fevereiro februari fevr",
            "marzo mars marz marco maart mrt", "avril aprile abril abr avr", "mayo mai maggio maio mei maj",
            "junio juin juni giugno junho", "julio juillet juli luglio julho juil",
            "agosto aout augusti augustus", "septiembre setiembre septembre settembre setembro",
            "octubre octobre oktober ottobre outubro okt", "noviembre novembre novembro",
            "diciembre decembre dezember dicembre dezembro desember dez dic",
        ]
        for (index, list) in names.enumerated() {
            for name in DateWords.words(list) { table[name] = index + 1 }
        }
        return table
    }()
}
