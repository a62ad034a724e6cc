/// One defect, put into clean notes in several wordings.
struct Mutation: Sendable {
    let rule: String
    /// Rules that say the same defect in their own terms; they may fire too.
    var also: Set<String> = []
    let make: @Sendable (CleanNote) -> [CleanNote]

    /// Takes a part away or puts each of `texts` in its place, in notes of these types that have it.
    static func part(
        _ rule: String, _ part: String, of types: [String], disciplines: [String] = ["PT", "OT", "SLP"],
        also: Set<String> = [],
        _ texts: [String?]
    ) -> Mutation {
        Mutation(rule: rule, also: also) { note in
            guard types.contains(note.type), disciplines.contains(note.discipline), note[part] != nil else { return [] }
            return texts.map { note.replacing(part, by: $0) }
        }
    }

    /// Changes the words of a part; a change that changes nothing makes no mutant.
    static func change(
        _ rule: String, _ part: String, of types: [String], also: Set<String> = [],
        _ changes: [@Sendable (String) -> String]
    ) -> Mutation {
        Mutation(rule: rule, also: also) { note in
            guard types.contains(note.type), let text = note[part] else { return [] }
            return changes.compactMap { change in
                let changed = change(text)
                return changed == text ? nil : note.replacing(part, by: changed)
            }
        }
    }
}

extension Mutation {
    static func swap(_ pairs: (String, String)...) -> @Sendable (String) -> String {
        { text in pairs.reduce(text) { $0.replacing($1.0, with: $1.1) } }
    }
}
