/// The one source of chance of a run (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014). Each
/// concern takes a stream of its own, so that leaving one kind of fault out does not change all the others.
package struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64, stream: String = "") {
        state = seed
        for byte in stream.utf8 {
            state ^= UInt64(byte)
            state = state &* 0x0000_0100_0000_01B3
            _ = next()
        }
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ probability: Double) -> Bool {
        Double(next() >> 11) * 0x1p-53 < probability
    }

    /// In 0..<1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func span(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of a list that is not empty.
    mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &self)] }

    /// One of a list; nil of an empty one.
    mutating func any<T>(_ list: [T]) -> T? { list.isEmpty ? nil : pick(list) }
}
