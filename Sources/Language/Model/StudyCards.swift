/// What to learn from a session: cards and quiz questions, each with its source.
package struct StudyCards: Codable, Sendable, Hashable {
    package struct Card: Codable, Sendable, Hashable {
        package let id: String
        package let front: String
        package let back: String
        package let citation: Citation

        package init(id: String, front: String, back: String, citation: Citation) {
            self.id = id
            self.front = front
            self.back = back
            self.citation = citation
        }
    }

    package struct QuizQuestion: Codable, Sendable, Hashable {
        package let id: String
        package let question: String
        package let choices: [String]
        /// Index of the right choice.
        package let answer: Int
        package let citation: Citation

        package init(id: String, question: String, choices: [String], answer: Int, citation: Citation) {
            self.id = id
            self.question = question
            self.choices = choices
            self.answer = answer
            self.citation = citation
        }
    }

    package let cards: [Card]
    package let quiz: [QuizQuestion]

    package init(cards: [Card], quiz: [QuizQuestion]) {
        self.cards = cards
        self.quiz = quiz
    }
}
