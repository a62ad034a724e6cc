import Foundation

/// How well an entry fits a query: Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with
/// the usual k1 = 1.2 and b = 0.75, over clauses instead of words.
///
/// Worked out here and not by an engine, so that both give the same order. Sizes are rounded: pages of one search stay in
/// order while a transcript grows.
struct TextRanking: Sendable {
    private let weights: [Double]
    private let length: Double

    /// - Parameters:
    ///   - entries, words: of the whole index
    ///   - frequencies: for each clause, in how many entries it stands, roughly
    init(entries: Int64, words: Int64, frequencies: [Int]) {
        let size = exp2(log2(Double(max(entries, 1))).rounded())
        length = max(1, (Double(words) / Double(max(entries, 1))).rounded())
        weights = frequencies.map { frequency in
            let found = min(Double(frequency), size)
            return log(1 + (size - found + 0.5) / (found + 0.5))
        }
    }

    /// In millionths.
    func score(counts: [Int], words: Int) -> Int64 {
        let norm = 1.2 * (0.25 + 0.75 * Double(words) / length)
        let score = zip(weights, counts).reduce(0) { sum, clause in
            sum + clause.0 * Double(clause.1) * 2.2 / (Double(clause.1) + norm)
        }
        return Int64((score * 1_000_000).rounded())
    }
}
