/// Which key somebody meant who wrote another.
enum NearestName {
    /// The key with the fewest changed letters; the last part alone counts too, for a key in the wrong group.
    static func of(_ name: String) -> ConfigurationKey {
        let typed = name.lowercased()
        let last = lastPart(typed)
        let distances = ConfigurationKey.allCases.map { key in
            (key, min(distance(typed, key.name), 1 + distance(last, lastPart(key.name)) * 2))
        }
        return distances.min { $0.1 < $1.1 }?.0 ?? .host
    }

    /// Levenshtein's: letters put in, left out or changed.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = byte == other ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[right.count]
    }

    private static func lastPart(_ name: String) -> String { name.split(separator: ".").last.map(String.init) ?? name }
}
