/// How many letters must be put in, taken out or exchanged to make one word of another (Levenshtein).
enum EditDistance {
    /// nil when it is more than `limit`
    static func between(_ one: String, _ other: String, upTo limit: Int) -> Int? {
        let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        guard abs(left.count - right.count) <= limit else { return nil }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, against) in right.enumerated() {
                let cost = diagonal + (letter == against ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(cost, row[j] + 1, diagonal + 1)
            }
            if let least = row.min(), least > limit { return nil }
        }
        return row[right.count] <= limit ? row[right.count] : nil
    }
}
