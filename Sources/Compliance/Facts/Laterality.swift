/// Sides of the body that a note names.
package struct Laterality: Sendable {
    package enum Side: String, Sendable {
        case left, right
    }

    package struct Mention: Sendable {
        package let side: Side
        /// Code points.
        package let range: Range<Int>
        /// Parts of the body it speaks of; empty for a limb or a side as a whole.
        let regions: Set<String>

        /// The same side, or parts of the body that have nothing to do with each other.
        func agrees(with other: Mention) -> Bool {
            side == other.side
                || (!regions.isEmpty && !other.regions.isEmpty && regions.isDisjoint(with: other.regions))
        }
    }

    /// Nil when the diagnosis names no side, or both.
    package var diagnosis: Mention?
    /// What the note calls affected, involved or operated.
    package var affected: [Mention] = []
}

struct LateralityReader {
    let note: NoteText
    let outline: Outline
    let rubric: Rubric

    private static let diagnosisCues = CueTable<Bool>([
        "dx", "diagnosis", "diagnoses", "treatment dx", "tx dx", "medical dx", "s/p", "status post", "referred for",
        "referred with", "impression", "med dx",
        "treating dx", "primary dx", "treating diagnosis", "condition", "seen for", "treated for", "presents with",
        "admitted with", "rehab dx", "dx:",
    ])
    private static let affectedWords: Set<String> = [
        "affected", "involved", "operated", "operative", "surgical", "injured", "symptomatic", "impaired",
        "hemiparetic", "hemiplegic", "paretic", "weaker",
        "postoperative", "postop", "painful", "repaired", "reconstructed", "fractured", "plegic", "replaced",
    ]
    private static let soundWords: Set<String> = [
        "uninvolved", "unaffected", "nonaffected", "noninvolved", "uninjured", "contralateral", "opposite", "sound",
        "unimpaired", "nonoperative",
        "nonsurgical", "normal", "wnl", "comparison", "reference", "intact", "asymptomatic", "non", "un", "not", "less",
        "stronger", "other", "unoperated",
        "nonoperated", "nonparetic", "compared", "versus", "vs", "than",
    ]
    private static let procedures: Set<String> = [
        "tka", "tkr", "tha", "thr", "tsa", "rtsa", "rsa", "arthroplasty", "replacement", "orif", "fracture", "fx",
        "repair", "reconstruction", "acl", "hemiparesis",
        "hemiplegia", "amputation", "bka", "aka", "release", "sprain", "strain", "tear", "tendinopathy", "tendinitis",
        "bursitis", "radiculopathy", "sciatica",
        "epicondylitis", "lymphedema", "neuropathy", "rcr", "impingement", "arthroscopy", "meniscectomy", "fusion",
        "bppv", "palsy", "osteoarthritis", "oa",
        "capsulitis", "contusion", "dislocation", "fasciitis", "mastectomy", "paralysis", "ucl", "rtc",
    ]
    /// A lesion of the brain is on the other side than what it weakens.
    private static let brain: Set<String> = [
        "cva", "stroke", "mca", "infarct", "infarction", "hemisphere", "hemorrhage", "haemorrhage", "brain", "tbi",
        "cerebral", "frontal", "parietal", "temporal",
        "thalamic", "pontine", "subdural", "sdh", "ich", "pca", "aca", "basal", "cerebellar", "ischemic", "craniotomy",
        "neglect", "hand dominant", "dominant",
    ]
    private static let regions: [String: String] = [
        "knee": "knee", "tka": "knee", "tkr": "knee", "acl": "knee", "meniscus": "knee", "meniscectomy": "knee",
        "patella": "knee", "patellar": "knee", "tibial": "knee",
        "hip": "hip", "tha": "hip", "thr": "hip", "femur": "hip", "intertrochanteric": "hip", "femoral": "hip",
        "ankle": "ankle", "foot": "ankle",
        "achilles": "ankle", "heel": "ankle", "plantar": "ankle", "toe": "ankle", "shoulder": "shoulder",
        "rotator": "shoulder", "rcr": "shoulder",
        "tsa": "shoulder", "humerus": "shoulder", "humeral": "shoulder", "clavicle": "shoulder", "elbow": "elbow",
        "epicondylitis": "elbow", "wrist": "hand",
        "hand": "hand", "finger": "hand", "thumb": "hand", "carpal": "hand", "radius": "hand", "index": "hand",
        "grip": "hand", "metacarpal": "hand",
        "scaphoid": "hand", "ear": "ear", "vestibular": "ear", "bppv": "ear", "canal": "ear", "face": "face",
        "facial": "face", "eye": "eye", "vision": "eye",
        "vocal": "larynx", "cord": "larynx", "fold": "larynx", "breast": "breast", "lumbar": "spine",
        "cervical": "spine",
    ]

    func read() -> Laterality {
        var found = Laterality()
        found.affected = affected()
        found.diagnosis = diagnosis(found.affected.map(\.range))
        return found
    }

    /// The side written at a token: `left`, `Rt`, a capital `L` that is no vertebra, litre or heading.
    func side(_ at: Int) -> Laterality.Side? {
        let token = note.tokens[at]
        guard token.isWord else { return nil }
        switch token.key {
        case "left", "lt", "left-sided": return token.key == "lt" && !isSideAbbreviation(at) ? nil : .left
        case "right", "rt": return token.key == "rt" && !isSideAbbreviation(at) ? nil : .right
        case "l", "r":
            guard isSideLetter(at) else { return nil }
            return token.key == "l" ? .left : .right
        default: return nil
        }
    }

    /// A capital before a word, or behind a part of the body: `affected leg: R`, `involved knee L, flex 95`, `LE = R`; in
    /// small letters only before a part of the body or an operation.
    private func isSideLetter(_ at: Int) -> Bool {
        let next = note.key(at + 1)
        guard note.tokens[at].shape != .lower else { return isPart(next) && isSideAbbreviation(at) }
        if isSideAbbreviation(at) { return true }
        guard at + 1 == note.tokens.count || !note.tokens[at].touches(note.tokens[at + 1]) || next != "'" else {
            return false
        }
        if at + 1 < note.tokens.count, note.tokens[at + 1].isNumber, note.tokens[at].touches(note.tokens[at + 1]) {
            return false
        }
        let isValue = [":", "=", "-", "–"].contains(note.key(at - 1))
        return isPart(note.key(isValue ? at - 2 : at - 1))
    }

    private func isPart(_ key: String) -> Bool {
        Self.regions[key] != nil || Self.limbs.contains(key) || Self.affectedWords.contains(key)
            || Self.procedures.contains(key)
    }

    private static let limbs: Set<String> = [
        "leg", "arm", "ue", "le", "lle", "rle", "side", "limb", "extremity", "body", "thigh", "calf", "forearm",
    ]

    private func isSideAbbreviation(_ at: Int) -> Bool {
        let next = note.key(at + 1)
        let isBracketed = note.key(at - 1) == "(" && next == ")"
        if isBracketed { return true }
        guard at + 1 < note.tokens.count, note.tokens[at + 1].isWord, !note.tokens[at].touches(note.tokens[at + 1])
        else { return false }
        return !(at > 0 && note.tokens[at - 1].isNumber)
    }

    // MARK: What is treated

    /// `affected right hip`, `affected knee: left`, `the L involved leg`; sound sides for comparison are left out.
    private func affected() -> [Laterality.Mention] {
        var found: [Laterality.Mention] = []
        for at in note.tokens.indices where Self.affectedWords.contains(note.key(at)) {
            let before = note.tokens(before: at, atMost: 3)
            if before.contains(where: { Self.soundWords.contains(note.key($0)) }) { continue }
            let clause = note.clause(around: at..<(at + 1), endedBy: [".", ";", "|", "?", "!", ","])
            let after = (at + 1)..<min(clause.upperBound, at + 7)
            let lead = max(clause.lowerBound, at - 2)..<at
            // the side behind the word, else right before it; both sides tell nothing
            let behind = sides(after)
            if behind.contains(where: { $0.side != behind[0].side }) || after.contains(where: { isBilateral($0) }) {
                continue
            }
            guard let (side, place) = behind.first ?? sides(lead).last else { continue }
            if (min(at, place)...max(at, place)).contains(where: { Self.soundWords.contains(note.key($0)) }) {
                continue
            }
            if after.contains(where: { Self.brain.contains(note.key($0)) }) { continue }
            let words = min(at, place)..<min(clause.upperBound, max(at, place) + 3)
            found.append(
                Laterality.Mention(
                    side: side, range: note.range(ofTokens: min(at, place)..<(max(at, place) + 1)),
                    regions: regions(words)))
        }
        return found
    }

    private func sides(_ tokens: Range<Int>) -> [(side: Laterality.Side, at: Int)] {
        tokens.compactMap { at in side(at).map { ($0, at) } }
    }

    private func isBilateral(_ at: Int) -> Bool {
        ["bilateral", "bilaterally", "both", "b/l", "bilat"].contains(note.key(at))
    }

    private func regions(_ tokens: Range<Int>) -> Set<String> { Set(tokens.compactMap { Self.regions[note.key($0)] }) }

    // MARK: The diagnosis

    private func diagnosis(_ affected: [Range<Int>]) -> Laterality.Mention? {
        var mentions: [Laterality.Mention] = []
        var coded: [Laterality.Mention] = []
        for match in Self.diagnosisCues.matches(note, in: 0..<note.tokens.count) {
            let sentence = note.tokens(in: note.sentence(at: note.tokens[match.tokens.lowerBound].range.lowerBound))
            let rest = match.tokens.upperBound..<max(match.tokens.upperBound, sentence.upperBound)
            if rest.contains(where: isBilateral) { return nil }
            mentions += named(rest, affected)
            coded += codes(rest)
            if !mentions.isEmpty || !coded.isEmpty { break }
        }
        if mentions.isEmpty, coded.isEmpty {
            mentions = procedures(affected)
            coded = codesOfTheNote()
        }
        let all = mentions.isEmpty ? coded : mentions
        guard let first = all.first, !all.contains(where: { $0.side != first.side }) else { return nil }
        return Laterality.Mention(
            side: first.side, range: first.range, regions: all.reduce(into: []) { $0.formUnion($1.regions) })
    }

    private func named(_ tokens: Range<Int>, _ affected: [Range<Int>]) -> [Laterality.Mention] {
        sides(tokens).compactMap { side, at in
            let range = note.tokens[at].range
            guard !affected.contains(where: { $0.contains(range.lowerBound) }) else { return nil }
            let words = at..<min(tokens.upperBound, at + 6)
            let phrase = (at..<min(tokens.upperBound, at + 4))
            if phrase.contains(where: { Self.brain.contains(note.key($0)) }),
                !phrase.contains(where: { ["hemiparesis", "hemiplegia"].contains(note.key($0)) })
            {
                return nil
            }
            if ["hand", "handed"].contains(note.key(at + 1)), ["dominant", "dominance"].contains(note.key(at + 2)) {
                return nil
            }
            let end = min(tokens.upperBound, at + 3)
            return Laterality.Mention(
                side: side, range: range.lowerBound..<note.range(ofTokens: at..<end).upperBound, regions: regions(words)
            )
        }
    }

    /// A side with an operation or condition anywhere in the note: `Right TKA on 2/3`.
    private func procedures(_ affected: [Range<Int>]) -> [Laterality.Mention] {
        sides(0..<note.tokens.count).compactMap { side, at in
            guard !affected.contains(where: { $0.contains(note.tokens[at].range.lowerBound) }) else { return nil }
            let words = note.tokens(from: at + 1, atMost: 4)
            guard let end = words.first(where: { Self.procedures.contains(note.key($0)) }),
                !(at..<end).contains(where: {
                    Self.brain.contains(note.key($0)) || Self.soundWords.contains(note.key($0))
                        || note.tokens[$0].isSymbol(".")
                })
            else { return nil }
            return Laterality.Mention(
                side: side, range: note.range(ofTokens: at..<(end + 1)), regions: regions(at..<(end + 1)))
        }
    }
}

enum LateralityFact: Fact {
    static func find(in facts: NoteFacts) -> Laterality {
        LateralityReader(note: facts.note, outline: facts.outline, rubric: facts.rubric).read()
    }
}

extension NoteFacts {
    package var laterality: Laterality { self[LateralityFact.self] }
}
