/// One setting as `rounds config explain` shows it.
struct ExplainedSetting: Encodable, Sendable {
    let key: String
    /// Secrets as asterisks; nil when there is none.
    let value: String?
    let source: String
    let environment: [String]
}

extension Configuration {
    /// Every key in the order of the table.
    func explained() -> [ExplainedSetting] {
        ConfigurationKey.allCases.map { key in
            let value = value(key)
            return ExplainedSetting(
                key: key.name, value: value.map { shown($0.text, key) },
                source: (value?.source ?? .standard).description, environment: key.entry.environment)
        }
    }

    /// Of a database's address the user and the password are kept back, and what follows the `?`.
    private func shown(_ text: String, _ key: ConfigurationKey) -> String {
        guard key.entry.isSecret else { return text }
        guard key == .databaseURL else { return "********" }
        let place = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        guard let at = place.lastIndex(of: "@"), let scheme = place.firstRange(of: "://") else { return String(place) }
        return place[..<scheme.upperBound] + "********" + place[at...]
    }
}
