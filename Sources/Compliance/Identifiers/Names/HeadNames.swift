/// A name that fills a cell at the top of a note, without a label: `Whitehorse, Calvin   5/30/62   ID# 77`,
/// `pt daily -- Ana Vela -- mrn 66`.
struct HeadNames {
    let scan: NoteScan

    func find() -> [NameMention] {
        var found: [NameMention] = []
        for cells in scan.headLines.prefix(6) where cells.count > 1 && cells.contains(where: { isField($0) }) {
            for cell in cells {
                if let mention = name(cell) { found.append(mention) }
            }
        }
        return found
    }

    /// A number of the patient, a date of birth, or any date.
    private func isField(_ cell: Range<Int>) -> Bool {
        let first = cell.lowerBound
        if HeadNames.fields.contains(scan.base(first)) { return true }
        return scan.isNumber(first) && !scan.dates.dates(in: scan.tokens[first].range).isEmpty
    }

    private static let fields: Set<String> = [
        "dob", "mrn", "mr", "born", "b", "birth", "birthdate", "age", "id", "chart", "acct", "account", "record", "rec",
        "ssn", "medicare", "medicaid", "mbi", "patient", "sex", "dos", "empi",
    ]

    private func name(_ cell: Range<Int>) -> NameMention? {
        var limits = NoteScan.NameLimits()
        limits.reversed = true
        guard cell.count > 1, let (tokens, isReversed) = scan.name(at: cell.lowerBound, limits),
            tokens.upperBound == cell.upperBound || scan.key(tokens.upperBound) == "("
                || scan.isQuote(tokens.upperBound)
        else { return nil }
        let words = tokens.filter { scan.isWord($0) && !scan.isInitial($0) && !scan.kinds($0).contains(.particle) }
        guard let first = words.first, words.count > 1 || isReversed || tokens.count > words.count,
            words.allSatisfy({ word in
                scan.kinds(word).isDisjoint(with: [
                    .heading, .facilityHead, .facilityGeneric, .field, .eponymHead, .credential, .humanVerb,
                    .streetSuffix,
                ]) || scan.isGiven(word) && !scan.kinds(word).contains(.heading)
            })
        else { return nil }
        let given = isReversed ? words.dropFirst().first ?? first : first
        let plain = words.filter { !scan.isOrdinary($0) }
        let isName =
            isReversed
            ? !plain.isEmpty || scan.isGiven(given)
            : scan.isGiven(given) && (!plain.isEmpty || words.allSatisfy { scan.isListedName($0) })
                || plain.count == words.count && words.contains { scan.isListedName($0) }
                || ["dob", "born"].contains(scan.base(cell.upperBound)) && plain.count * 2 >= words.count
        let isState = isReversed && words.dropFirst().contains { scan.state(at: $0) != nil }
        guard isName, !isState, !Gazetteer.shared.isPlace(words.map { scan.base($0) }) else { return nil }
        return NameMention(
            tokens: tokens, role: .patient, confidence: 0.88, source: "head", isReversed: isReversed)
    }
}
