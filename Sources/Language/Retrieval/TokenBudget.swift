/// How much text may go to a model.
package struct TokenBudget: Sendable, Hashable {
    package let tokens: Int

    package init(tokens: Int) {
        self.tokens = tokens
    }

    /// For a provider that reads everything.
    package static let unlimited = TokenBudget(tokens: .max)

    /// An estimate on the safe side: English has about four characters in a token, other scripts fewer.
    package static func tokens(in text: String) -> Int {
        let bytes = text.utf8.count
        return (bytes + 2) / 3
    }
}
