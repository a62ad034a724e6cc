/// Cuts code points into tokens and lines in one pass.
enum Tokenizer {
    static func cut(_ scalars: [Unicode.Scalar]) -> (tokens: [Token], lines: [Range<Int>]) {
        var tokens: [Token] = []
        tokens.reserveCapacity(scalars.count / 4)
        var lines: [Range<Int>] = []
        var lineStart = 0
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar == "\n" || scalar == "\r" {
                let end = scalar == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n" ? at + 2 : at + 1
                lines.append(lineStart..<at)
                tokens.append(Token(range: at..<end, kind: .lineBreak, shape: .none, key: "\n"))
                (at, lineStart) = (end, end)
            } else if isSpace(scalar) {
                at += 1
            } else if isDigit(scalar) {
                let end = endOfNumber(scalars, from: at)
                tokens.append(token(scalars, at..<end, .number))
                at = end
            } else if isLetter(scalar) {
                let end = endOfWord(scalars, from: at)
                tokens.append(token(scalars, at..<end, .word))
                at = end
            } else {
                tokens.append(token(scalars, at..<(at + 1), .symbol))
                at += 1
            }
        }
        lines.append(lineStart..<scalars.count)
        return (tokens, lines)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
            || (!scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark))
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || (!scalar.isASCII && scalar.properties.isWhitespace) || scalar.value < 0x20
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

    private static func endOfWord(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            if isLetter(scalars[end]) {
                end += 1
            } else if isApostrophe(scalars[end]), end + 1 < scalars.count, isLetter(scalars[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// `12`, `2.5`, `1,050`: one decimal point with digits after it, commas only before groups of three.
    private static func endOfNumber(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        func digits(_ from: Int) -> Int {
            var end = from
            while end < scalars.count, isDigit(scalars[end]) { end += 1 }
            return end
        }
        var end = digits(start)
        if end - start <= 3 {
            while end < scalars.count, scalars[end] == ",", digits(end + 1) == end + 4 { end += 4 }
        }
        if end + 1 < scalars.count, scalars[end] == ".", isDigit(scalars[end + 1]) {
            let fraction = digits(end + 1)
            // 1.2.3 and 192.0.2.1 are no decimals
            let goesOn = fraction + 1 < scalars.count && scalars[fraction] == "." && isDigit(scalars[fraction + 1])
            let follows = start >= 2 && scalars[start - 1] == "." && isDigit(scalars[start - 2])
            if !goesOn, !follows { end = fraction }
        }
        return end
    }

    private static func token(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ kind: Token.Kind) -> Token {
        var (upper, lower, first) = (0, 0, false)
        if scalars[range].allSatisfy(\.isASCII) {
            let key = String(unsafeUninitializedCapacity: range.count) { bytes in
                for (offset, at) in range.enumerated() {
                    var byte = UInt8(scalars[at].value)
                    if byte >= 0x41, byte <= 0x5A {
                        byte += 32
                        upper += 1
                        if offset == 0 { first = true }
                    } else if byte >= 0x61, byte <= 0x7A {
                        lower += 1
                    }
                    bytes[offset] = byte
                }
                return range.count
            }
            return Token(range: range, kind: kind, shape: shape(kind, upper, lower, first), key: key)
        }
        var key = ""
        for at in range {
            let scalar = scalars[at]
            if scalar.isASCII {
                if scalar >= "A" && scalar <= "Z" {
                    key.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
                    upper += 1
                    if at == range.lowerBound { first = true }
                } else {
                    if scalar >= "a" && scalar <= "z" { lower += 1 }
                    key.unicodeScalars.append(scalar)
                }
            } else {
                if scalar.properties.isUppercase {
                    upper += 1
                    if at == range.lowerBound { first = true }
                } else if scalar.properties.isLowercase {
                    lower += 1
                }
                Folding.append(scalar, to: &key)
            }
        }
        return Token(range: range, kind: kind, shape: shape(kind, upper, lower, first), key: key)
    }

    private static func shape(_ kind: Token.Kind, _ upper: Int, _ lower: Int, _ first: Bool) -> Token.Shape {
        if kind != .word || upper + lower == 0 { return .none }
        if upper == 0 { return .lower }
        if lower == 0 { return upper == 1 ? .capitalised : .upper }
        return upper == 1 && first ? .capitalised : .mixed
    }
}
