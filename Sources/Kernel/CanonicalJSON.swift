extension JSONValue {
    /// The JSON Canonicalization Scheme (RFC 8785): members in the order of their names' UTF-16 units, no white space,
    /// numbers as ECMAScript writes them. Equal values give equal bytes here and in the browser.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        appendCanonical(to: &bytes)
        return bytes
    }

    package var canonicalText: String {
        String(decoding: canonicalBytes, as: UTF8.self)
    }

    package func appendCanonical(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): bytes.append(contentsOf: CanonicalJSON.text(number).utf8)
        case .string(let text): CanonicalJSON.append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.appendCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let sorted = members.sorted { CanonicalJSON.precedes($0.key, $1.key) }
            for (index, member) in sorted.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                CanonicalJSON.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.appendCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}

package enum CanonicalJSON {
    /// A string in quotes; only what must be escaped is, as `JSON.stringify` does it.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x00..<0x20:
                bytes.append(contentsOf: "\\u".utf8)
                Hex.append(UInt64(byte), digits: 4, to: &bytes)
            default: bytes.append(byte)
            }
        }
    }

    /// The order of UTF-16 units. UTF-8 bytes have the same up to U+DFFF, that is without a lead byte from 0xEE.
    fileprivate static func precedes(_ one: String, _ other: String) -> Bool {
        if one.utf8.contains(where: { $0 >= 0xEE }) || other.utf8.contains(where: { $0 >= 0xEE }) {
            return one.utf16.lexicographicallyPrecedes(other.utf16)
        }
        return one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// A finite number as ECMA-262 `Number::toString` writes it: the shortest digits that read back to the same value,
    /// an exponent below 1e-6 and from 1e21. What is not finite has no JSON and becomes `null`.
    package static func text(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        guard number != 0 else { return "0" }
        let (digits, point) = shortestDigits(number.magnitude)
        let sign = number < 0 ? "-" : ""
        let count = digits.count
        if count <= point && point <= 21 { return sign + digits + String(repeating: "0", count: point - count) }
        if 0 < point && point <= 21 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
        if -6 < point && point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        let exponent = (point - 1 < 0 ? "-" : "+") + String((point - 1).magnitude)
        return sign + digits.prefix(1) + (count > 1 ? "." + digits.dropFirst() : "") + "e" + exponent
    }

    /// The significant digits and where the decimal point stands after the first of them (1.5 → "15", 1).
    private static func shortestDigits(_ number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let whole = mantissa[0]
        let all = whole + (mantissa.count > 1 ? mantissa[1] : "")
        let leadingZeros = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leadingZeros)
        while digits.last == "0" { digits.removeLast() }
        return (String(digits), whole.count + exponent - leadingZeros)
    }
}
