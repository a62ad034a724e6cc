/// Lowercase hexadecimal, byte by byte.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(_ bytes: some Collection<UInt8>) -> String {
        var characters: [UInt8] = []
        characters.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            characters.append(digits[Int(byte >> 4)])
            characters.append(digits[Int(byte & 15)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Bytes of an even number of hexadecimal digits of either case; nil for anything else.
    package static func bytes(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 2)
        for index in stride(from: 0, to: characters.count, by: 2) {
            guard let high = value(characters[index]), let low = value(characters[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Appends the low `digits` hexadecimal digits of a number, zero-padded.
    package static func append(_ number: UInt64, digits count: Int, to bytes: inout [UInt8]) {
        for place in stride(from: count - 1, through: 0, by: -1) {
            bytes.append(digits[Int((number >> UInt64(place * 4)) & 15)])
        }
    }

    /// A number written in lowercase digits only; nil when another byte occurs.
    package static func lowercaseNumber(_ characters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        var number: UInt64 = 0
        for character in characters {
            guard isLowercaseDigit(character), let digit = value(character) else { return nil }
            number = number << 4 | UInt64(digit)
        }
        return number
    }

    package static func isLowercaseDigit(_ character: UInt8) -> Bool {
        (0x30...0x39).contains(character) || (0x61...0x66).contains(character)
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x61...0x66: character - 0x57
        case 0x41...0x46: character - 0x37
        default: nil
        }
    }
}
