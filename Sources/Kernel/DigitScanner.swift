/// Reads fixed-width numbers from the UTF-8 bytes of a text.
struct DigitScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    /// Exactly this many decimal digits.
    mutating func number(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard Decimal.isDigit(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        position += digits
        return number
    }

    /// One or more digits after a decimal point, cut to thousandths.
    mutating func thousandths() -> Int? {
        var number = 0
        var count = 0
        while let byte = peek, Decimal.isDigit(byte) {
            if count < 3 { number = number * 10 + Int(byte - 0x30) }
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<max(count, 3) { number *= 10 }
        return number
    }

    /// `Z`, `z` or `±HH:MM`, in minutes east of UTC.
    mutating func offsetMinutes() -> Int? {
        guard let sign = next() else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(digits: 2), hours < 24, skip(UInt8(ascii: ":")),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}

enum Decimal {
    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    /// Appends a number of at least this many digits, zero-padded.
    static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let magnitude = number.magnitude
        var place: UInt = 1
        for _ in 1..<digits { place *= 10 }
        while magnitude / place >= 10 { place *= 10 }
        while place > 0 {
            bytes.append(0x30 + UInt8(magnitude / place % 10))
            place /= 10
        }
    }
}
