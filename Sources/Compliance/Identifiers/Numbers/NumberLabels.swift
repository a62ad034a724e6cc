/// Words that announce an identifier: `MR#`, `Record No.`, `Member ID:`, `Lic #`.
struct NumberLabel: Sendable {
    enum Mark: Sendable {
        /// The number may follow the words directly.
        case optional
        /// `#`, a colon, No., number or ID must stand between, or the number's form must be strong, for the words have other
        /// meanings.
        case required
        /// `#`, No., number or ID must stand between, or a colon and a strong form: "Plan: 2x/wk", "Patient: 85 yo".
        case number
    }

    enum Value: Sendable {
        /// Letters and digits with hyphens, points or slashes inside, at least one of them a digit.
        case code
        /// `NLC 2258`, `7ABC123`.
        case plate
        /// A user's name; digits are not needed.
        case user
    }

    let words: [String]
    let type: IdentifierType
    let sub: String?
    let mark: Mark
    let value: Value
    /// The fewest letters and digits.
    let least: Int

    /// Labels by their first word, longest first.
    static let byFirstWord: [String: [NumberLabel]] = {
        var table: [String: [NumberLabel]] = [:]
        for label in records + plans + accounts + licences + things + people + codes {
            table[label.words[0], default: []].append(label)
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    static func list(
        _ type: IdentifierType, _ mark: Mark, least: Int = 4, sub: String? = nil, value: Value = .code, _ labels: String
    ) -> [NumberLabel] {
        labels.split(separator: ",").map { label in
            let words = label.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
            return NumberLabel(words: words, type: type, sub: sub, mark: mark, value: value, least: least)
        }
    }
}
