/// Other names of the patient.
extension LabelledNames {
    /// "AKA", "alias", "goes by", "known as", "signs as", with a leader of points or without.
    func isAlias(_ last: Int) -> Bool {
        var at = last
        while scan.key(at) == "." { at -= 1 }
        switch scan.base(at) {
        case "aka", "alias", "nickname": return true
        case "by": return ["goes", "go", "went"].contains(scan.key(at - 1))
        case "as": return ["known", "signs", "goes", "signing"].contains(scan.key(at - 1))
        case "to": return scan.key(at - 1) == "answers"
        default: return false
        }
    }

    /// One word that fills its field, or stands in capitals amid small letters: AKA DEACON, aka=sunny, goes by Kech.
    func alias(at start: Int) -> NameMention? {
        var at = start
        if scan.isQuote(at) { at += 1 }
        let end = at + 1
        guard scan.isWord(at), !scan.isInitial(at), scan.kinds(at).isDisjoint(with: [.function, .field, .relation]),
            !scan.isWord(end) || scan.isColumn(after: at),
            scan.style(at) == .mixed && scan.isCapital(at) || scan.isBreak(end) || scan.isColumn(after: at)
        else { return nil }
        return NameMention(tokens: at..<end, role: .patient, confidence: 0.92, source: "alias")
    }
}
