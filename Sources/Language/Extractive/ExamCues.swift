/// What a lecturer says about a sentence: that it matters, that it comes up in the exam, that students mix it up.
enum ExamCues {
    enum Label: String, CaseIterable, Sendable {
        case exam, important, confusing
    }

    static func label(of entry: SentenceBook.Entry) -> Label? {
        let text = " " + entry.words.map(\.folded).joined(separator: " ") + " "
        return Label.allCases.first { label in phrases[label, default: []].contains(where: text.contains) }
    }

    private static let phrases: [Label: [String]] = [
        .exam: [
            " on the exam ", " in the exam ", " for the exam ", " every exam ", " in your exam ", " in the finals ",
            " in finals ", " exam question ",
            " examiners ", " comes up every year ", " be examined ", " be tested on ", " on the test ",
        ],
        .important: [
            " remember ", " important point ", " very important ", " most important ", " key point ", " crucial ",
            " essential ", " never ", " must not ", " do not forget ", " don't forget ", " kills ", " pay attention ",
            " take home message ", " bear in mind ", " should know about ",
        ],
        .confusing: [
            " confuse ", " confused ", " confusing ", " mixed up ", " mix up ", " wrong way round ", " get this wrong ",
            " common mistake ", " people think ", " students think ", " not to be confused ", " difficult to grasp ",
        ],
    ]
}
