import Compliance
import Kernel
import Testing

/// A clean note has no finding; one defect makes exactly its own. The notes are synthetic.
struct MutationTests {
    private static let asOf = CivilDate(year: 2026, month: 11, day: 21)
    private static let reviewer = Reviewer()

    private static func violated(_ text: String) throws -> Set<String> {
        let context = ReviewContext(asOf: try #require(asOf))
        let review = reviewer.review(NoteText(text), context)
        return Set(review.findings.filter { $0.status == .violated }.map(\.ruleId))
    }

    @Test(arguments: CleanNote.all.map(\.name))
    func `A clean note breaks no rule, and its type and discipline are seen`(_ name: String) throws {
        let note = try #require(CleanNote.all.first { $0.name == name })
        let context = ReviewContext(asOf: try #require(Self.asOf))
        let review = Self.reviewer.review(NoteText(note.text), context)
        #expect(review.findings.filter { $0.status == .violated }.map { "\($0.ruleId): \($0.reason)" } == [])
        #expect(review.noteType?.rawValue == note.type)
        #expect(review.discipline?.rawValue == note.discipline)
    }

    private struct Mutant: Sendable {
        let rule: String
        let also: Set<String>
        let note: String
        let text: String
    }

    /// At most twelve of each rule, spread evenly over its notes and wordings.
    private static let mutants: [Mutant] = {
        var byRule: [String: [Mutant]] = [:]
        for mutation in Mutation.plan + Mutation.reports + Mutation.treatment {
            for note in CleanNote.all {
                byRule[mutation.rule, default: []] += mutation.make(note).map {
                    Mutant(rule: mutation.rule, also: mutation.also, note: note.name, text: $0.text)
                }
            }
        }
        return byRule.keys.sorted().flatMap { rule in
            let all = byRule[rule] ?? []
            let count = min(12, all.count)
            // 37 has no divisor in common with the counts: no mutant twice, wordings and notes mixed
            return (0..<count).map { all[$0 * 37 % all.count] }
        }
    }()

    @Test
    func `Every rule of a note has at least ten mutants`() {
        let count = Dictionary(grouping: Self.mutants, by: \.rule).mapValues(\.count)
        let rules = Rubric.standard.rules.filter { !$0.isChartRule }.map(\.id)
        #expect(rules.filter { count[$0, default: 0] < 10 } == [])
    }

    @Test
    func `One defect makes exactly its own finding`() async throws {
        let mutants = Self.mutants
        let parts = 4
        let found = try await withThrowingTaskGroup(of: [(Int, Set<String>)].self) { group in
            for part in 0..<parts {
                group.addTask {
                    try stride(from: part, to: mutants.count, by: parts).map {
                        ($0, try Self.violated(mutants[$0].text))
                    }
                }
            }
            return try await group.reduce(into: [Int: Set<String>]()) { all, part in
                for (index, rules) in part { all[index] = rules }
            }
        }
        var missed: [String] = []
        var strange: [String] = []
        for (index, mutant) in mutants.enumerated() {
            let rules = found[index] ?? []
            if !rules.contains(mutant.rule) { missed.append("\(mutant.rule) in \(mutant.note)") }
            let others = rules.subtracting(mutant.also).subtracting([mutant.rule])
            if !others.isEmpty { strange.append("\(mutant.rule) in \(mutant.note) makes \(others.sorted())") }
        }
        #expect(Double(missed.count) <= 0.01 * Double(mutants.count), "of \(mutants.count) missed \(missed)")
        #expect(Double(strange.count) <= 0.01 * Double(mutants.count), "of \(mutants.count) others \(strange)")
    }
}
