/// Licences that name the profession or the state beside the number: `VA OT 0119-008812`, `license SLP 2291 WY`.
extension LabelReader {
    func professional(at index: Int) -> (Candidate, next: Int)? {
        let length = note.tokens[index].range.count
        guard length == 2 && note.tokens[index].shape == .upper || length == 3 || length == 7 else { return nil }
        let key = note.tokens[index].key
        var at = index + 1
        var start: Int?
        if key == "lic" || key == "license" || key == "licence" {
            while isSign(at) { at += 1 }
            guard isProfession(at) else { return nil }
            start = note.tokens[at].range.lowerBound
            at += 1
        } else {
            guard length == 2, Gazetteer.shared.isState(key),
                isProfession(at)
            else { return nil }
            at += 1
        }
        while isSign(at) || at < note.tokens.count && ["lic", "license"].contains(note.tokens[at].key) { at += 1 }
        guard at < note.tokens.count, note.tokens[at].isNumber else { return nil }
        let first = note.tokens[at].range.lowerBound
        var end = first
        while note.isCode(end) || note.isHyphen(end) && note.isDigit(end + 1)
            || note.scalars[safe: end] == "." && note.isDigit(end + 1)
        {
            end += 1
        }
        guard (first..<end).count(where: note.isDigit) >= (start == nil ? 4 : 3) else { return nil }
        let state = note.firstToken(from: end)
        if start != nil, state < note.tokens.count, note.tokens[state].shape == .upper,
            note.tokens[state].range.count == 2, Gazetteer.shared.isState(note.tokens[state].key), note.isBlank(end)
        {
            end = note.tokens[state].range.upperBound
        }
        let candidate = Candidate(
            range: (start ?? first)..<end, type: .license, sub: "PROVIDER", confidence: 0.94, source: "licence")
        return (candidate, note.firstToken(from: end))
    }

    private func isSign(_ at: Int) -> Bool {
        at < note.tokens.count && ["#", ":", ".", "no", "number", "-"].contains(note.tokens[at].key)
    }

    private func isProfession(_ at: Int) -> Bool {
        at < note.tokens.count && note.tokens[at].shape == .upper
            && ["pt", "ot", "slp", "pta", "ota", "cota", "otr", "rn", "lpn", "md", "np", "pa", "st", "sp", "apn"]
                .contains(note.tokens[at].key)
    }
}
