/// Cuts loops: a recogniser that loses the thread says the same words again and again. People repeat themselves too, so
/// only what nobody says goes: six times the same word, four times the same two, three times the same three or more.
enum RepeatedWords {
    private static let longestUnit = 20

    /// - Parameter words: as they were recognised; compared without case and punctuation.
    /// - Returns: the indices to keep: of a loop its first turn.
    static func kept(_ words: [String]) -> [Int] {
        let words = words.map(normalised)
        var kept: [Int] = []
        var index = 0
        while index < words.count {
            guard let loop = loop(in: words, at: index) else {
                kept.append(index)
                index += 1
                continue
            }
            kept += index..<index + loop.unit
            index += loop.length
        }
        return kept
    }

    /// The shortest unit that repeats from `start` on, and how many words its turns have, a last one that was cut off
    /// included.
    private static func loop(in words: [String], at start: Int) -> (unit: Int, length: Int)? {
        for unit in 1...longestUnit where start + 2 * unit <= words.count {
            var end = start + unit
            while end < words.count, words[end] == words[end - unit] { end += 1 }
            let turns = (end - start) / unit
            // words of which nothing is left without punctuation are no loop
            if turns >= least(unit), words[start..<start + unit].contains(where: { !$0.isEmpty }) {
                return (unit, end - start)
            }
        }
        return nil
    }

    private static func least(_ unit: Int) -> Int {
        switch unit {
        case 1: 6
        case 2: 4
        default: 3
        }
    }

    private static func normalised(_ word: String) -> String {
        String(word.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
