import Kernel

/// Which number stands for whom. Kept from note to note of an episode, it keeps `[PROVIDER_2]` the same person.
/// With a key, what it remembers are HMACs, so that the table itself names nobody.
package struct Pseudonyms: Codable, Sendable, Equatable {
    private var numbers: [String: [String: Int]] = [:]
    private var key: [UInt8] = []

    private enum CodingKeys: String, CodingKey { case numbers }

    /// - Parameter key: Secret of the episode's owner; empty for a single note.
    package init(key: [UInt8] = []) {
        self.key = key
    }

    /// The same table under the key that was used to make it; a decoded one has none.
    package func keyed(_ key: [UInt8]) -> Pseudonyms {
        var copy = self
        copy.key = key
        return copy
    }

    /// - Parameters:
    ///   - kind: `PROVIDER`, `MRN`…: each is numbered from 1.
    ///   - identity: What makes two mentions the same, folded: a surname, the digits of a number.
    package mutating func number(_ kind: String, _ identity: String) -> Int {
        let name = key.isEmpty ? identity : Hex.text(Digest.hmacSHA256(Array("\(kind)\u{0}\(identity)".utf8), key: key))
        if let known = numbers[kind]?[name] { return known }
        let next = (numbers[kind]?.count ?? 0) + 1
        numbers[kind, default: [:]][name] = next
        return next
    }
}
