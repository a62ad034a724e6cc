import Foundation
import Language

/// Answers that a report and its rules hold as such: why a finding came, what is missing, what to write, when something is
/// due, which words of the note a finding rests on, what the manual says of a matter. Each is a quotation of their texts;
/// other questions are for the answerer of texts.
struct ReportAnswers: Sendable {
    /// What a question may be about: a finding of the note, or a rule.
    struct Item: Sendable {
        /// Of the passages that hold its texts.
        let source: String
        let rule: String
        let title: String
        /// Why it came; what the manual says, for a rule.
        let reason: String
        var tip = ""
        /// Something is to be done about it.
        var isOpen = false
        /// Has a day until when.
        var isDue = false
        /// Words of the note that it rests on.
        var evidence: [String] = []
    }

    static let mostItems = 3

    let findings: [Item]
    let rules: [Item]
    /// The one that is asked about; nil for the note as a whole.
    let about: Item?
    let passages: [Passage]

    /// nil when the question is none of these, or nothing is about it.
    func answer(_ question: String) -> Answer? {
        let words = Word.words(in: question).map(\.folded)
        guard let intent = Intent(words) else { return nil }
        let topic = Topic(words)
        let sentences: [(text: String, source: String?)]
        switch intent {
        case .manual: sentences = manual(topic)
        case .evidence:
            sentences = targets(topic, question) { !$0.evidence.isEmpty }.prefix(1)
                .flatMap { $0.evidence.prefix(Self.mostItems).map { ($0, nil) } }
        case .due: sentences = reasons(targets(topic, question, where: \.isDue))
        case .remedy:
            sentences = targets(topic, question, where: \.isOpen).flatMap { item in
                Sentences.split(item.tip).map { ($0, item.source) }
            }
        case .missing: sentences = reasons(targets(topic, question, where: \.isOpen))
        case .reason: sentences = reasons(named(topic, question))
        }
        return Self.quoting(sentences, in: passages)
    }

    private func reasons(_ items: [Item]) -> [(text: String, source: String?)] {
        items.flatMap { item in Sentences.split(item.reason).map { ($0, item.source) } }
    }

    // MARK: What it is about

    /// The finding that is asked about, or that the question names by its rule or its matter.
    private func named(_ topic: Topic, _ question: String) -> [Item] {
        if let about { return [about] }
        let line = question.uppercased()
        let byRule = findings.filter { line.contains($0.rule) }
        if !byRule.isEmpty { return Array(byRule.prefix(Self.mostItems)) }
        let byRuleText = rules.filter { line.contains($0.rule) }
        if !byRuleText.isEmpty { return byRuleText }
        return topic.best(of: findings, least: 0.6).map { [$0] } ?? []
    }

    /// The same; all that the condition holds for, when the question names nothing.
    private func targets(_ topic: Topic, _ question: String, where holds: (Item) -> Bool) -> [Item] {
        if about != nil { return named(topic, question).filter { holds($0) || !$0.tip.isEmpty } }
        let fitting = findings.filter(holds)
        let byRule = fitting.filter { question.uppercased().contains($0.rule) }
        if !byRule.isEmpty { return byRule }
        if topic.stems.isEmpty { return Array(fitting.prefix(Self.mostItems)) }
        return topic.best(of: fitting, least: 0.6).map { [$0] } ?? []
    }

    /// The sentences of the rule that has most of the matter, those first that say it.
    private func manual(_ topic: Topic) -> [(text: String, source: String?)] {
        if topic.stems.isEmpty, let about, let rule = rules.first(where: { $0.rule == about.rule }) {
            return Sentences.split(rule.reason).prefix(2).map { ($0, rule.source) }
        }
        guard let rule = topic.best(of: rules, least: 0.99) else { return [] }
        let all = Sentences.split(rule.reason)
        let said = all.filter { topic.share(of: $0) > 0 }
        return (said.isEmpty ? all : said).prefix(2).map { ($0, rule.source) }
    }

    // MARK: Quotation

    /// The sentences that stand word for word in a passage, with their marks; nil when none does.
    static func quoting(_ sentences: [(text: String, source: String?)], in passages: [Passage]) -> Answer? {
        var citations: [Language.Citation] = []
        var shown: [String] = []
        for sentence in sentences {
            let found = passages.first { passage in
                sentence.source.map { $0 == passage.source.id }
                    ?? (passage.source.kind == .note && !passage.source.isFinding)
                    && passage.text.contains(sentence.text)
            }
            guard let found, found.text.contains(sentence.text) else { continue }
            // the whole sentence of the note, where the words are a part of one
            let whole = Sentences.split(found.text).first { $0.contains(sentence.text) } ?? sentence.text
            guard !citations.contains(where: { $0.quote == whole && $0.passage == found.id }) else { continue }
            let number = citations.count + 1
            citations.append(
                Language.Citation(
                    n: number, passage: found.id, source: found.source, start: nil, end: nil, page: found.page,
                    quote: whole))
            shown.append("\(whole) [\(number)]")
        }
        guard !shown.isEmpty else { return nil }
        return Answer(
            text: shown.joined(separator: " "), refused: false, citations: citations,
            provider: ExtractiveProvider.name)
    }
}

/// What is wanted of a report.
private enum Intent {
    case manual, evidence, due, remedy, missing, reason

    init?(_ words: [String]) {
        let text = " " + words.joined(separator: " ") + " "
        let found = Self.table.first { _, phrases in phrases.contains { text.contains(" \($0) ") } }
        guard let found else { return nil }
        self = found.0
    }

    private static let table: [(Intent, [String])] = [
        (
            .manual,
            [
                "manual", "the rule say", "the rules say", "the rule require", "rules require", "medicare say",
                "medicare require", "medicare want", "medicare expect", "cms say", "cms require", "regulation",
            ]
        ),
        (
            .evidence,
            [
                "which sentence", "which sentences", "what sentence", "which words", "what words", "which line",
                "which part of the note", "which passage", "what evidence", "which evidence", "where does the note",
                "where in the note", "where is it shown", "where does it say", "where do i say",
            ]
        ),
        (.due, ["due", "deadline", "until when", "by when"]),
        (
            .remedy,
            [
                "how do i fix", "how can i fix", "how to fix", "fix", "correct this", "correct it", "should i write",
                "should i add", "should i do", "must i write", "must i add", "do i have to", "need to add",
                "can i do", "to do about", "improve", "should be added", "should be changed", "how do i document",
            ]
        ),
        (.missing, ["missing", "lacking", "lacks", "left out", "incomplete", "not there", "is absent"]),
        (
            .reason,
            [
                "why", "what is wrong", "what's wrong", "how come", "what is the problem", "what is the reason",
                "what does this finding mean", "explain",
            ]
        ),
    ]
}

/// The words of a question that name its matter.
private struct Topic {
    let stems: [String]

    init(_ words: [String]) {
        stems = Self.stems(of: words.joined(separator: " ")).filter { !Self.asking.contains($0) }
    }

    /// The share of the matter that a text has, 0…1.
    func share(of text: String) -> Double {
        guard !stems.isEmpty else { return 0 }
        let said = Set(Self.stems(of: text))
        let found = stems.count { stem in said.contains { Self.isSame($0, stem) } }
        return Double(found) / Double(stems.count)
    }

    /// The item with the greatest share, its title counted double.
    func best(of items: [ReportAnswers.Item], least: Double) -> ReportAnswers.Item? {
        let rated = items.map { item in
            (item: item, share: share(of: "\(item.title) \(item.reason)"), title: share(of: item.title))
        }.filter { $0.share >= least }
        return rated.enumerated().max {
            ($0.element.share + $0.element.title, $1.offset) < ($1.element.share + $1.element.title, $0.offset)
        }?.element.item
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || alike.contains { $0.contains(left) && $0.contains(right) }
            || min(left.utf8.count, right.utf8.count) > 4 && left.commonPrefix(with: right).utf8.count > 4
    }

    /// Ordinals as their numbers.
    private static func stems(of text: String) -> [String] {
        Word.words(in: text).filter { !$0.isStop }.map { word in
            if let number = ordinals[word.folded] { return number }
            let digits = word.folded.prefix { $0.isNumber }
            return !digits.isEmpty && ["st", "nd", "rd", "th"].contains(word.folded.dropFirst(digits.count))
                ? String(digits) : word.stem
        }
    }

    private static let ordinals = [
        "tenth": "10", "ten": "10", "ninetieth": "90", "ninety": "90", "thirtieth": "30", "thirty": "30",
        "fourteenth": "14", "seventh": "7", "seven": "7",
    ]
    private static let alike = [
        "visit session treatment day", "certify certification recertify recertification",
        "sign signature signed", "physician doctor practitioner", "therapist clinician",
        "aim goal objective", "minute time", "home hep", "assistant pta ota",
    ].map { Set(Word.contentStems(of: $0)) }
    /// Words of asking, not of a matter.
    private static let asking = Set(
        Word.contentStems(
            of: """
                manual rule rules medicare cms regulation say says require requires want expect sentence sentences words line
                part note passage evidence show shows shown prove proves support supports missing lacking lack left incomplete
                absent fix correct write add do done improve change document why wrong problem reason finding mean explain
                violated violation flagged failed fail due deadline next needed report's come came happen think
                """))
}

extension PassageSource {
    /// Whether it holds the texts of a finding and not the note: findings belong to the session of their note.
    var isFinding: Bool { kind == .note && id != session }
}
