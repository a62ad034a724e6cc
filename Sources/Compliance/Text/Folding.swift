import Foundation

/// Lower case without diacritics, code point by code point: `É` becomes `e`, `ß` `ss`, a curly apostrophe a straight one.
enum Folding {
    static func append(_ scalar: Unicode.Scalar, to key: inout String) {
        if scalar.isASCII {
            let value = UInt8(scalar.value)
            key.unicodeScalars.append(Unicode.Scalar(value >= 0x41 && value <= 0x5A ? value + 32 : value))
            return
        }
        if scalar == "\u{2019}" {
            key.append("'")
            return
        }
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        where part.properties.generalCategory != .nonspacingMark {
            switch part {
            case "ß": key.append("ss")
            case "ø", "Ø": key.append("o")
            case "ł", "Ł": key.append("l")
            case "đ", "Đ": key.append("d")
            case "æ", "Æ": key.append("ae")
            case "œ", "Œ": key.append("oe")
            default: key.append(part.properties.lowercaseMapping)
            }
        }
    }
}
