/// Numbers that need no label because their form and check digit tell them: beneficiary identifiers, registrations of
/// prescribers and providers, vehicles, payment cards.
struct CheckedNumbers: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        var found: [Candidate] = []
        var offset = 0
        while offset < note.scalars.count {
            guard note.isCode(offset) else {
                offset += 1
                continue
            }
            var end = offset
            var digits = 0
            while note.isCode(end) {
                if note.isDigit(end) { digits += 1 }
                end += 1
            }
            if digits > 0, offset == 0 || !note.isHyphen(offset - 1) || !note.isCode(offset - 2) {
                if let candidate = beneficiary(note, offset, end) ?? card(note, offset, end)
                    ?? single(note, offset..<end, digits)
                {
                    found.append(candidate)
                    end = candidate.range.upperBound
                }
            }
            offset = end
        }
        return found
    }

    /// `1EG4TE5MK73`, `1EG4-TE5-MK73`, `1EG4 TE5 MK73`.
    private func beneficiary(_ note: NoteText, _ start: Int, _ end: Int) -> Candidate? {
        if end - start == 11 {
            guard CheckDigits.isMBI(note.code(start..<end), strict: true) else { return nil }
            return Candidate(range: start..<end, type: .planID, confidence: 0.97, source: "beneficiary identifier")
        }
        guard end - start == 4 else { return nil }
        let last = start + 13
        guard last <= note.scalars.count, !note.isCode(last),
            (start..<last).allSatisfy({ note.isCode($0) || $0 == start + 4 || $0 == start + 8 })
        else { return nil }
        let isHyphened = note.isHyphen(start + 4) && note.isHyphen(start + 8)
        guard isHyphened || (note.isBlank(start + 4) && note.isBlank(start + 8)) else { return nil }
        guard CheckDigits.isMBI(note.code(start..<last), strict: !isHyphened) else { return nil }
        return Candidate(range: start..<last, type: .planID, confidence: 0.98, source: "beneficiary identifier")
    }

    /// Sixteen digits in groups of four or at a stretch that pass Luhn's sum.
    private func card(_ note: NoteText, _ start: Int, _ end: Int) -> Candidate? {
        var last = end
        if end - start == 4 {
            for _ in 0..<3 {
                guard note.isHyphen(last) || note.isBlank(last), note.digits(from: last + 1) == 4 else { return nil }
                last += 5
            }
        } else if end - start != 16 {
            return nil
        }
        guard !note.isCode(last), CheckDigits.luhn(note.code(start..<last)),
            (0x33...0x36).contains(note.code(start..<last)[0])
        else { return nil }
        return Candidate(range: start..<last, type: .account, confidence: 0.9, source: "payment card")
    }

    private func single(_ note: NoteText, _ range: Range<Int>, _ digits: Int) -> Candidate? {
        switch range.count {
        case 17 where CheckDigits.isVIN(note.code(range)):
            return Candidate(range: range, type: .vehicle, confidence: 0.97, source: "vehicle identification number")
        case 9 where digits == 7 && CheckDigits.isDEA(note.code(range)):
            return Candidate(range: range, type: .license, sub: "PROVIDER", confidence: 0.9, source: "DEA registration")
        case 10 where digits == 10 && CheckDigits.isNPI(note.code(range)):
            return Candidate(
                range: range, type: .license, sub: "PROVIDER", confidence: 0.7, source: "provider identifier")
        default: return nil
        }
    }
}
