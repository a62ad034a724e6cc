/// Makes flash cards and quiz questions of passages, without a model.
package struct StudyMaker: Sendable {
    package init() {}

    package func cards(of passages: [Passage]) -> StudyCards {
        StudyCards(cards: [], quiz: [])
    }
}
