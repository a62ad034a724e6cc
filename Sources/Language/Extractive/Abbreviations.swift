/// Abbreviations that the sources themselves explain: "diabetic ketoacidosis, or DKA", "FEES stands for fibreoptic …".
struct Abbreviations: Sendable {
    /// Folded abbreviation → stems of what it stands for.
    let meanings: [String: [String]]

    /// - Parameter asked: abbreviations of a question; "TUG" is the "Timed Up and Go" of the sources, without their saying so
    init(_ entries: [SentenceBook.Entry], asked: [String] = []) {
        var meanings: [String: [String]] = [:]
        for entry in entries {
            for (index, word) in entry.words.enumerated()
            where Self.isAbbreviation(word) && meanings[word.folded] == nil {
                meanings[word.folded] = Self.expansion(of: word.folded, at: index, in: entry.words)
            }
        }
        for letters in asked where meanings[letters] == nil {
            meanings[letters] = entries.lazy.compactMap { Self.initials(letters, in: $0.words) }.first
        }
        self.meanings = meanings
    }

    /// Capitalised words that follow each other and spell it, small words between them skipped.
    private static func initials(_ letters: String, in words: [Word]) -> [String]? {
        let capitals = words.filter {
            $0.text.first?.isUppercase == true || !["and", "of", "the", "for"].contains($0.folded)
        }
        guard capitals.count >= letters.count else { return nil }
        let starts = 0...(capitals.count - letters.count)
        let found = starts.lazy.map { capitals[$0..<($0 + letters.count)] }.first { run in
            run.allSatisfy { $0.text.first?.isUppercase == true } && run.compactMap(\.folded.first) == Array(letters)
        }
        return found?.filter { !$0.isStop }.map(\.stem)
    }

    private static func isAbbreviation(_ word: Word) -> Bool {
        (2...6).contains(word.folded.utf8.count) && word.text.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    /// Words nearby whose initials spell it; small words between them may be skipped.
    private static func expansion(of letters: String, at index: Int, in words: [Word]) -> [String]? {
        let reach = letters.count + 5
        let places =
            Array(max(0, index - reach)..<index) + Array((index + 1)..<max(index + 1, min(words.count, index + reach)))
        for start in places {
            var stems: [String] = []
            var rest = Substring(letters)
            for word in words[start...].prefix(reach) {
                guard let next = rest.first else { break }
                if word.folded == letters { break }
                if word.folded.first == next {
                    stems.append(word.stem)
                    rest.removeFirst()
                } else if stems.isEmpty || !word.isStop {
                    // a compound may hide a letter: ketoacidosis is K and A
                    if rest.count <= 2, let last = stems.last, last.contains(next), rest.count == 1 {
                        rest.removeFirst()
                    }
                    break
                }
            }
            if rest.count == 1, let next = rest.first, let last = stems.last, stems.count > 1,
                last.dropFirst().contains(next)
            {
                rest.removeFirst()
            }
            if rest.isEmpty, stems.count > 1 { return stems }
        }
        return nil
    }
}
