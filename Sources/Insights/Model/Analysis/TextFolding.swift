import Foundation

/// Text without marks and case, for ordering and finding.
enum TextFolding {
    /// Decomposed, without combining marks, in small letters: `Ångström` → `angstrom`.
    static func key(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var scalars = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark {
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The key with letters spelt as they are on an English keyboard, so that `oster` finds `Øster`.
    static func search(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var spelt = ""
        for scalar in key(text).unicodeScalars {
            if let letters = letters[scalar] { spelt += letters } else { spelt.unicodeScalars.append(scalar) }
        }
        return spelt
    }

    /// Letters that have no decomposition, and the apostrophes that stand for `'`.
    private static let letters: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h",
        "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'",
    ]

    /// Every word of the search, in any order; none asks for everything.
    static func words(_ text: String) -> [String] {
        search(text).split { $0.isWhitespace }.map(String.init)
    }
}
