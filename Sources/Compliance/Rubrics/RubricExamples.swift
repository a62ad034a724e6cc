package import Kernel

/// The examples of a rubric's rules, run as tests.
package enum RubricExamples {
    package struct Failed: Sendable, Equatable {
        package let rule: String
        package let example: String
        package let expected: FindingStatus
        package let got: FindingStatus
        package let line: Int
    }

    /// An example is a fragment of a note, judged as the type and discipline that it or its rule names, as of its date or
    /// of `asOf`.
    package static func run(_ rubric: Rubric, asOf: CivilDate) -> (passed: Int, failed: [Failed]) {
        let reviewer = Reviewer(rubric: rubric)
        var passed = 0
        var failed: [Failed] = []
        for rule in rubric.rules where !rule.isChartRule {
            for example in rule.examples {
                let context = ReviewContext(
                    asOf: example.asOf ?? asOf,
                    noteType: example.type ?? NoteType.allCases.first(where: rule.types.contains),
                    discipline: example.discipline ?? Discipline.allCases.first(where: rule.disciplines.contains))
                let facts = NoteFacts(note: NoteText(example.text), context: context, rubric: rubric)
                let got = reviewer.verdict(rule, facts).status
                if got == example.expected {
                    passed += 1
                } else {
                    failed.append(
                        Failed(
                            rule: rule.id, example: example.text, expected: example.expected, got: got,
                            line: example.line))
                }
            }
        }
        return (passed, failed)
    }
}
