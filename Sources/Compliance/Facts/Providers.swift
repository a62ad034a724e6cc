/// Who furnished the treatment besides the therapist who signs.
package struct Providers: Sendable {
    package enum Extent: Sendable, Equatable {
        case entire
        /// So many of so many minutes.
        case minutes(Int, of: Int)
        case percent(Double)
        /// Some of it, no one says how much.
        case part
    }

    package struct Assistant: Sendable {
        package let kind: Credential.Kind
        package let range: Range<Int>
        package let extent: Extent
    }

    /// A PTA or OTA.
    package var assistant: Assistant?
    /// An assistant to a speech-language pathologist.
    package var speechAssistant: Assistant?
    /// Words that tell a critical access hospital, where CQ and CO are not used.
    package var isCriticalAccess: Range<Int>?
}

struct ProviderReader {
    let note: NoteText
    let signatures: [Signature]

    private static let people = CueTable<Credential.Kind>([
        (
            ["PTA", "P.T.A.", "LPTA", "physical therapist assistant", "physical therapy assistant", "PT assistant"],
            .physicalTherapistAssistant
        ),
        (
            [
                "COTA", "COTA/L", "OTA", "OTA/L", "occupational therapy assistant", "occupational therapist assistant",
                "OT assistant",
            ],
            .occupationalTherapyAssistant
        ),
        (
            [
                "SLPA", "SLP-A", "SLP assistant", "speech assistant", "speech therapy assistant",
                "speech-language pathology assistant",
                "speech language pathology assistant",
            ], .speechAssistant
        ),
    ])
    private static let criticalAccess = CueTable<Bool>(["critical access hospital", "CAH"])
    private static let furnish: Set<String> = [
        "furnished", "provided", "performed", "delivered", "completed", "conducted", "treated", "rendered",
        "administered", "led", "gave", "given",
        "done", "carried", "implemented", "executed", "provides", "delivers", "treats", "ran", "facilitated",
        "instructed", "directed", "worked", "seen",
        "handled", "supplied", "guided",
    ]
    private static let future: Set<String> = [
        "will", "next", "plan", "may", "can", "to", "scheduled", "future", "tomorrow", "recommend",
    ]
    private static let beside: Set<String> = [
        "discussed", "collected", "collaborated", "consulted", "conferred", "reviewed", "present", "observed",
        "supervised", "spoke", "communicated",
        "informed", "meeting", "handoff", "conference", "available", "prepared", "cleaned", "scheduled", "notified",
    ]
    private static let whole: Set<String> = ["entirely", "entire", "all", "whole", "solely", "fully", "full", "100"]

    func read() -> Providers {
        var found = Providers()
        for (kind, tokens) in Self.people.matches(note, in: 0..<note.tokens.count) {
            let range = note.range(ofTokens: tokens)
            if signatures.contains(where: { $0.range.overlaps(range) && $0.role != .certifier }) { continue }
            guard let assistant = assistant(kind, tokens) else { continue }
            if kind == .speechAssistant {
                found.speechAssistant = found.speechAssistant ?? assistant
            } else if found.assistant == nil || rank(assistant.extent) > rank(found.assistant?.extent ?? .part) {
                found.assistant = assistant
            }
        }
        // who signs a treatment note as its author furnished it, unless the note says otherwise; a cosigner did not treat
        let isOthers = signatures.contains { $0.role == .author && $0.isByClinician }
        let assistants = signatures.filter { $0.isGiven && $0.profession?.isAssistant == true }
        if !isOthers, let signed = assistants.first, let kind = signed.profession {
            let assistant = Providers.Assistant(kind: kind, range: signed.range, extent: .entire)
            if kind == .speechAssistant {
                found.speechAssistant = found.speechAssistant ?? assistant
            } else {
                found.assistant = found.assistant ?? assistant
            }
        }
        if let tokens = Self.criticalAccess.first(note, in: 0..<note.tokens.count) {
            found.isCriticalAccess = note.range(ofTokens: tokens)
        }
        return found
    }

    private func rank(_ extent: Providers.Extent) -> Int {
        switch extent {
        case .part: 0
        case .percent, .minutes: 1
        case .entire: 2
        }
    }

    /// An assistant whom the clause says to have treated.
    private func assistant(_ kind: Credential.Kind, _ tokens: Range<Int>) -> Providers.Assistant? {
        let clause = note.clause(around: tokens, endedBy: [".", ";", "|", "?"])
        let keys = clause.map(note.key)
        let before = keys.prefix(tokens.lowerBound - clause.lowerBound)
        guard !keys.contains(where: Self.beside.contains) else { return nil }
        if isNamedProvider(tokens) {
            return Providers.Assistant(kind: kind, range: note.range(ofTokens: clause), extent: .entire)
        }
        guard let verb = verb(clause, tokens) else { return nil }
        if before.contains("not") || before.contains("no") || keys.contains("billed") && keys.contains("not") {
            return nil
        }
        let byAssistant = verb < tokens.lowerBound
        if !byAssistant, keys.prefix(verb - clause.lowerBound).suffix(3).contains(where: Self.future.contains) {
            return nil
        }
        if byAssistant, before.suffix(8).contains("will") || before.contains("next") { return nil }
        return Providers.Assistant(kind: kind, range: note.range(ofTokens: clause), extent: extent(clause))
    }

    private static let providerLabels = CueTable<Bool>([
        "provider:", "treating provider", "rendering provider", "servicing provider", "treating clinician",
        "treating therapist", "treating assistant", "clinician:", "therapist:", "treated by", "seen by",
        "treatment by", "treatments by", "tx by", "interventions by", "intervention by", "interventions (by",
        "intervention (by", "treatment (by", "tx (by", "session by", "session with", "visit by", "treatment with",
        "rendering clinician", "attending therapist",
    ])

    /// `Treating provider: M. Hale, PTA`, `Interventions (by PTA)`, `M. Hale, PTA   Supervising PT: A. Roe`.
    private func isNamedProvider(_ person: Range<Int>) -> Bool {
        let before = note.tokens(before: person.lowerBound, atMost: 9)
        if let label = Self.providerLabels.matches(note, in: before).last {
            let between = (label.tokens.upperBound..<person.lowerBound).filter { note.tokens[$0].isWord }
            if between.count <= 3, between.allSatisfy({ Credential.read(note, at: $0) == nil }),
                !before.contains(where: { Self.future.contains(note.key($0)) })
            {
                return true
            }
        }
        let line = note.tokensOfLine(person.lowerBound)
        let lead = (line.lowerBound..<person.lowerBound).filter { note.tokens[$0].isWord }
        let behind = note.tokens(from: person.upperBound, atMost: 6).first { note.tokens[$0].isWord }
        return lead.count <= 5 && lead.allSatisfy { note.tokens[$0].shape != .lower }
            && behind.map { note.key($0).hasPrefix("supervis") } ?? false
    }

    /// `furnished by C. Shah, PTA` or `PTA provided`; a verb that is the therapist's does not count.
    private func verb(_ clause: Range<Int>, _ person: Range<Int>) -> Int? {
        let after = (person.upperBound..<min(clause.upperBound, person.upperBound + 8)).first {
            Self.furnish.contains(note.key($0))
        }
        let lead = (max(clause.lowerBound, person.lowerBound - 9)..<person.lowerBound).last { at in
            guard note.key(at) == "by" || note.key(at) == "with" && note.key(at - 1) == "worked" else { return false }
            return (max(clause.lowerBound, at - 4)..<at).contains { Self.furnish.contains(note.key($0)) }
        }
        if let lead { return (max(clause.lowerBound, lead - 4)..<lead).last { Self.furnish.contains(note.key($0)) } }
        guard let after else { return nil }
        // PT treated …; with PTA: the subject of a verb behind `PTA` is the assistant unless another profession stands between
        let between = (person.upperBound..<after).map(note.key)
        return between.contains { ["pt", "ot", "slp", "therapist", "patient", "by"].contains($0) }
            && !between.contains(",") ? nil : after
    }

    private func extent(_ clause: Range<Int>) -> Providers.Extent {
        for at in clause {
            guard let number = note.number(at) else { continue }
            if note.key(at + 1) == "%" || note.key(at + 1) == "percent" {
                let isBelow = ["<", "under", "than"].contains(note.key(at - 1))
                return number >= 100 ? .entire : .percent(isBelow ? number - 0.1 : number)
            }
            guard let minutes = note.wholeNumber(at) else { continue }
            var next = at + 1
            if BillingFields.isMinuteWord(note.key(next)) { next += 1 }
            if note.key(next) == "of" || note.key(next) == "/" || note.key(next) == "out" {
                let total = (next + 1..<min(clause.upperBound, next + 6)).lazy.compactMap { note.wholeNumber($0) }.first
                if let total, total >= minutes, total > 0 {
                    return minutes == total ? .entire : .minutes(minutes, of: total)
                }
            }
        }
        if clause.contains(where: { Self.whole.contains(note.key($0)) }) { return .entire }
        let words: Set<String> = ["treatment", "session", "tx", "visit", "services", "therapy", "care"]
        let isAll =
            clause.contains { words.contains(note.key($0)) }
            && !clause.contains {
                ["part", "portion", "some", "exercise", "exercises", "minutes", "min"].contains(note.key($0))
            }
        return isAll ? .entire : .part
    }
}

enum ProvidersFact: Fact {
    static func find(in facts: NoteFacts) -> Providers {
        ProviderReader(note: facts.note, signatures: facts.signatures).read()
    }
}

extension NoteFacts {
    package var providers: Providers { self[ProvidersFact.self] }
}
