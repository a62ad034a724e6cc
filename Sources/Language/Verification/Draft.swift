/// What a provider wrote, read and not yet believed.
package struct Draft: Sendable, Hashable {
    /// Words that are said to stand in a passage.
    package struct Reference: Sendable, Hashable {
        /// Place of the passage in the evidence, from 1 as the provider numbers it.
        package let passage: Int
        package let quote: String

        package init(passage: Int, quote: String) {
            self.passage = passage
            self.quote = quote
        }
    }

    package struct Statement: Sendable, Hashable {
        package let text: String
        package let references: [Reference]

        package init(text: String, references: [Reference]) {
            self.text = text
            self.references = references
        }
    }

    package struct Topic: Sendable, Hashable {
        package let title: String
        package let points: [Statement]

        package init(title: String, points: [Statement]) {
            self.title = title
            self.points = points
        }
    }

    package struct Term: Sendable, Hashable {
        package let term: String
        package let statement: Statement

        package init(term: String, statement: Statement) {
            self.term = term
            self.statement = statement
        }
    }

    package struct Tag: Sendable, Hashable {
        package let label: String
        package let references: [Reference]

        package init(label: String, references: [Reference]) {
            self.label = label
            self.references = references
        }
    }

    package var refused = false
    package var title: String?
    package var answer: [Statement] = []
    package var summary: [Statement] = []
    package var outline: [Topic] = []
    package var terms: [Term] = []
    package var tags: [Tag] = []

    package init() {}
}
