import Kernel

/// What stands in the place of each identifier (compliance paper, "Masking").
struct Replacement {
    let scan: NoteScan
    let book: NameBook
    let base: CivilDate?
    var pseudonyms: Pseudonyms
    private let dates: [Int: FoundDate]

    init(_ scan: NoteScan, _ book: NameBook, startOfCare: CivilDate?, _ pseudonyms: Pseudonyms) {
        self.scan = scan
        self.book = book
        self.pseudonyms = pseudonyms
        base = startOfCare ?? Replacement.statedStart(scan) ?? scan.dates.anchor
        var dates: [Int: FoundDate] = [:]
        for date in scan.dates.dates + scan.dates.doubtful { dates[date.range.lowerBound] = date }
        self.dates = dates
    }

    /// "SOC 3/4/25", "Start of care: 3/4/25".
    private static func statedStart(_ scan: NoteScan) -> CivilDate? {
        for date in scan.dates.dates where date.date != nil && date.precision == .day {
            var at = scan.note.firstToken(from: date.range.lowerBound) - 1
            while [":", "|", "-", "date", "("].contains(scan.key(at)) { at -= 1 }
            if scan.key(at) == "soc"
                || (scan.key(at) == "care" && scan.key(at - 1) == "of" && scan.key(at - 2) == "start")
            {
                return date.date
            }
        }
        return nil
    }

    mutating func text(for candidate: Candidate) -> String {
        let words = scan.note.string(candidate.range)
        switch candidate.type {
        case .name: return name(candidate, words)
        case .date: return date(candidate)
        case .ageOver89: return "[AGE 90+]"
        case .geo: return place(candidate, words)
        case .facility: return numbered(candidate.sub == "EMPLOYER" ? "EMPLOYER" : "FACILITY", words)
        case .photo: return "[PHOTO]"
        default: return numbered(candidate.type.rawValue, words)
        }
    }

    private mutating func numbered(_ kind: String, _ words: String) -> String {
        "[\(kind)_\(pseudonyms.number(kind, Replacement.identity(words)))]"
    }

    /// Letters and digits alone, folded: `(541) 555-0144` is `541.555.0144`.
    private static func identity(_ words: String) -> String {
        var key = ""
        for scalar in words.unicodeScalars where Merging.isAlphanumeric(scalar) { Folding.append(scalar, to: &key) }
        return key
    }

    private mutating func name(_ candidate: Candidate, _ words: String) -> String {
        guard let index = candidate.person else { return numbered("PERSON", words) }
        let person = book.persons[index]
        switch person.role {
        case .patient: return "[PATIENT]"
        case .relative:
            let number = pseudonyms.number("RELATIVE", person.words.first ?? Replacement.identity(words))
            return person.relation.map { "[RELATIVE_\(number): \($0)]" } ?? "[RELATIVE_\(number)]"
        case .provider, .person:
            let kind = person.role.rawValue
            return "[\(kind)_\(pseudonyms.number(kind, person.words.last ?? Replacement.identity(words)))]"
        }
    }

    private mutating func place(_ candidate: Candidate, _ words: String) -> String {
        switch candidate.sub {
        case "ZIP":
            let prefix = String(words.prefix(3))
            return "[ZIP3 \(Replacement.restricted.contains(prefix) ? "000" : prefix)]"
        case "STREET": return numbered("ADDRESS", words)
        case "COUNTY": return numbered("COUNTY", words)
        default: return numbered("CITY", words)
        }
    }

    /// Prefixes of at most 20,000 people in the census of 2000 (HHS guidance on 45 CFR 164.514(b)(2)(i)(B)).
    static let restricted: Set<String> = [
        "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890",
        "893",
    ]

    /// Days from the start of care; a year alone when that is more than five years away and reveals no age over 89.
    private func date(_ candidate: Candidate) -> String {
        guard let found = dates[candidate.range.lowerBound], candidate.sub == nil else { return "[DATE]" }
        guard found.isPossible else { return "[DATE invalid]" }
        if let date = found.date, let base {
            let days = base.days(to: date)
            if abs(days) <= 1830 { return "[DATE\(days < 0 ? "" : "+")\(days)d]" }
        }
        guard let year = found.year, (scan.dates.anchor?.year ?? 2025) - year < 90 else { return "[DATE]" }
        return "[DATE \(year)]"
    }
}
