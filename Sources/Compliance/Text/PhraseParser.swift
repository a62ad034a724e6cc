/// Reads a pattern into a program, by recursive descent.
struct PhraseParser {
    private let pattern: String
    private let scalars: [Unicode.Scalar]
    private let lexicons: [String: Lexicon]
    private var at = 0
    private var program = PhraseProgram()

    init(_ pattern: String, lexicons: [String: Lexicon]) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
        self.lexicons = lexicons
    }

    mutating func parse() throws(PhraseError) -> PhraseProgram {
        try sequence()
        guard at == scalars.count else { throw error("\(scalars[at]) has no partner") }
        try checkEnds()
        program.steps.append(.match)
        return program
    }

    private func error(_ message: String) -> PhraseError { PhraseError(pattern: pattern, message: message) }

    private func checkEnds() throws(PhraseError) {
        guard let first = program.steps.first, let last = program.steps.last else { throw error("a pattern is empty") }
        if case .gap = first { throw error("a pattern cannot begin with a gap") }
        if case .gap = last { throw error("a pattern cannot end with a gap") }
        let consumes = program.steps.contains {
            switch $0 {
            case .key, .prefix, .number, .lexicon: true
            default: false
            }
        }
        if !consumes { throw error("a pattern needs a word, a number or a sign") }
    }

    /// Up to the end, or a `|`, `]` or `)` of an enclosing group.
    private mutating func sequence() throws(PhraseError) {
        while at < scalars.count {
            switch scalars[at] {
            case " ", "\t": at += 1
            case "|", "]", ")": return
            case "[": try alternatives()
            case "(": try group()
            case "#": try number()
            case "~": try gap()
            case "@": try list()
            case "^": step(.lineStart)
            case "$": step(.lineEnd)
            case "*": throw error("* stands behind the beginning of a word")
            default: try literal()
            }
        }
    }

    private mutating func step(_ step: PhraseProgram.Step) {
        at += 1
        program.steps.append(step)
    }

    private mutating func alternatives() throws(PhraseError) {
        at += 1
        try ways(upTo: "]")
    }

    /// `(a|b)` is `[a|b]`; with a `?` behind it may miss.
    private mutating func group() throws(PhraseError) {
        at += 1
        let fork = program.steps.count
        program.steps.append(.fork(0, 0))
        try ways(upTo: ")")
        let mayMiss = at < scalars.count && scalars[at] == "?"
        if mayMiss { at += 1 }
        program.steps[fork] = mayMiss ? .fork(fork + 1, program.steps.count) : .jump(fork + 1)
    }

    /// `a|b c]`: a chain of forks, each way jumping behind the group.
    private mutating func ways(upTo close: Unicode.Scalar) throws(PhraseError) {
        var jumps: [Int] = []
        while true {
            let fork = program.steps.count
            program.steps.append(.fork(0, 0))
            try sequence()
            guard program.steps.count > fork + 1 else {
                throw error("an alternative is empty; write (…)? for what may miss")
            }
            guard at < scalars.count, scalars[at] == "|" || scalars[at] == close else {
                throw error("a group has no \(close)")
            }
            let isLast = scalars[at] == close
            at += 1
            if isLast {
                // the last way has no other: the fork becomes a step to its own beginning
                program.steps[fork] = .jump(fork + 1)
                break
            }
            jumps.append(program.steps.count)
            program.steps.append(.jump(0))
            program.steps[fork] = .fork(fork + 1, program.steps.count)
        }
        for jump in jumps { program.steps[jump] = .jump(program.steps.count) }
    }

    private mutating func number() throws(PhraseError) {
        at += 1
        var sign = ""
        while at < scalars.count, "<>=".unicodeScalars.contains(scalars[at]) {
            sign.unicodeScalars.append(scalars[at])
            at += 1
        }
        guard !sign.isEmpty else {
            program.steps.append(.number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude))
            return
        }
        var digits = ""
        while at < scalars.count, Tokenizer.isDigit(scalars[at]) || scalars[at] == "." {
            digits.unicodeScalars.append(scalars[at])
            at += 1
        }
        guard let bound = Double(digits) else { throw error("#\(sign) needs a number") }
        let most = Double.greatestFiniteMagnitude
        switch sign {
        case "<": program.steps.append(.number(-most...bound.nextDown))
        case "<=": program.steps.append(.number(-most...bound))
        case ">": program.steps.append(.number(bound.nextUp...most))
        case ">=": program.steps.append(.number(bound...most))
        case "=": program.steps.append(.number(bound...bound))
        default: throw error("#\(sign) is no bound")
        }
    }

    private mutating func gap() throws(PhraseError) {
        at += 1
        var digits = ""
        while at < scalars.count, Tokenizer.isDigit(scalars[at]) {
            digits.unicodeScalars.append(scalars[at])
            at += 1
        }
        guard let count = Int(digits), (1...40).contains(count) else { throw error("~ needs a number from 1 to 40") }
        program.steps.append(.gap(count))
    }

    private mutating func list() throws(PhraseError) {
        at += 1
        var name = ""
        while at < scalars.count,
            Tokenizer.isLetter(scalars[at]) || Tokenizer.isDigit(scalars[at]) || scalars[at] == "-"
        {
            name.unicodeScalars.append(scalars[at])
            at += 1
        }
        guard let lexicon = lexicons[name] else { throw error("no list is called @\(name)") }
        program.steps.append(.lexicon(program.lexicons.count))
        program.lexicons.append(lexicon)
    }

    /// Words, numbers and signs as the tokenizer cuts them. A hyphen between two words is left out, for the matcher passes
    /// over it in the note.
    private mutating func literal() throws(PhraseError) {
        var run: [Unicode.Scalar] = []
        var isPrefix = false
        while at < scalars.count, !" \t|[]()#~@^$".unicodeScalars.contains(scalars[at]) {
            if scalars[at] == "*" {
                isPrefix = true
                at += 1
                break
            }
            if scalars[at] == "\\" {
                guard at + 1 < scalars.count else { throw error("\\ stands at the end") }
                if run.isEmpty {
                    program.steps.append(.key(String(scalars[at + 1])))
                    at += 2
                    return
                }
                break
            }
            run.append(scalars[at])
            at += 1
        }
        let tokens = Tokenizer.cut(run).tokens
        for (index, token) in tokens.enumerated() {
            let isInner = index > 0 && index + 1 < tokens.count
            if isInner, token.isSymbol("-"), tokens[index - 1].kind != .symbol, tokens[index + 1].kind != .symbol {
                continue
            }
            let isLast = index + 1 == tokens.count
            if isPrefix, isLast {
                guard token.kind != .symbol else { throw error("* stands behind the beginning of a word") }
                program.steps.append(.prefix(token.key))
            } else {
                program.steps.append(.key(token.key))
            }
        }
    }
}
