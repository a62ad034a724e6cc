import Foundation

/// LexRank (G. Erkan and D. Radev, "LexRank: Graph-based lexical centrality as salience in text summarization", JAIR 22,
/// 2004): a sentence matters when sentences that matter are like it. Similarities are kept in sparse rows.
struct Centrality: Sendable {
    /// Cosine below which two sentences count as strangers.
    static let threshold = 0.08
    /// The chance of jumping to any sentence.
    static let damping = 0.15
    /// Beyond this the graph is taken over an even choice of sentences; three hours of speech have about 2,500.
    static let mostSentences = 4000

    private let vectors: [[String: Double]]

    init(_ sentences: [SentenceBook.Entry], rarity: (String) -> Double) {
        vectors = sentences.map { sentence in
            var vector: [String: Double] = [:]
            for stem in sentence.stems { vector[stem, default: 0] += rarity(stem) }
            let length = sqrt(vector.values.reduce(0) { $0 + $1 * $1 })
            return length > 0 ? vector.mapValues { $0 / length } : [:]
        }
    }

    func similarity(_ left: Int, _ right: Int) -> Double {
        let (short, long) = vectors[left].count < vectors[right].count ? (left, right) : (right, left)
        return vectors[short].reduce(0) { $0 + $1.value * (vectors[long][$1.key] ?? 0) }
    }

    /// One score for each sentence; they sum to 1.
    func scores() -> [Double] {
        let count = vectors.count
        guard count > 1 else { return Array(repeating: 1, count: count) }
        let rows = neighbours()
        let sums = rows.map { $0.reduce(0) { $0 + $1.weight } }
        var scores = Array(repeating: 1 / Double(count), count: count)
        for _ in 0..<40 {
            var next = Array(repeating: Self.damping / Double(count), count: count)
            for (index, row) in rows.enumerated() where sums[index] > 0 {
                let share = (1 - Self.damping) * scores[index] / sums[index]
                for edge in row { next[edge.to] += share * edge.weight }
            }
            let change = zip(scores, next).reduce(0) { $0 + abs($1.0 - $1.1) }
            scores = next
            if change < 1e-6 { break }
        }
        return scores
    }

    /// Pairs that share a word, by way of an inverted list; words of more than a tenth of many sentences join everybody with
    /// everybody and are left out.
    private func neighbours() -> [[(to: Int, weight: Double)]] {
        var postings: [String: [Int]] = [:]
        for (index, vector) in vectors.enumerated() {
            for stem in vector.keys { postings[stem, default: []].append(index) }
        }
        let most = max(40, vectors.count / 10)
        return vectors.indices.map { index in
            var sums: [Int: Double] = [:]
            for (stem, weight) in vectors[index] {
                guard let others = postings[stem], others.count <= most else { continue }
                for other in others where other != index {
                    sums[other, default: 0] += weight * (vectors[other][stem] ?? 0)
                }
            }
            return sums.filter { $0.value >= Self.threshold }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }
}
