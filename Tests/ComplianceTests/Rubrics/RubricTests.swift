import Foundation
import Kernel
import Testing

@testable import Compliance

struct RubricTests {
    static let asOf = CivilDate(dayNumber: 20_600)

    @Test func everyExampleOfThePackComesOut() {
        let (passed, failed) = RubricExamples.run(.standard, asOf: Self.asOf)
        #expect(failed == [])
        #expect(passed > 0)
    }

    @Test func thePackAsOneDocumentIsTheSamePack() throws {
        let rubric = try Rubric(yaml: RubricFiles.standardText)
        #expect(rubric.id == Rubric.standard.id)
        #expect(rubric.version == Rubric.standard.version)
        #expect(rubric.rules.map(\.id) == Rubric.standard.rules.map(\.id))
        #expect(rubric.lexicons.keys.sorted() == Rubric.standard.lexicons.keys.sorted())
        #expect(rubric.tables == Rubric.standard.tables)
        #expect(RubricExamples.run(rubric, asOf: Self.asOf).failed == [])
    }

    static let good = """
        rubric: {id: test, version: 1.10}
        lexicons:
          grades: [good, fair]
        tables:
          limits: {2024: 10, 2025: 12.5}
        rules:
          - id: EVL-04
            title: Prognosis
            severity: low
            applies: {types: [evaluation]}
            sections: [assessment]
            check: present
            parameters:
              patterns: ["[prognosis|rehab potential] ~4 @grades"]
              rejects: ["poor prognosis"]
              horizon: 4
            citation: {publication: BP, chapter: 15, section: 220.3.C}
            reason: {satisfied: "Says {quote}.", violated: "Nothing in {searched}."}
            examples:
              satisfied: ["Rehab potential: good", {text: "Prognosis is fair", discipline: SLP}]
              violated: ["Prognosis unknown", "no good prognosis"]
        """

    @Test func readsARule() throws {
        let rubric = try Rubric(yaml: Self.good)
        #expect(rubric.version == "1.10")
        #expect(rubric.tables["limits"]?["2025"] == .number(12.5))
        let rule = try #require(rubric.rule("EVL-04"))
        #expect(rule.types == [.evaluation])
        #expect(rule.disciplines == Set(Discipline.allCases))
        #expect(rule.integer("horizon") == 4)
        #expect(rule.citation.section == "220.3.C")
        #expect(RubricExamples.run(rubric, asOf: Self.asOf).failed == [])
        #expect(RubricExamples.run(rubric, asOf: Self.asOf).passed == 4)
    }

    @Test func aFailingExampleIsNamed() throws {
        let rubric = try Rubric(yaml: Self.good.replacing("Prognosis unknown", with: "Prognosis: good"))
        let failed = RubricExamples.run(rubric, asOf: Self.asOf).failed
        #expect(failed.map(\.rule) == ["EVL-04"])
        #expect(failed.first?.example == "Prognosis: good")
        #expect(failed.first?.got == .satisfied)
    }

    @Test(arguments: [
        ("severity: low", "severity: grave", 9, "severity"), ("check: present", "check: magic", 12, "no check"),
        ("sections: [assessment]", "sections: [attic]", 11, "section"),
        ("types: [evaluation]", "types: [letter]", 10, "type"),
        ("~4 @grades", "~4 @marks", 14, "@marks"), ("title: Prognosis", "titel: Prognosis", 8, "titel"),
        ("[good, fair]", "[good, \"~2\"]", 3, "gap"), ("- id: EVL-04", "- ident: EVL-04", 7, "id"),
        ("rubric: {id: test, version: 1.10}", "rubric: {id: test}", 0, "version"),
        ("satisfied: [\"Rehab", "happy: [\"Rehab", 20, "happy"), ("  - id: EVL-04", "  - id: [EVL-04", 0, "YAML"),
    ])
    func saysWhereAPackIsWrong(_ old: String, _ new: String, _ line: Int, _ word: String) throws {
        #expect {
            try Rubric(yaml: Self.good.replacing(old, with: new), name: "draft")
        } throws: { error in
            let problems = (error as? RubricProblems)?.problems ?? []
            return problems.contains {
                $0.file == "draft" || line == 0 ? (line == 0 || $0.line == line) && $0.message.contains(word) : false
            }
        }
    }

    @Test func filesOfAPackComeTogether() throws {
        let lists = RubricFile(name: "b", text: "# more\nlexicons:\n  # why\n  grades: [good]\ntables: {}\n")
        let head = RubricFile(name: "a", text: "rubric:\n  id: x\n  version: 1.10\nlexicons:\n  sizes:\n    - big\n")
        let joined = try Rubric(yaml: RubricFiles.joined([head, lists]))
        #expect(joined.lexicons.keys.sorted() == ["grades", "sizes"])
        #expect(joined.version == "1.10")
    }

    /// The rule of the guide can be pasted into a rubric.
    @Test func theGuidesRuleMeetsItsExamples() throws {
        let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let guide = try String(contentsOf: root.appending(path: "docs/compliance.md"), encoding: .utf8)
        let blocks = guide.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count == 1)
        for block in blocks {
            let rubric = try Rubric(yaml: "rubric: {id: guide, version: \"1\"}\nrules:\n" + block)
            let (passed, failed) = RubricExamples.run(rubric, asOf: Self.asOf)
            #expect(failed == [] && passed >= 2)
        }
    }

    /// Files that cannot be read are a sentence and a list, not the end of the process.
    @Test func aBrokenPackIsAFailure() {
        let broken = Rubric.reading([RubricFile(name: "poc", text: "rules: [")])
        guard case .failure(let problems) = broken else {
            Issue.record("it was read")
            return
        }
        #expect(!problems.problems.isEmpty)
        #expect(throws: ComplianceError.rulesUnusable) { try broken.usable }
        #expect(throws: Never.self) { try Rubric.bundled.usable }
        #expect(ComplianceError.rulesUnusable.code == "rules_unusable")
    }

    @Test func theSameRuleTwiceIsAMistake() throws {
        let rule = Self.good.split(separator: "rules:\n")[1]
        #expect(throws: RubricProblems.self) { try Rubric(yaml: Self.good + "\n" + rule) }
    }
}
