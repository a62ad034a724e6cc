import Foundation

/// What a character means for searching: words are compared without case, accents and typographic variants.
enum FoldedScalar: Sendable {
    /// Between words.
    case separator
    /// Not there at all: accents, vowel points, soft hyphens, joiners.
    case nothing
    /// A mark that belongs to the letter before it, as the vowel signs of Indic scripts.
    case mark(String)
    case letters(String)
    /// A character that is a token of its own, as these scripts put no blanks between words.
    case character([String])

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case ..<0x80: self = Self.ascii(scalar)
        case 0x80..<0x3400: self = Self.table[Int(scalar.value) - 0x80]
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2A6DF: self = .character([String(scalar)])
        default: self = Self.folded(scalar)
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> FoldedScalar {
        switch UInt8(scalar.value) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): .letters(String(scalar))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .letters(String(Unicode.Scalar(UInt8(scalar.value) | 0x20)))
        default: .separator
        }
    }

    /// The alphabets, worked out once: Unicode's compatibility decomposition is slow to ask for.
    private static let table: [FoldedScalar] = (0x80..<0x3400).map { value in
        Unicode.Scalar(UInt32(value)).map(folded) ?? .separator
    }

    private static func folded(_ scalar: Unicode.Scalar) -> FoldedScalar {
        if isAccent(scalar) { return .nothing }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            break
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark(String(scalar))
        case .format: return .nothing
        default: return .separator
        }
        var text = ""
        for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars where !isAccent(part) {
            for lower in part.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) {
                text += letters[lower] ?? String(lower)
            }
        }
        guard let first = text.unicodeScalars.first else { return .nothing }
        guard standsAlone(first) else { return .letters(text) }
        return .character(characters(text))
    }

    /// Marks stay with the character before them; the letters of a Korean syllable are tokens each, so that both ways to
    /// write it are the same.
    private static func characters(_ text: String) -> [String] {
        text.unicodeScalars.reduce(into: []) { parts, scalar in
            if scalar.properties.generalCategory == .nonspacingMark, !parts.isEmpty {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            } else {
                parts.append(String(scalar))
            }
        }
    }

    /// Letters that Unicode does not take apart.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ς": "σ",
    ]

    /// Combining accents, Hebrew points, Arabic vowel signs, variation selectors.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
            0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670:
            true
        default: false
        }
    }

    /// Thai, Lao, Burmese, Khmer, Korean letters, kana, Chinese characters.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
