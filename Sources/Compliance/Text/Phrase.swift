/// A pattern over tokens, for rule packs and code alike.
///
///     prior level of function   words, folded; a hyphen between words of the note may stand anywhere between them
///     improv*                   any word that begins so
///     [wk|week|per week]        one of several, each of one or more words; (wk|week) is the same
///     (the)? plan               what may be missing; (the|a)? plan one of several
///     #  #<91  #>=8  #=12       a number, with a bound
///     ~4                        up to four tokens of the same sentence
///     @lexicon                  a phrase of a named list
///     ^  $                      the first word of a line, the end of a line
///     / % :                     a sign stands for itself; \# \( \| for those that mean something
package struct Phrase: Sendable {
    package let pattern: String
    let program: PhraseProgram

    /// - Throws: when the pattern cannot be read, names a list that is not in `lexicons`, or begins or ends with a gap.
    package init(_ pattern: String, lexicons: [String: Lexicon] = [:]) throws(PhraseError) {
        self.pattern = pattern
        var parser = PhraseParser(pattern, lexicons: lexicons)
        program = try parser.parse()
    }
}

/// A named list of phrases.
package struct Lexicon: Sendable {
    package let name: String
    package let phrases: [Phrase]
    let index: PhraseIndex

    /// - Throws: when a phrase cannot be read. Phrases of a list name no other list.
    package init(name: String, phrases: [String]) throws(PhraseError) {
        self.name = name
        var compiled: [Phrase] = []
        for pattern in phrases { compiled.append(try Phrase(pattern)) }
        self.phrases = compiled
        index = PhraseIndex(compiled.map(\.program))
    }
}

/// Why a pattern cannot be read.
package struct PhraseError: Error, Equatable {
    package let pattern: String
    package let message: String
}

/// A pattern compiled for a matcher with backtracking.
struct PhraseProgram: Sendable {
    enum Step: Sendable {
        case key(String)
        case prefix(String)
        case number(ClosedRange<Double>)
        case lexicon(Int)
        case gap(Int)
        case lineStart
        case lineEnd
        /// The first way is tried first.
        case fork(Int, Int)
        case jump(Int)
        case match
    }

    var steps: [Step] = []
    var lexicons: [Lexicon] = []
}
