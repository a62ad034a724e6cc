import Synchronization

/// Identifiers are lowercase UUID text everywhere: in the database, on the wire and in addresses.
package enum Identifier {
    /// A UUIDv7 (RFC 9562 §5.7) of a given millisecond and given randomness; the simulator's reproducible source.
    package static func v7(at instant: Instant, random: inout some RandomNumberGenerator) -> String {
        v7(
            milliseconds: UInt64(clamping: instant.milliseconds),
            sequence: UInt16.random(in: 0...0xFFF, using: &random),
            random: random.next())
    }

    /// A UUIDv7 of now, greater than every one this process made before.
    ///
    /// The twelve bits after the time are a counter (RFC 9562 §6.2, method 1) that starts at a random value below 2048
    /// every millisecond. When it overflows, or the clock steps back, the last millisecond moves on by itself.
    package static func v7() -> String {
        let (milliseconds, sequence) = sequencer.withLock { $0.next(now: UInt64(clamping: Instant.now().milliseconds)) }
        var random = SystemRandomNumberGenerator()
        return v7(milliseconds: milliseconds, sequence: sequence, random: random.next())
    }

    /// A UUIDv8 (RFC 9562 §5.8) that everybody who knows the same parts derives alike:
    /// the first 16 bytes of SHA-256 over the parts joined by U+001F.
    package static func derived(_ parts: [String]) -> String {
        text(version: 8, Array(Digest.sha256(Array(parts.joined(separator: "\u{1F}").utf8)).prefix(16)))
    }

    /// Whether a text is a UUID of any version in canonical lowercase form (RFC 9562 §4).
    package static func isValid(_ text: String) -> Bool {
        guard text.utf8.count == 36 else { return false }
        var position = 0
        for character in text.utf8 {
            switch position {
            case 8, 13, 18, 23: if character != UInt8(ascii: "-") { return false }
            default: if !Hex.isLowercaseDigit(character) { return false }
            }
            position += 1
        }
        return true
    }

    private static func v7(milliseconds: UInt64, sequence: UInt16, random: UInt64) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for shift in stride(from: 40, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: milliseconds >> shift))
        }
        bytes.append(UInt8(truncatingIfNeeded: sequence >> 8))
        bytes.append(UInt8(truncatingIfNeeded: sequence))
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: random >> shift)) }
        return text(version: 7, bytes)
    }

    private static func text(version: UInt8, _ source: [UInt8]) -> String {
        var bytes = source
        bytes[6] = bytes[6] & 0x0F | version << 4
        bytes[8] = bytes[8] & 0x3F | 0x80
        var characters = Array(Hex.text(bytes).utf8)
        for position in [20, 16, 12, 8] { characters.insert(UInt8(ascii: "-"), at: position) }
        return String(decoding: characters, as: UTF8.self)
    }

    private static let sequencer = Mutex(Sequencer())

    private struct Sequencer {
        var milliseconds: UInt64 = 0
        var counter: UInt16 = 0

        mutating func next(now: UInt64) -> (UInt64, UInt16) {
            if now > milliseconds {
                milliseconds = now
                counter = UInt16.random(in: 0..<0x800)
            } else if counter == 0xFFF {
                milliseconds += 1
                counter = UInt16.random(in: 0..<0x800)
            } else {
                counter += 1
            }
            return (milliseconds, counter)
        }
    }
}
