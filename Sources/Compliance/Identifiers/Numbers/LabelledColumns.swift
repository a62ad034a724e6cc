/// Values under the headings of a table: `| Name | MRN | Acct |`, a ruler, then a row of values.
struct LabelledColumns {
    let reader: LabelReader

    func find() -> [Candidate] {
        let note = reader.note
        var found: [Candidate] = []
        for line in note.lines.indices {
            let cells = cells(line)
            guard cells.count > 1 else { continue }
            for (column, cell) in cells.enumerated() {
                guard let label = heading(cell) else { continue }
                var row = line + 1
                while row < note.lines.count, row < line + 40 {
                    let values = self.cells(row)
                    guard values.count == cells.count else { break }
                    row += 1
                    let tokens = note.tokens(in: values[column])
                    guard let first = tokens.first, let range = reader.value(label, at: first, .number),
                        note.tokens(in: range).upperBound == tokens.upperBound
                    else { continue }
                    found.append(
                        Candidate(
                            range: range, type: label.type, sub: label.sub, confidence: 0.95,
                            source: "column \(label.words.joined(separator: " "))"))
                }
            }
        }
        return found
    }

    /// Between the bars of a line, or between its tabs.
    private func cells(_ line: Int) -> [Range<Int>] {
        let note = reader.note
        let range = note.lines[line]
        let bars = range.filter { note.scalars[$0] == "|" }
        let edges = bars.count > 1 ? bars : range.filter { note.scalars[$0] == "\t" }
        guard !edges.isEmpty else { return [] }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for edge in edges {
            cells.append(start..<edge)
            start = edge + 1
        }
        cells.append(start..<range.upperBound)
        return cells
    }

    /// The label that a cell consists of, with `#`, No. or a colon at its end.
    private func heading(_ cell: Range<Int>) -> NumberLabel? {
        let note = reader.note
        let tokens = note.tokens(in: cell)
        guard let first = tokens.first, tokens.count <= 6, note.tokens[first].isWord,
            let labels = NumberLabel.byFirstWord[note.tokens[first].key]
        else { return nil }
        for label in labels {
            guard let behind = reader.match(label, at: first), behind <= tokens.upperBound else { continue }
            let rest = note.tokens[behind..<tokens.upperBound]
            guard rest.allSatisfy({ ["#", "no", ".", ":", "number", "id", "num"].contains($0.key) }) else { continue }
            if label.mark != .optional, rest.isEmpty { continue }
            return label
        }
        return nil
    }
}
