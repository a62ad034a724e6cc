/// A record number without a label, alone in a cell of a line at the top that names somebody: `Ana Vela / N-20-4471-9 / b. 1946`.
struct HeadCodes {
    let scan: NoteScan
    /// Tokens that are part of a name.
    let isName: [Bool]

    func find() -> [Candidate] {
        var found: [Candidate] = []
        for cells in scan.headLines.prefix(6) where cells.count > 1 && cells.contains(where: { names($0) }) {
            for cell in cells where isCode(cell) {
                found.append(
                    Candidate(
                        range: scan.note.range(ofTokens: cell), type: .mrn, confidence: 0.85, source: "code in a head"))
            }
        }
        return found
    }

    private func names(_ cell: Range<Int>) -> Bool { cell.contains { isName[$0] } }

    /// Without a blank inside, with four digits or more; letters or a hyphen tell it from a count and a procedure.
    private func isCode(_ cell: Range<Int>) -> Bool {
        let range = scan.note.range(ofTokens: cell)
        let note = scan.note
        guard range.count >= 6, range.count <= 20, range.allSatisfy({ note.isCode($0) || note.isHyphen($0) }) else {
            return false
        }
        let digits = range.count(where: note.isDigit)
        let letters = range.count(where: note.isLatin)
        let hyphens = range.count - digits - letters
        return digits >= 4 && letters <= 5 && (letters > 0 || hyphens > 0) && (hyphens > 0 || digits >= 6)
            && !(note.digits(from: range.lowerBound) == 5 && hyphens == 1)
            && scan.dates.dates(in: range).isEmpty
    }
}
