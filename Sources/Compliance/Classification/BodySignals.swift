/// Signs of a note's kind and discipline below its title.
enum BodySignals {
    static func types(_ note: NoteText, _ outline: Outline, into votes: inout Votes<NoteType>) {
        var found: Set<String> = []
        for at in note.tokens.indices where note.tokens[at].kind != .lineBreak {
            guard let (sign, end) = typeSigns.match(note, at: at), found.insert("\(sign.type)\(sign.group)").inserted
            else { continue }
            votes.add(sign.type, sign.weight, at..<end)
        }
        for section in outline.sections where !section.heading.isEmpty {
            let heading = note.tokens(in: section.heading)
            switch section.kind {
            case .reason: votes.add(.discharge, 3, heading)
            case .billing: votes.add(.daily, 1.5, heading)
            case .intervention: votes.add(.daily, 1.5, heading)
            case .certification: votes.add(.evaluation, 0.5, heading)
            default: break
            }
        }
    }

    static func disciplines(_ note: NoteText, into votes: inout Votes<Discipline>) {
        var codes: [Discipline: Double] = [:]
        var words: [Discipline: Double] = [:]
        for at in note.tokens.indices where note.tokens[at].kind != .lineBreak {
            if let (discipline, end) = strong.match(note, at: at) { votes.add(discipline, 3, at..<end) }
            for (discipline, weight) in codeWeights[note.key(at)] ?? [] where codes[discipline, default: 0] < 4 {
                codes[discipline, default: 0] += weight
                votes.add(discipline, weight, at..<(at + 1))
            }
            if let (discipline, end) = vocabulary.match(note, at: at), words[discipline, default: 0] < 2 {
                words[discipline, default: 0] += 0.5
                votes.add(discipline, 0.5, at..<end)
            }
        }
        signature(note, into: &votes)
    }

    /// The last credential of a therapist or assistant behind a name, in the last third of the note or behind a cue.
    private static func signature(_ note: NoteText, into votes: inout Votes<Discipline>) {
        var last: (Discipline, Range<Int>)?
        for at in note.tokens.indices where note.tokens[at].isWord {
            let token = note.tokens[at]
            guard token.shape != .lower || note.key(at - 1) == ",", at > 0,
                note.key(at - 1) == "," || note.tokens[at - 1].isWord && note.tokens[at - 1].shape != .lower
            else { continue }
            guard let (credential, end) = Credential.read(note, at: at), let discipline = discipline(credential.kind)
            else { continue }
            // `PT` alone must stand behind a comma or end its line
            let isShort = token.range.count == 2
            let next = note.key(end)
            if isShort, note.key(at - 1) != ",", !next.isEmpty, !["\n", ",", "|", "(", "."].contains(next) { continue }
            last = (discipline, at..<end)
        }
        if let (discipline, tokens) = last { votes.add(discipline, 6, tokens) }
    }

    private static func discipline(_ kind: Credential.Kind) -> Discipline? {
        switch kind {
        case .physicalTherapist, .physicalTherapistAssistant: .PT
        case .occupationalTherapist, .occupationalTherapyAssistant: .OT
        case .speechPathologist, .speechAssistant: .SLP
        default: nil
        }
    }

    static func asksForRecertification(_ note: NoteText) -> Bool { asking.first(note, in: note.tokens.indices) != nil }

    private struct Sign: Sendable {
        let type: NoteType
        let weight: Double
        /// Signs of one group count once.
        let group: Int
    }

    private static let typeSigns = CueTable<Sign>([
        (
            ["initial evaluation", "initial eval", "evaluation completed today"],
            Sign(type: .evaluation, weight: 1, group: 0)
        ),
        (["prior level of function", "plof"], Sign(type: .evaluation, weight: 1, group: 1)),
        (
            ["97161", "97162", "97163", "97165", "97166", "97167", "92521", "92522", "92523", "92524", "92610"],
            Sign(type: .evaluation, weight: 2.5, group: 2)
        ),
        (
            ["type of therapy", "planned interventions", "treatment plan to include"],
            Sign(type: .evaluation, weight: 1.5, group: 3)
        ),
        (["i certify the need", "certify the need for"], Sign(type: .evaluation, weight: 1, group: 4)),
        (["rehab potential", "prognosis"], Sign(type: .evaluation, weight: 1, group: 5)),
        (
            ["reporting period", "period covered", "progress period", "this reporting period", "last progress report"],
            Sign(type: .progress, weight: 2, group: 0)
        ),
        (
            ["progress toward goals", "progress towards goals", "goal status", "status of goals"],
            Sign(type: .progress, weight: 1.5, group: 1)
        ),
        (
            ["visits attended this period", "visits to date", "visits this period"],
            Sign(type: .progress, weight: 1, group: 2)
        ),
        (["97164", "97168"], Sign(type: .progress, weight: 1, group: 3)),
        (
            ["97110", "97112", "97116", "97140", "97530", "97535", "97129", "92507", "92526"],
            Sign(type: .daily, weight: 1, group: 3)
        ),
        (
            [
                "timed minutes", "total timed", "timed code", "timed tx", "total treatment time",
                "total treatment minutes", "time in", "total time in minutes",
            ], Sign(type: .daily, weight: 2, group: 0)
        ),
        (
            ["continue per poc", "cont per poc", "next session", "next visit"],
            Sign(type: .daily, weight: 0.5, group: 1)
        ),
        (["tolerated treatment", "tolerated well", "tolerated session"], Sign(type: .daily, weight: 0.5, group: 2)),
        (
            [
                "reason for discharge", "discharged because", "discharged to", "d/c to", "discharge disposition",
                "discharged from therapy", "d/c from therapy", "discharge from skilled",
            ], Sign(type: .discharge, weight: 3, group: 0)
        ),
        (
            ["course of care", "episode of care", "course of treatment", "status at discharge", "discharge status"],
            Sign(type: .discharge, weight: 2, group: 1)
        ),
    ])

    private static let strong = CueTable<Discipline>([
        (
            [
                "type of therapy: PT", "type of therapy: physical", "therapy type: PT", "skilled PT",
                "skilled physical therapy", "outpatient PT",
            ], .PT
        ),
        (
            [
                "type of therapy: OT", "type of therapy: occupational", "therapy type: OT", "skilled OT",
                "skilled occupational therapy", "outpatient OT",
            ], .OT
        ),
        (
            [
                "type of therapy: SLP", "type of therapy: speech", "type of therapy: ST", "skilled SLP", "skilled ST",
                "skilled speech", "therapy type: SLP", "outpatient SLP",
            ], .SLP
        ),
    ])

    private static let codeWeights: [String: [(Discipline, Double)]] = {
        var weights: [String: [(Discipline, Double)]] = [:]
        for code in ["97161", "97162", "97163", "97164"] { weights[code] = [(.PT, 4)] }
        for code in ["97165", "97166", "97167", "97168"] { weights[code] = [(.OT, 4)] }
        for code in [
            "92507", "92508", "92521", "92522", "92523", "92524", "92526", "92610", "92611", "92612", "96105", "96125",
            "92597", "92607", "92608", "92609", "92605", "92606",
        ] {
            weights[code] = [(.SLP, 3)]
        }
        for code in ["97129", "97130"] { weights[code] = [(.SLP, 1), (.OT, 1)] }
        for code in ["97110", "97112", "97140", "97530", "97032", "97035", "97016", "97010"] {
            weights[code] = [(.PT, 0.5), (.OT, 0.5)]
        }
        for code in ["97116", "97012"] { weights[code] = [(.PT, 1.5)] }
        for code in ["97535", "97537"] { weights[code] = [(.OT, 1)] }
        weights["gp"] = [(.PT, 1)]
        weights["go"] = []  // a word
        weights["gn"] = [(.SLP, 1)]
        return weights
    }()

    private static let vocabulary = CueTable<Discipline>([
        (
            [
                "gait", "ambulation", "stairs", "rollator", "quad sets", "slr", "heel slides", "knee flexion", "berg",
                "tug", "tinetti", "6mwt", "2mwt",
                "balance training", "gait training", "weight bearing", "dorsiflexion", "hip abduction", "lumbar",
                "vestibular", "fga", "dgi", "minibestest",
            ], .PT
        ),
        (
            [
                "adl", "adls", "iadl", "iadls", "dressing", "grooming", "bathing", "toileting", "meal prep", "grip",
                "pinch", "orthosis", "self-care", "copm",
                "fine motor", "handwriting", "hand therapy", "joint protection", "9hpt", "energy conservation",
                "adaptive equipment", "upper body dressing",
            ], .OT
        ),
        (
            [
                "aphasia", "dysphagia", "dysarthria", "swallow", "swallowing", "aspiration", "word finding",
                "intelligibility", "apraxia of speech", "voice",
                "phonation", "naming", "thin liquids", "wab", "boston naming", "communication", "articulation",
                "stuttering", "vocal", "bolus", "language",
            ], .SLP
        ),
    ])

    private static let asking = CueTable<Bool>([
        "requesting recertification", "request recertification", "recertification requested", "recert requested",
        "requesting recert",
        "serves as recertification", "serves as a recertification", "serves as the recertification",
        "this recertification", "recertification period",
        "recert period", "recommend recertification", "recertify for", "recertification for the period",
        "seeking recertification",
    ])
}
