import Kernel
@testable import Insights

/// Writes texts, identifiers and yes or no in the ways that exports do.
struct CellNotation {
    static let yes = ["true", "t", "yes", "y", "1", "1.0"]
    static let no = ["false", "f", "no", "n", "0", "0.0", ""]
    static let odd = ["maybe", "P", "late", "-", "NaN", "NA", "None", "2", "tru", "yes?", "10", "null"]

    /// Spaces at the ends, and other white space for the blanks inside.
    static func padded(_ text: String, _ random: inout SeededRandom) -> String {
        guard random.chance(0.25) else { return text }
        let ends = ["", "", " ", "  ", "\u{A0}", "\t", "\n"]
        let inner = random.one(of: [" ", "  ", "\u{A0}", "\n", "\r\n", " \n ", "\t"])
        return random.one(of: ends) + text.split(separator: " ").joined(separator: inner) + random.one(of: ends)
    }

    static func anyCase(_ text: String, _ random: inout SeededRandom) -> String {
        switch random.number(0...3) {
        case 0: text.uppercased()
        case 1: text.lowercased()
        case 2: text.prefix(1).uppercased() + text.dropFirst().lowercased()
        default: text
        }
    }

    static func blank(_ random: inout SeededRandom) -> String {
        random.one(of: ["", "", " ", "   ", "\u{A0}", "\n", "\t "])
    }

    static func identifier(_ id: String, _ random: inout SeededRandom) -> String {
        let isNumber = id.allSatisfy { "0123456789".contains($0) }
        return padded(isNumber && random.chance(0.2) ? id + ".0" : id, &random)
    }

    static func token(_ value: Bool, yes more: [String], no others: [String], _ random: inout SeededRandom) -> String {
        padded(anyCase(random.one(of: value ? yes + more : no + others), &random), &random)
    }

    static func certificate(_ certificate: TrueRow.Certificate, _ random: inout SeededRandom) -> String {
        switch certificate {
        case .none: token(false, yes: [], no: [], &random)
        case .given: token(true, yes: [], no: [], &random)
        case .reason(let text): padded(text, &random)
        }
    }

    static func registerType(_ is50: Bool, _ random: inout SeededRandom) -> String {
        padded(random.one(of: is50 ? ["50", "50.0"] : ["1", "2", "", "51", "5", "500", "50x"]), &random)
    }
}
