/// Runs one program at one token, with backtracking. Between two words of a pattern the note may have a hyphen that
/// touches both, the full stop of an abbreviation, or the end of a line that was wrapped.
struct PhraseMatcher {
    let note: NoteText
    /// Index of the token behind the last that may be used.
    let end: Int
    private(set) var numbers: [Double] = []

    init(note: NoteText, end: Int) {
        self.note = note
        self.end = end
    }

    /// - Returns: index of the token behind the match.
    mutating func run(_ program: PhraseProgram, from start: Int) -> Int? {
        numbers.removeAll()
        return run(program, 0, start, start: start)
    }

    /// Calls `body` with each program of the index that matches at a token, in order, and the end of its first match.
    /// - Parameter candidates: room for numbers of entries, kept from call to call
    mutating func programs(
        of index: PhraseIndex, at start: Int, candidates: inout [Int], _ body: (Int, Int, [Double]) -> Void
    ) {
        candidates.removeAll(keepingCapacity: true)
        index.candidates(note.tokens[start]) { candidates.append($0) }
        if candidates.count > 1 { candidates.sort() }
        var (previous, matched) = (-1, -1)
        for number in candidates where number != previous {
            previous = number
            let entry = index.entries[number]
            guard entry.program != matched else { continue }
            numbers.removeAll()
            if let end = run(index.programs[entry.program], entry.step, start, start: start) {
                matched = entry.program
                body(entry.program, end, numbers)
            }
        }
    }

    private mutating func run(_ program: PhraseProgram, _ first: Int, _ token: Int, start: Int) -> Int? {
        var (pc, at) = (first, token)
        while true {
            switch program.steps[pc] {
            case .match: return at
            case .jump(let to): pc = to
            case .fork(let one, let other):
                let count = numbers.count
                if let end = run(program, one, at, start: start) { return end }
                numbers.removeSubrange(count...)
                pc = other
            case .gap(let most): return gap(program, pc + 1, at, most: most, start: start)
            case .lineStart:
                guard isLineStart(at) else { return nil }
                pc += 1
            case .lineEnd:
                guard isLineEnd(at) else { return nil }
                pc += 1
            case .lexicon(let number):
                return list(program, program.lexicons[number], pc + 1, at, start: start)
            case .key, .prefix, .number:
                guard let next = take(program.steps[pc], at, start: start) else { return nil }
                (pc, at) = (pc + 1, next)
            }
        }
    }

    /// The token behind the one that the step takes, at `at` or behind what may stand between words.
    private mutating func take(_ step: PhraseProgram.Step, _ at: Int, start: Int) -> Int? {
        guard at < end else { return nil }
        if accepts(step, note.tokens[at]) { return at + 1 }
        guard at > start, isBetweenWords(at), at + 1 < end, accepts(step, note.tokens[at + 1]) else { return nil }
        return at + 2
    }

    private mutating func accepts(_ step: PhraseProgram.Step, _ token: Token) -> Bool {
        switch step {
        case .key(let key): return token.key == key
        case .prefix(let prefix): return token.kind != .symbol && token.key.hasPrefix(prefix)
        case .number(let bounds):
            guard token.kind == .number, let value = token.value, bounds.contains(value) else { return false }
            numbers.append(value)
            return true
        default: return false
        }
    }

    private mutating func gap(_ program: PhraseProgram, _ pc: Int, _ token: Int, most: Int, start: Int) -> Int? {
        var (at, skipped) = (token, 0)
        while at < end, note.sentenceOfToken[at] == note.sentenceOfToken[at - 1] {
            let count = numbers.count
            if let end = run(program, pc, at, start: start) { return end }
            numbers.removeSubrange(count...)
            guard skipped < most, !note.tokens[at].isSymbol(";") else { return nil }
            // a wrapped line's end is no token for the reader
            if note.tokens[at].kind != .lineBreak { skipped += 1 } else if !note.isSoftBreak(at) { return nil }
            at += 1
        }
        return nil
    }

    /// Each phrase of the list that begins here, the longest first.
    private mutating func list(
        _ program: PhraseProgram, _ lexicon: Lexicon, _ pc: Int, _ at: Int, start: Int
    ) -> Int? {
        var places = [at]
        if at > start, at < end, isBetweenWords(at) { places.append(at + 1) }
        for place in places where place < end {
            var ends: Set<Int> = []
            var candidates: [Int] = []
            var inner = PhraseMatcher(note: note, end: end)
            inner.programs(of: lexicon.index, at: place, candidates: &candidates) { _, end, _ in ends.insert(end) }
            let count = numbers.count
            for end in ends.sorted(by: >) {
                if let end = run(program, pc, end, start: start) { return end }
                numbers.removeSubrange(count...)
            }
        }
        return nil
    }

    private func isBetweenWords(_ at: Int) -> Bool {
        let token = note.tokens[at]
        guard at > 0, at + 1 < note.tokens.count else { return false }
        switch token.kind {
        case .lineBreak: return note.isSoftBreak(at)
        case .symbol:
            switch token.key {
            case "-", "\u{2010}", "\u{2011}", "\u{2013}":
                return note.tokens[at - 1].touches(token) && token.touches(note.tokens[at + 1])
            case ".":
                return note.tokens[at - 1].isWord && note.tokens[at - 1].touches(token)
                    && note.sentenceOfToken[at] == note.sentenceOfToken[at + 1]
            default: return false
            }
        case .word, .number: return false
        }
    }

    private func isLineStart(_ at: Int) -> Bool {
        var before = at - 1
        while before >= 0, note.tokens[before].kind == .symbol { before -= 1 }
        return before < 0 || note.tokens[before].kind == .lineBreak
    }

    private func isLineEnd(_ at: Int) -> Bool {
        var next = at
        while next < note.tokens.count, note.tokens[next].kind == .symbol { next += 1 }
        return next >= note.tokens.count || note.tokens[next].kind == .lineBreak
    }
}
