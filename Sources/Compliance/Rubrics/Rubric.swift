package import Kernel

/// A rule pack, read and compiled: rules in the order of the catalogue, named lists, tables by year.
package struct Rubric: Sendable {
    package let id: String
    package let version: String
    package let effectiveFrom: CivilDate?
    package let rules: [Rule]
    package let lexicons: [String: Lexicon]
    /// By name; figures by year, by code, and the like.
    package let tables: [String: JSONValue]
    /// Numbers of groups in `phrases`.
    let lexiconGroups: [String: Int]
    /// All patterns of all rules and lists in one set, so that a note is read once; ids are numbers of groups.
    private let phrases: PhraseSet
    private let groupOfPhrase: [Int]
    private let groupCount: Int

    init(
        id: String, version: String, effectiveFrom: CivilDate?, rules: [Rule], lexicons: [String: Lexicon],
        tables: [String: JSONValue], lexiconGroups: [String: Int], groups: [[Phrase]]
    ) {
        self.id = id
        self.version = version
        self.effectiveFrom = effectiveFrom
        self.rules = rules
        self.lexicons = lexicons
        self.tables = tables
        self.lexiconGroups = lexiconGroups
        groupCount = groups.count
        groupOfPhrase = groups.enumerated().flatMap { group, phrases in phrases.map { _ in group } }
        self.phrases = PhraseSet(groups.flatMap { $0 }.map { ("", $0) })
    }

    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// Matches by group, each in the order of the note.
    func matches(in note: NoteText) -> [[PhraseMatch]] {
        var found = [[PhraseMatch]](repeating: [], count: groupCount)
        phrases.forEachMatch(in: note, tokens: 0..<note.tokens.count) { phrase, tokens, numbers in
            found[groupOfPhrase[phrase]].append(
                PhraseMatch(id: "", tokens: tokens, range: note.range(ofTokens: tokens), numbers: numbers))
        }
        return found
    }
}

extension Rubric {
    /// The pack compiled into this program, or what is wrong with it.
    package static let bundled = reading(RubricFiles.embedded)

    /// The pack compiled into this program; no rules at all when it cannot be read. Whoever judges notes by it asks
    /// `usable` first.
    package static let standard =
        (try? bundled.get())
        ?? Rubric(
            id: "none", version: "0", effectiveFrom: nil, rules: [], lexicons: [:], tables: [:], lexiconGroups: [:],
            groups: [])

    package static func reading(_ files: [RubricFile]) -> Result<Rubric, RubricProblems> {
        do { return .success(try Rubric(files: files)) } catch { return .failure(error) }
    }
}

extension Result where Success == Rubric, Failure == RubricProblems {
    /// - Throws: `ComplianceError.rulesUnusable`
    package var usable: Rubric {
        get throws {
            do { return try get() } catch { throw ComplianceError.rulesUnusable }
        }
    }
}
