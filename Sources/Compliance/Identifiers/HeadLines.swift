/// The lines at the top of a note that are no text yet, each cut into what stands apart: by blanks, bars, dashes and slashes
/// with a blank on each side, semicolons.
struct HeadLines {
    private let note: NoteText
    private let kinds: [WordKinds]
    private static let most = 12

    init(_ note: NoteText, _ kinds: [WordKinds]) {
        (self.note, self.kinds) = (note, kinds)
    }

    func find() -> [[Range<Int>]] {
        var lines: [[Range<Int>]] = []
        for range in note.lines {
            let tokens = note.tokens(in: range)
            if tokens.isEmpty { continue }
            if lines.count == HeadLines.most || opensText(tokens) { break }
            lines.append(cells(of: tokens))
        }
        return lines
    }

    private func cells(of line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for at in line {
            let gap = at + 1 < line.upperBound ? gap(after: at) : 0
            let isEdge = gap > 1 || gap == 1 && note.scalars[note.tokens[at].range.upperBound] == "\t"
            let isSign = note.tokens[at].kind == .symbol && parts(at, line)
            if isSign || isEdge {
                let end = isSign ? at : at + 1
                if start < end { cells.append(start..<end) }
                start = at + 1
            }
        }
        if start < line.upperBound { cells.append(start..<line.upperBound) }
        return cells
    }

    /// A sign that stands between two cells.
    private func parts(_ at: Int, _ line: Range<Int>) -> Bool {
        let isApart =
            (at == line.lowerBound || gap(after: at - 1) > 0) && (at + 1 == line.upperBound || gap(after: at) > 0)
        switch note.scalars[note.tokens[at].range.lowerBound].value {
        // :: and //
        case 0x3A: return at > line.lowerBound && isTwin(at - 1) || at + 1 < line.upperBound && isTwin(at)
        // | ; * # = + ~ > _ and points in the middle
        case 0x7C, 0x3B, 0x2A, 0x23, 0x3D, 0x2B, 0x7E, 0x3E, 0x5F, 0x2022, 0xB7: return true
        case 0x2D, 0x2011, 0x2013, 0x2014:
            return isApart || at > line.lowerBound && note.tokens[at - 1].isSymbol("-")
                || at + 1 < line.upperBound && note.tokens[at + 1].isSymbol("-")
        case 0x2F:
            return isApart || at + 1 < line.upperBound && isTwin(at) && at > line.lowerBound && gap(after: at - 1) > 0
        default: return false
        }
    }

    /// The same sign twice without a blank.
    private func isTwin(_ at: Int) -> Bool {
        note.tokens[at].kind == .symbol && note.tokens[at].key == note.tokens[at + 1].key && gap(after: at) == 0
    }

    private func gap(after at: Int) -> Int {
        note.tokens[at + 1].range.lowerBound - note.tokens[at].range.upperBound
    }

    private static let openings: Set<String> = [
        "s", "subjective", "subj", "hx", "history", "o", "objective", "goals", "plan", "assessment",
    ]

    /// "S: …", "Subjective", or a line of prose.
    private func opensText(_ line: Range<Int>) -> Bool {
        let first = line.lowerBound
        if HeadLines.openings.contains(note.tokens[first].key),
            line.count == 1 || [":", "-", ")", "/"].contains(note.tokens[first + 1].key) || gap(after: first) > 1
        {
            return true
        }
        guard line.count > 12 else { return false }
        return line.count { !kinds[$0].isDisjoint(with: [.function, .humanVerb]) } * 3 > line.count
    }
}
