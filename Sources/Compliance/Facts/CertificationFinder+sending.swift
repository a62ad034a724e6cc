import Kernel

/// The order on file and the sending of the plan, wherever the note speaks of them.
extension CertificationFinder {
    mutating func orderAndSending() {
        for sentence in note.sentences {
            let tokens = note.tokens(in: sentence)
            if found.order == nil, let cue = orderOnFile(tokens),
                !CertificationWords.verbal.occurs(note, in: tokens),
                !Negation.isNegated(note.range(ofTokens: cue), in: note)
            {
                let date = nearest(cue, in: sentence)
                let says = tokens.contains { ["dated", "date"].contains(note.key($0)) }
                if date != nil || says { found.order = Certification.Dated(range: sentence, date: date) }
            }
            let isPlan = tokens.contains { CertificationWords.plan.match(note, at: $0) != nil }
            let proof = CertificationWords.confirmation.first(note, in: tokens)
            if let cue = CertificationWords.sent.first(note, in: tokens), isPlan || proof != nil, !isAnnounced(cue),
                !Negation.isNegated(note.range(ofTokens: cue), in: note)
            {
                if let date = nearest(cue, in: sentence), found.transmission == nil {
                    found.transmission = Certification.Dated(range: sentence, date: date)
                }
                if let proof, found.confirmation == nil { found.confirmation = note.range(ofTokens: proof) }
            }
        }
    }

    /// `signed referral`, `order from Dr. A signed and dated 5/1/25`.
    private func orderOnFile(_ tokens: Range<Int>) -> Range<Int>? {
        if let cue = CertificationWords.order.first(note, in: tokens) { return cue }
        let nouns: Set<String> = ["order", "referral", "prescription", "script", "rx"]
        guard let noun = tokens.first(where: { nouns.contains(note.key($0)) }) else { return nil }
        let near = noun..<min(tokens.upperBound, noun + 9)
        return near.contains { note.key($0) == "signed" } ? noun..<(noun + 1) : nil
    }

    /// `will be faxed`, `to be sent`.
    private func isAnnounced(_ cue: Range<Int>) -> Bool {
        (max(0, cue.lowerBound - 3)..<cue.lowerBound).contains { ["will", "to", "shall"].contains(note.key($0)) }
    }

    /// The first date behind a cue in its sentence, else the last before it.
    private func nearest(_ cue: Range<Int>, in sentence: Range<Int>) -> CivilDate? {
        let offset = note.tokens[cue.lowerBound].range.lowerBound
        let all = dates.dates(in: sentence).filter { $0.date != nil }
        return (all.first { $0.range.lowerBound > offset } ?? all.last)?.date
    }
}
