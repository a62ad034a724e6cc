/// Unique device identifiers as a carrier prints them: `(01)00812345678901(17)271231(21)A4471` (21 CFR 830; GS1).
struct DeviceIdentifiers: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        note.tokens.compactMap { token in
            let start = token.range.lowerBound - 1
            guard token.key == "01", start >= 0, note.scalars[start] == "(", note.scalars[safe: start + 3] == ")" else {
                return nil
            }
            var at = start + 4
            if note.isBlank(at) { at += 1 }
            guard note.digits(from: at) == 14 else { return nil }
            var end = at + 14
            while note.isCode(end) || ["(", ")", "-"].contains(note.scalars[safe: end]) { end += 1 }
            return Candidate(range: start..<end, type: .device, confidence: 0.97, source: "unique device identifier")
        }
    }
}
