import Kernel

/// Sides that diagnosis codes tell.
extension LateralityReader {
    private static let regionsOfCodes = [
        "M17": "knee", "S83": "knee", "M2556": "knee", "M22": "knee", "M23": "knee", "M16": "hip", "S72": "hip",
        "M2555": "hip", "M75": "shoulder", "S42": "shoulder", "S43": "shoulder", "S46": "shoulder",
        "M2551": "shoulder", "S93": "ankle", "M722": "ankle", "M2557": "ankle", "S52": "hand", "S62": "hand",
        "S63": "hand", "S66": "hand", "G560": "hand", "M771": "elbow", "M770": "elbow",
    ]

    /// Codes without a label, past history left out.
    func codesOfTheNote() -> [Laterality.Mention] {
        codes(0..<note.tokens.count).filter { mention in
            guard outline.section(at: mention.range.lowerBound).kind != .history else { return false }
            let first = note.firstToken(from: mention.range.lowerBound)
            return !note.clause(around: first..<(first + 1)).contains {
                ["pmh", "pmhx", "history", "hx", "h/o", "comorbidities", "comorbidity"].contains(note.key($0))
            }
        }
    }

    /// ICD-10-CM codes whose fifth or sixth character tells the side, by family.
    func codes(_ tokens: Range<Int>) -> [Laterality.Mention] {
        var found: [Laterality.Mention] = []
        for at in tokens where note.tokens[at].isWord && note.tokens[at].range.count == 1 && at + 1 < note.tokens.count
        {
            guard note.tokens[at].touches(note.tokens[at + 1]) else { continue }
            var text = ""
            var end = at
            while end < tokens.upperBound, end == at || note.tokens[end - 1].touches(note.tokens[end]), text.count < 9,
                note.tokens[end].kind != .symbol || note.tokens[end].isSymbol(".")
            {
                text += note.tokens[end].key.uppercased()
                end += 1
            }
            let code = text.replacing(".", with: "")
            guard code.count >= 5, let side = side(ofCode: code) else { continue }
            let region = Self.regionsOfCodes.first { code.hasPrefix($0.key) }?.value
            found.append(
                Laterality.Mention(
                    side: side, range: note.range(ofTokens: at..<end), regions: region.map { [$0] } ?? []))
        }
        return found
    }

    /// By the table `lateralityFamilies` of the rule pack: `{codes: M25, character: 6, right: "1", left: "2"}`; the
    /// longest family decides.
    private func side(ofCode code: String) -> Laterality.Side? {
        var best: (length: Int, side: Laterality.Side?)?
        for family in rubric.tables["lateralityFamilies"]?.array ?? [] {
            guard let prefix = family["codes"]?.string, code.hasPrefix(prefix), prefix.count > best?.length ?? 0 else {
                continue
            }
            let place = Int(family["character"]?.integer ?? 0)
            var side: Laterality.Side?
            if place > 0, code.count >= place {
                let mark = code[code.index(code.startIndex, offsetBy: place - 1)]
                if family["right"]?.string?.contains(mark) == true { side = .right }
                if family["left"]?.string?.contains(mark) == true { side = .left }
            }
            best = (prefix.count, side)
        }
        return best?.side
    }
}
