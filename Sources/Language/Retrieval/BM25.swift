import Foundation

/// Okapi BM25 over passages (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
package struct BM25: Sendable {
    /// How fast a repeated word stops adding to the score.
    package static let k1 = 1.2
    /// How much a long passage is held back: 0 not at all, 1 in full.
    package static let b = 0.75

    private var postings: [String: [(document: Int, count: Int)]] = [:]
    private let lengths: [Double]
    private let averageLength: Double

    /// - Parameter documents: the stems of each passage.
    package init(_ documents: [[String]]) {
        lengths = documents.map { Double($0.count) }
        averageLength = max(1, lengths.reduce(0, +) / Double(max(1, documents.count)))
        for (number, stems) in documents.enumerated() {
            for (stem, count) in Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +) {
                postings[stem, default: []].append((number, count))
            }
        }
    }

    package var count: Int { lengths.count }

    package func contains(_ stem: String) -> Bool { postings[stem] != nil }

    /// Robertson and Spärck Jones' weight, kept above zero for words of more than half of the passages.
    package func weight(of stem: String) -> Double {
        let documents = Double(postings[stem]?.count ?? 0)
        return log(1 + (Double(lengths.count) - documents + 0.5) / (documents + 0.5))
    }

    /// Passages that hold a word of the query, best first; ties in the order of the passages.
    /// - Parameter query: stems with their weights.
    package func ranked(_ query: [String: Double]) -> [(document: Int, score: Double)] {
        var scores: [Int: Double] = [:]
        for (stem, importance) in query.sorted(by: { $0.key < $1.key }) {
            let weight = weight(of: stem) * importance
            for (document, count) in postings[stem] ?? [] {
                let frequency = Double(count)
                let length = 1 - Self.b + Self.b * lengths[document] / averageLength
                scores[document, default: 0] += weight * frequency * (Self.k1 + 1) / (frequency + Self.k1 * length)
            }
        }
        return scores.map { (document: $0.key, score: $0.value) }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    }
}
