/// "The left arm", "the upper lobe": a side and what it is the side of, which a question and its answer must share.
struct Sides: Sendable {
    private struct Side: Sendable {
        let axis: Int
        let end: Int
        /// Stems of the next words that are no sides.
        let nouns: Set<String>
    }

    private let all: [Side]

    init(_ words: [Word]) {
        all = words.indices.flatMap { index -> [Side] in
            guard let side = Self.table[words[index].folded] else { return [] }
            let behind = words[(index + 1)...].prefix(4).prefix { !$0.isStop || $0.folded == "side" }
                .filter { $0.folded != "sided" && Self.table[$0.folded] == nil }
            return side.map { Side(axis: $0.axis, end: $0.end, nouns: Set(behind.prefix(2).map(\.stem))) }
        }
    }

    /// Whether something has one side here and only the other one there.
    func contradict(_ said: Sides) -> Bool {
        all.contains { side in
            let others = said.all.filter { $0.axis == side.axis && !$0.nouns.isDisjoint(with: side.nouns) }
            return !others.isEmpty && !others.contains { $0.end == side.end }
        }
    }

    private static let table: [String: [(axis: Int, end: Int)]] = {
        let pairs = """
            left right; upper lower; anterior posterior; medial lateral; proximal distal; inner outer; front back
            dominant nondominant; ventral dorsal; superior inferior; northern southern; eastern western; north south
            east west; healthy injured; unaffected affected; strong weak; good bad; first last; first second; first third
            second third; initial terminal
            """
        var table: [String: [(axis: Int, end: Int)]] = [:]
        for (axis, pair) in pairs.split(whereSeparator: { $0 == ";" || $0 == "\n" }).enumerated() {
            for (end, word) in zip([1, -1], pair.split(separator: " ")) {
                table[String(word), default: []].append((axis, end))
            }
        }
        return table
    }()
}
