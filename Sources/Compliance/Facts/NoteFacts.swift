import Synchronization

/// What a note says, found once. What stands here is found at the beginning; everything else is a `Fact`, found when it is
/// first asked for and then kept: `facts[Goals.self]`, or a property of an extension that reads it.
package final class NoteFacts: Sendable {
    package let note: NoteText
    package let outline: Outline
    package let context: ReviewContext
    package let rubric: Rubric
    /// Of the context, else of the classification.
    package let noteType: NoteType?
    package let discipline: Discipline?
    package let classification: Classification
    /// By the number of the group in the rubric's set of phrases.
    private let found: [[PhraseMatch]]
    private let facts = Mutex<[ObjectIdentifier: any Sendable]>([:])

    package init(
        note: NoteText, outline: Outline? = nil, context: ReviewContext, rubric: Rubric = .standard,
        classification: Classification? = nil
    ) {
        self.note = note
        let outline = outline ?? Outline(note)
        self.outline = outline
        self.context = context
        self.rubric = rubric
        let classification = classification ?? Classifier.classify(note, outline)
        self.classification = classification
        noteType = context.noteType ?? classification.type
        discipline = context.discipline ?? classification.discipline
        found = rubric.matches(in: note)
    }

    /// A fact, found now or before. Facts may ask for facts; two threads that ask at once find the same.
    package subscript<F: Fact>(_ fact: F.Type) -> F.Value {
        let key = ObjectIdentifier(fact)
        if let known = facts.withLock({ $0[key] }), let value = known as? F.Value { return value }
        let value = F.find(in: self)
        facts.withLock { $0[key] = value }
        return value
    }

    /// Matches of a rule's list of patterns (`patterns`, `rejects`, …), in the order of the note.
    package func matches(_ rule: Rule, _ parameter: String = "patterns") -> [PhraseMatch] {
        guard let group = rule.groups[parameter] else { return [] }
        return found[group]
    }

    /// Where phrases of a list of the rubric stand, in the order of the note.
    package func matches(lexicon name: String) -> [PhraseMatch] {
        guard let group = rubric.lexiconGroups[name] else { return [] }
        return found[group]
    }
}

/// Something a note says, as one type per question: `enum DatedSignatures: Fact { … }`.
package protocol Fact {
    associatedtype Value: Sendable
    static func find(in facts: NoteFacts) -> Value
}
