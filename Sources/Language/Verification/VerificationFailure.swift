/// Why a sentence is withheld.
package enum VerificationFailure: String, Error, Sendable, CaseIterable {
    /// It has no text, or no citation.
    case uncited
    /// A citation names a passage that was not among the evidence.
    case noSuchPassage
    /// A quote of fewer than `Verifier.fewestWords` words proves nothing.
    case quoteTooShort
    /// A quote over more than `Verifier.mostSentences` sentences proves too much.
    case quoteTooLong
    /// The quoted words do not stand in the cited passage.
    case notVerbatim
    /// It has letters or signs that neither ASCII nor its quotes have: look-alikes, invisible characters.
    case foreignCharacters
    /// A number, or its unit, is not in the quotes.
    case number
    /// A name, an abbreviation or a code is not in the quotes.
    case name
    /// Something is denied that the quotes do not deny, or the other way round.
    case negation
    /// A word that turns a meaning round (`before`, `left`, `increase`, `always`) is not in the quotes.
    case turnedMeaning
    /// Too many of its words are not in the quotes.
    case unsupported
    /// The quoted sentence speaks to a language model, not to students.
    case instruction
}
