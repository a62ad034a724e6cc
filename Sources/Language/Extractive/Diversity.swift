/// Maximal marginal relevance (J. Carbonell and J. Goldstein, SIGIR 1998): the best that says something new.
enum Diversity {
    /// How much relevance counts against newness.
    static let balance = 0.7

    /// Indices of `scores`, best first.
    static func choose(
        _ limit: Int, scores: [Double], among candidates: [Int], similarity: (Int, Int) -> Double
    ) -> [Int] {
        let most = candidates.map { scores[$0] }.max() ?? 0
        guard most > 0 else { return Array(candidates.prefix(limit)) }
        // far down the list nothing will be chosen; it keeps the work linear in the length of a lecture
        var left = Array(candidates.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit * 8))
        var nearest = Array(repeating: 0.0, count: left.count)
        var chosen: [Int] = []
        while chosen.count < limit, !left.isEmpty {
            let worth = left.indices.map { balance * scores[left[$0]] / most - (1 - balance) * nearest[$0] }
            guard let best = worth.indices.max(by: { worth[$0] < worth[$1] }) else { break }
            let pick = left.remove(at: best)
            nearest.remove(at: best)
            chosen.append(pick)
            for index in left.indices { nearest[index] = max(nearest[index], similarity(left[index], pick)) }
        }
        return chosen
    }
}
