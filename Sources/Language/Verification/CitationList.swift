/// Gives numbers to proofs, in the order in which they come; the same sentences have one number.
struct CitationList {
    private let passages: [Passage]
    private(set) var citations: [Citation] = []
    private var numbers: [Verifier.Proof: Int] = [:]

    init(passages: [Passage]) {
        self.passages = passages
    }

    mutating func numbers(of proofs: [Verifier.Proof]) -> [Int] {
        proofs.map { number(of: $0) }
    }

    mutating func cited(_ statement: Verifier.Checked) -> CitedText {
        CitedText(text: statement.text, citations: numbers(of: statement.proofs))
    }

    private mutating func number(of proof: Verifier.Proof) -> Int {
        if let number = numbers[proof] { return number }
        let passage = passages[proof.passage]
        let text = passage.text.utf8
        let start = text.distance(from: text.startIndex, to: proof.range.lowerBound)
        let end = text.distance(from: text.startIndex, to: proof.range.upperBound)
        let number = citations.count + 1
        citations.append(
            Citation(
                n: number, passage: passage.id, source: passage.source, start: passage.second(at: start),
                end: passage.second(at: end), page: passage.page, quote: proof.quote))
        numbers[proof] = number
        return number
    }
}
