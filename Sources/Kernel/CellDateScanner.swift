/// The grammar behind `CellDate`, over the bytes of a cleaned cell.
struct CellDateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func day(_ order: CellDate.Order) -> (year: Int, month: Int, day: Int)? {
        guard let (first, digits) = number() else { return nil }
        if digits == 4 {
            guard skip("-"), let month = number(upTo: 2), skip("-"), let day = number(upTo: 2) else { return nil }
            return (first, month, day)
        }
        guard digits <= 2, let separator = next(), [0x2F, 0x2D, 0x2E, 0x20].contains(separator) else { return nil }
        if let month = monthName() {
            guard next() == separator, let year = year() else { return nil }
            return (year, month, first)
        }
        guard separator != 0x20, let second = number(upTo: 2), next() == separator, let year = year() else {
            return nil
        }
        return order == .dayFirst ? (year, second, first) : (year, first, second)
    }

    /// `T` or a blank, then `H:MM[:SS[.fraction]]`, then AM or PM or an offset from UTC.
    mutating func time() -> (nanoseconds: Int64, offsetMinutes: Int?)? {
        guard let separator = next(), separator == 0x20 || separator | 0x20 == UInt8(ascii: "t") else { return nil }
        guard var hour = number(upTo: 2), skip(":"), let minute = twoDigits(), minute < 60 else { return nil }
        var second = 0
        var fraction: Int64 = 0
        if skip(":") {
            guard let value = twoDigits(), value < 60 else { return nil }
            second = value
            if skip(".") {
                guard let value = nanoseconds() else { return nil }
                fraction = value
            }
        }
        if let isAfternoon = halfOfDay() {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard hour < 24 else { return nil }
        var offset: Int?
        if !isAtEnd {
            guard let minutes = offsetMinutes() else { return nil }
            offset = minutes
        }
        return (Int64(hour * 3600 + minute * 60 + second) * 1_000_000_000 + fraction, offset)
    }

    /// `AM`, `pm`, with or without a blank before it and dots inside it.
    private mutating func halfOfDay() -> Bool? {
        let letters = bytes[position...].filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
        guard letters == Array("am".utf8) || letters == Array("pm".utf8) else { return nil }
        position = bytes.count
        return letters[0] == UInt8(ascii: "p")
    }

    private mutating func offsetMinutes() -> Int? {
        _ = skip(" ")
        guard let sign = next() else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = twoDigits(), hours < 24 else {
            return nil
        }
        _ = skip(":")
        let minutes = isAtEnd ? 0 : twoDigits()
        guard let minutes, minutes < 60 else { return nil }
        return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// A month in English, three letters or in full, any case.
    private mutating func monthName() -> Int? {
        let letters = bytes[position...].prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
        guard !letters.isEmpty else { return nil }
        let names = Self.monthNames
        let word = String(decoding: letters, as: UTF8.self)
        guard let index = names.firstIndex(where: { word == $0 || word == $0.prefix(3) }) ?? (word == "sept" ? 8 : nil)
        else { return nil }
        position += letters.count
        return index + 1
    }

    private mutating func year() -> Int? {
        guard let (value, digits) = number(), digits == 2 || digits == 4 else { return nil }
        return digits == 2 ? 2000 + value : value
    }

    /// A number of any length up to nine digits, and how many digits it has.
    private mutating func number() -> (value: Int, digits: Int)? {
        let digits = bytes[position...].prefix { Decimal.isDigit($0) }
        guard (1...9).contains(digits.count) else { return nil }
        position += digits.count
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }

    private mutating func number(upTo maximum: Int) -> Int? {
        guard let (value, digits) = number(), digits <= maximum else { return nil }
        return value
    }

    private mutating func twoDigits() -> Int? {
        let digits = bytes[position...].prefix(2)
        guard digits.count == 2, digits.allSatisfy(Decimal.isDigit) else { return nil }
        position += 2
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// A fraction of a second; digits beyond the ninth are cut.
    private mutating func nanoseconds() -> Int64? {
        let digits = bytes[position...].prefix { Decimal.isDigit($0) }
        guard !digits.isEmpty else { return nil }
        position += digits.count
        var value: Int64 = 0
        for digit in digits.prefix(9) { value = value * 10 + Int64(digit - 0x30) }
        for _ in min(9, digits.count)..<9 { value *= 10 }
        return value
    }

    private mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}
