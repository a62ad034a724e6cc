import Foundation

/// TextTiling (M. Hearst, Computational Linguistics 23(1), 1997): topics change where the words before and after a gap have
/// least in common, measured against the peaks on both sides.
enum TopicSegments {
    /// Sentences on each side of a gap that are compared.
    static let window = 6

    /// Where topics begin, as indices of `sentences`; the first is 0. Topics have at least `window` sentences.
    /// - Parameter sentences: stems.
    static func starts(_ sentences: [[String]], most: Int) -> [Int] {
        guard sentences.count >= 2 * window, most > 1 else { return sentences.isEmpty ? [] : [0] }
        let likeness = (1..<sentences.count).map { gap in
            cosine(
                sentences[max(0, gap - window)..<gap].joined(),
                sentences[gap..<min(sentences.count, gap + window)].joined())
        }
        let depths = likeness.indices.map { gap in
            peak(likeness[...gap].reversed()) + peak(likeness[gap...]) - 2 * likeness[gap]
        }
        let mean = depths.reduce(0, +) / Double(depths.count)
        let spread = sqrt(depths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(depths.count))
        var starts = [0]
        for gap in depths.indices.sorted(by: { (depths[$1], $0) < (depths[$0], $1) }) {
            guard starts.count < most, depths[gap] > mean - spread / 2 else { break }
            let start = gap + 1
            guard sentences.count - start >= window, starts.allSatisfy({ abs($0 - start) >= window }) else { continue }
            starts.append(start)
        }
        return starts.sorted()
    }

    /// The height reached by climbing from the first value on.
    private static func peak(_ values: some Sequence<Double>) -> Double {
        var highest = 0.0
        for value in values {
            if value < highest { break }
            highest = value
        }
        return highest
    }

    private static func cosine(_ left: some Sequence<String>, _ right: some Sequence<String>) -> Double {
        let a = Dictionary(left.map { ($0, 1.0) }, uniquingKeysWith: +)
        let b = Dictionary(right.map { ($0, 1.0) }, uniquingKeysWith: +)
        let product = a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) }
        let lengths = sqrt(a.values.reduce(0) { $0 + $1 * $1 } * b.values.reduce(0) { $0 + $1 * $1 })
        return lengths > 0 ? product / lengths : 0
    }
}
