/// How the text of a setting is read.
package enum ConfigurationKind: Sendable, Equatable {
    case text
    case flag
    case integer(ClosedRange<Int>)
    case choice([String])

    /// The text as it is kept: flags as true or false, choices in lower case. nil when it cannot be meant.
    func cleaned(_ text: String) -> String? {
        switch self {
        case .text: return text
        case .flag: return Self.flag(text).map { $0 ? "true" : "false" }
        case .integer(let range):
            guard let number = Int(text), range.contains(number) else { return nil }
            return String(number)
        case .choice(let choices):
            let text = text.lowercased()
            return choices.contains(text) ? text : nil
        }
    }

    /// Completes "RATE_LIMIT_ENABLED must be …".
    var expected: String {
        switch self {
        case .text: "a text"
        case .flag: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .choice(let choices): "one of \(choices.joined(separator: ", "))"
        }
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1", "yes", "on": true
        case "false", "0", "no", "off": false
        default: nil
        }
    }
}
