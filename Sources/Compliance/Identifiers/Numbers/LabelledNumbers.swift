/// Numbers and codes behind a label, in a line of text, in a table's cell or under a column's heading; wherever such a code
/// stands again in the note it is found again.
struct LabelledNumbers: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        let reader = LabelReader(note: note)
        var found: [Candidate] = []
        var index = 0
        while index < note.tokens.count {
            if note.tokens[index].isWord, let (candidate, next) = reader.read(at: index) {
                found.append(candidate)
                index = max(index + 1, next)
            } else {
                index += 1
            }
        }
        found += LabelledColumns(reader: reader).find()
        return found + again(found, in: note)
    }

    /// Other places of the same codes, those long enough to be nothing else.
    private func again(_ found: [Candidate], in note: NoteText) -> [Candidate] {
        var codes: [String: [Int: (code: [UInt8], first: Candidate)]] = [:]
        for candidate in found where candidate.type != .otherID || candidate.range.count > 5 {
            let code = note.code(candidate.range)
            guard code.count >= 6, code.contains(where: { CheckDigits.digit($0) != nil }) else { continue }
            let first = note.firstToken(from: candidate.range.lowerBound)
            guard first < note.tokens.count, note.tokens[first].range.lowerBound == candidate.range.lowerBound else {
                continue
            }
            codes[note.tokens[first].key, default: [:]][candidate.range.count] = (code, candidate)
        }
        guard !codes.isEmpty else { return [] }
        var places: [Candidate] = []
        for token in note.tokens where token.kind != .lineBreak {
            for (length, known) in (codes[token.key] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let range = token.range.lowerBound..<(token.range.lowerBound + length)
                guard range.upperBound <= note.scalars.count, range != known.first.range,
                    !note.isCode(range.lowerBound - 1),
                    !note.isCode(range.upperBound), note.code(range) == known.code
                else { continue }
                places.append(
                    Candidate(
                        range: range, type: known.first.type, sub: known.first.sub, confidence: 0.9,
                        source: "same code again"))
            }
        }
        let labelled = Set(found.map(\.range))
        return places.filter { !labelled.contains($0.range) }
    }
}
