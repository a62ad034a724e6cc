/// Which of many programs can begin at a token, found by the token's key instead of by trying all.
struct PhraseIndex: Sendable {
    let programs: [PhraseProgram]
    private var exact: [String: [Int]] = [:]
    /// By the first one, two or three bytes of a word's beginning; `beginningKey` makes the key.
    private var beginnings: [UInt32: [Int]] = [:]
    private var beginningLengths: Set<Int> = []
    private var numbers: [Int] = []

    init(_ programs: [PhraseProgram]) {
        self.programs = programs
        for (number, program) in programs.enumerated() {
            var firsts = First()
            Self.collect(program, from: 0, into: &firsts)
            for key in firsts.keys { exact[key, default: []].append(number) }
            for prefix in firsts.prefixes {
                let length = min(3, prefix.utf8.count)
                beginningLengths.insert(length)
                let key = Self.beginningKey(prefix, length)
                if beginnings[key]?.last != number { beginnings[key, default: []].append(number) }
            }
            if firsts.number { numbers.append(number) }
        }
    }

    /// Calls `body` with each program that can begin at the token; a program can come twice.
    @inline(__always)
    func candidates(_ token: Token, _ body: (Int) -> Void) {
        if let found = exact[token.key] { for number in found { body(number) } }
        if token.kind == .number { for number in numbers { body(number) } }
        guard token.kind != .symbol else { return }
        let count = token.key.utf8.count
        for length in 1...3 where length <= count && beginningLengths.contains(length) {
            if let found = beginnings[Self.beginningKey(token.key, length)] { for number in found { body(number) } }
        }
    }

    private static func beginningKey(_ text: String, _ length: Int) -> UInt32 {
        var key = UInt32(length)
        for byte in text.utf8.prefix(length) { key = key << 8 | UInt32(byte) }
        return key
    }

    private struct First {
        var keys: Set<String> = []
        var prefixes: Set<String> = []
        var number = false
    }

    private static func collect(_ program: PhraseProgram, from pc: Int, into firsts: inout First) {
        switch program.steps[pc] {
        case .key(let key): firsts.keys.insert(key)
        case .prefix(let prefix): firsts.prefixes.insert(prefix)
        case .number: firsts.number = true
        case .lexicon(let number):
            for inner in program.lexicons[number].phrases { collect(inner.program, from: 0, into: &firsts) }
        case .lineStart, .lineEnd, .gap: collect(program, from: pc + 1, into: &firsts)
        case .fork(let first, let second):
            collect(program, from: first, into: &firsts)
            collect(program, from: second, into: &firsts)
        case .jump(let to): collect(program, from: to, into: &firsts)
        case .match: break
        }
    }
}
