import Kernel
import Testing

@testable import Compliance

struct PhraseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let note: String
        /// Words of each match.
        let found: [String]
        var testDescription: String { "\(pattern) in \(note)" }

        init(_ pattern: String, _ note: String, _ found: String...) {
            self.pattern = pattern
            self.note = note
            self.found = found
        }
    }

    static let cases = [
        Case("prior level of function", "Prior Level of Function: walked 1 mile.", "Prior Level of Function"),
        Case("long term goal*", "Long-term goals: none. LONG TERM GOAL 1", "Long-term goals", "LONG TERM GOAL"),
        Case(
            "improv*", "Improving. He improved, improvement is seen; prove it.", "Improving", "improved", "improvement"),
        Case("# [x|times] [/|per|a] [wk|week]", "2x/wk, 3 times per week, twice a week", "2x/wk", "3 times per week"),
        Case("(the)? plan", "The plan is a plan.", "The plan", "plan", "plan"),
        Case(
            "berg (scale|balance test)? #", "Berg 4, Berg scale 5, Berg balance test 6", "Berg 4", "Berg scale 5",
            "Berg balance test 6"),
        Case("rehab (potential|prognosis) good", "Rehab potential good, rehab good", "Rehab potential good"),
        Case("#<91 days", "90 days or 91 days", "90 days"),
        Case("#>=8 weeks", "7 weeks, 8 weeks, 1,000 weeks", "8 weeks", "1,000 weeks"),
        Case("#=12 weeks", "12 weeks 12.5 weeks", "12 weeks"),
        Case(
            "skilled ~3 required", "Skilled therapy is now required. Skilled one. Required.",
            "Skilled therapy is now required"),
        Case("goal ~4 met", "Goal: walk; met", at: 0),
        Case("^ plan", "Plan A\n- Plan B\nThe plan", "Plan", "Plan"),
        Case("plan $", "Plan:\nPlan A\nthe plan.", "Plan", "plan"),
        Case("\\# 3", "goal # 3, goal 3", "# 3"),
        Case("\\$", "$ 5", "$"),
        Case("w/o device", "walks w/o device", "w/o device"),
        Case("cafe", "Café", "Café"),
        Case("pt's goal", "Pt\u{2019}s goal", "Pt\u{2019}s goal"),
        Case("dx right knee", "Dx. right knee", "Dx. right knee"),
        Case("[range of motion|rom] [full|wnl]", "ROM full, range of motion WNL", "ROM full", "range of motion WNL"),
        Case(
            "follow-up visit", "follow up visit; follow-up visit; followup visit", "follow up visit", "follow-up visit"),
        Case(
            "prior level of function",
            "The patient lives alone in a house with stairs and said that the prior level\nof function was full.",
            "prior level\nof function"),
        Case("level of function", "Level\nof function", at: 0),
    ]

    @Test(arguments: cases)
    func findsWhatThePatternSays(_ item: Case) throws {
        let note = NoteText(item.note)
        let set = PhraseSet([("a", try Phrase(item.pattern))])
        #expect(set.matches(in: note).map { note.string($0.range) } == item.found)
    }

    @Test func listsMatchTheirLongestPhraseFirst() throws {
        let lexicon = try Lexicon(name: "tests", phrases: ["berg", "berg balance scale", "tug", "# m walk"])
        let set = PhraseSet([("score", try Phrase("@tests (:)? #", lexicons: ["tests": lexicon]))])
        let note = NoteText("Berg Balance Scale: 28, Berg 30, 10 m walk 12, TUG twelve")
        let found = set.matches(in: note)
        #expect(found.map { note.string($0.range) } == ["Berg Balance Scale: 28", "Berg 30", "10 m walk 12"])
        #expect(found.map(\.numbers) == [[28], [30], [12]])
    }

    @Test func aRangeOfTokensLimitsTheSearch() throws {
        let note = NoteText("goal one. goal two.")
        let set = PhraseSet([("g", try Phrase("goal [one|two]"))])
        #expect(set.matches(in: note, range: 9..<19).map(\.range) == [10..<18])
        #expect(set.matches(in: note, range: 0..<5).isEmpty)
    }

    @Test(arguments: [
        ("", "a pattern is empty"), ("~3 a", "begin"), ("a ~3", "end"), ("[a|b", "]"), ("a)", ")"),
        ("(a", ")"),
        ("@nothing", "@nothing"), ("*", "*"), ("#< x", "#<"), ("[a||b]", "empty"), ("a \\", "\\"), ("^", "needs"),
        ("~99 a", "~"),
    ])
    func refusesWhatCannotBeRead(_ pattern: String, _ part: String) {
        #expect { try Phrase(pattern) } throws: { ($0 as? PhraseError)?.message.contains(part) ?? false }
    }

    /// Random patterns over a few words, against random notes of the same words.
    @Test func findsExactlyWhatANaiveMatcherFinds() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<1500 {
            let phrases = (0..<4).map { _ in Self.phrase(&random, depth: 0) }
            let set = PhraseSet(
                try phrases.enumerated().map { ("\($0)", try Phrase($1.map(\.pattern).joined(separator: " "))) })
            let note = NoteText(Self.note(&random))
            let found = set.matches(in: note)
            for (number, phrase) in phrases.enumerated() {
                let mine = found.filter { $0.id == "\(number)" }
                for start in note.tokens.indices where note.tokens[start].kind != .lineBreak {
                    let ends = NaivePhrase.ends(phrase, note, from: start).filter { $0 > start }
                    let match = mine.first { $0.tokens.lowerBound == start }
                    let text = phrase.map(\.pattern).joined(separator: " ")
                    #expect((match == nil) == ends.isEmpty, "\(text) at \(start) of \(note.text)")
                    if let match { #expect(ends.contains(match.tokens.upperBound), "\(text) in \(note.text)") }
                }
            }
        }
    }

    private static let words = ["a", "ab", "abc", "b", "ca"]

    private static func phrase(_ random: inout SeededRandom, depth: Int) -> [NaivePhrase] {
        var items: [NaivePhrase] =
            switch depth == 0 ? Int.random(in: 0..<8, using: &random) : 3 {
            case 0: [.lineStart, word(&random)]
            case 1: [.either([phrase(&random, depth: 1), phrase(&random, depth: 1)])]
            case 2: [.optional(phrase(&random, depth: 1)), word(&random)]
            default: [word(&random)]
            }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where depth < 2: items.append(.optional(phrase(&random, depth: depth + 1)))
            case 1 where depth < 2:
                items.append(.either([phrase(&random, depth: depth + 1), phrase(&random, depth: depth + 1)]))
            case 2: items += [.gap(Int.random(in: 1...3, using: &random)), word(&random)]
            default: items.append(word(&random))
            }
        }
        if depth == 0, Int.random(in: 0..<8, using: &random) == 0 { items.append(.lineEnd) }
        return items
    }

    private static func word(_ random: inout SeededRandom) -> NaivePhrase {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .prefix(words[Int.random(in: 0..<words.count, using: &random)])
        case 1: .number(-1e10...Double(Int.random(in: 1...9, using: &random)))
        default: .word(words[Int.random(in: 0..<words.count, using: &random)])
        }
    }

    private static func note(_ random: inout SeededRandom) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            switch Int.random(in: 0..<14, using: &random) {
            case 0: text += "\n"
            case 1: text += ". A"
            case 2: text += "; "
            case 3: text += "-"
            case 4: text += " \(Int.random(in: 1...12, using: &random)) "
            default: text += words[Int.random(in: 0..<words.count, using: &random)] + " "
            }
        }
        return text
    }
}

extension PhraseTests.Case {
    /// No match.
    init(_ pattern: String, _ note: String, at: Int) {
        self.pattern = pattern
        self.note = note
        found = []
    }
}
