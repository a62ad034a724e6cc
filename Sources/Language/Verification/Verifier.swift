/// Checks a draft against its evidence. Nothing is shown that has not passed here, whoever wrote it.
package struct Verifier: Sendable {
    /// Words that a quote must have to prove anything.
    package static let fewestWords = 3
    /// Sentences that a quote may run over.
    package static let mostSentences = 3

    /// A statement with its proofs.
    package struct Checked: Sendable, Hashable {
        package let text: String
        package let proofs: [Proof]
    }

    /// Whole sentences of a passage.
    package struct Proof: Sendable, Hashable {
        /// Index among the passages.
        package let passage: Int
        package let range: Range<String.Index>
        package let quote: String
    }

    package let passages: [Passage]

    package init(passages: [Passage]) {
        self.passages = passages
    }

    /// - Throws: `VerificationFailure`
    package func check(_ statement: Draft.Statement) throws(VerificationFailure) -> Checked {
        let text = Self.plain(statement.text)
        guard !text.isEmpty, !statement.references.isEmpty else { throw .uncited }
        let proofs = try prove(statement.references)
        if let failure = Support(quotes: proofs.map(\.quote)).failure(of: text) { throw failure }
        return Checked(text: text, proofs: proofs)
    }

    /// Every reference must hold; one invented quote spoils the statement.
    func prove(_ references: [Draft.Reference]) throws(VerificationFailure) -> [Proof] {
        var proofs: [Proof] = []
        for reference in references {
            let proof = try prove(reference)
            if !proofs.contains(proof) { proofs.append(proof) }
        }
        return proofs
    }

    private func prove(_ reference: Draft.Reference) throws(VerificationFailure) -> Proof {
        guard passages.indices.contains(reference.passage - 1) else { throw .noSuchPassage }
        let text = passages[reference.passage - 1].text
        guard Word.words(in: reference.quote).count >= Self.fewestWords else { throw .quoteTooShort }
        guard let range = QuoteMatcher.range(of: reference.quote, in: text) else { throw .notVerbatim }
        let sentences = Sentences.ranges(in: text).filter { $0.overlaps(range) }
        guard let first = sentences.first, let last = sentences.last else { throw .notVerbatim }
        guard sentences.count <= Self.mostSentences else { throw .quoteTooLong }
        guard !sentences.contains(where: { InstructionLike.matches(String(text[$0])) }) else { throw .instruction }
        let whole = first.lowerBound..<last.upperBound
        return Proof(passage: reference.passage - 1, range: whole, quote: String(text[whole]))
    }

    /// One line without marks such as `[1]` or `(2, 3)` at its end; the marks that a reader sees are set by `CitationList`.
    static func plain(_ text: String) -> String {
        var line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while let open = line.lastIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
            line[line.index(after: open)..<close].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == " ") })
        {
            line.removeSubrange(open...close)
            while line.last?.isWhitespace == true { line.removeLast() }
        }
        return line
    }
}
