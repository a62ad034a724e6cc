/// Which of many programs can begin at a token, and with which of their alternatives, found by the token's key instead of
/// by trying all.
struct PhraseIndex: Sendable {
    /// One way into a program: the step that takes its first token.
    struct Entry: Sendable {
        let program: Int
        let step: Int
    }

    let programs: [PhraseProgram]
    /// Program after program; of each, in the order in which it tries them.
    private(set) var entries: [Entry] = []
    private var exact: [String: [Int]] = [:]
    /// By the first one, two or three bytes of a word's beginning; `beginningKey` makes the key.
    private var beginnings: [UInt32: [Int]] = [:]
    private var beginningLengths: Set<Int> = []
    private var numbers: [Int] = []

    init(_ programs: [PhraseProgram]) {
        self.programs = programs
        for number in programs.indices { collect(number, programs[number], from: 0, entry: nil) }
    }

    /// Calls `body` with the number of each entry that the token may fit; one can come twice.
    @inline(__always)
    func candidates(_ token: Token, _ body: (Int) -> Void) {
        if let found = exact[token.key] { for entry in found { body(entry) } }
        if token.kind == .number { for entry in numbers { body(entry) } }
        guard token.kind != .symbol else { return }
        let count = token.key.utf8.count
        for length in 1...3 where length <= count && beginningLengths.contains(length) {
            if let found = beginnings[Self.beginningKey(token.key, length)] { for entry in found { body(entry) } }
        }
    }

    private static func beginningKey(_ text: String, _ length: Int) -> UInt32 {
        var key = UInt32(length)
        for byte in text.utf8.prefix(length) { key = key << 8 | UInt32(byte) }
        return key
    }

    /// - Parameter entry: the entry that these steps belong to, when they stand behind its first
    private mutating func collect(_ number: Int, _ program: PhraseProgram, from pc: Int, entry: Int?) {
        func own() -> Int {
            if let entry { return entry }
            entries.append(Entry(program: number, step: pc))
            return entries.count - 1
        }
        switch program.steps[pc] {
        case .key(let key):
            let entry = own()
            if exact[key]?.last != entry { exact[key, default: []].append(entry) }
        case .prefix(let prefix):
            let length = min(3, prefix.utf8.count)
            beginningLengths.insert(length)
            let entry = own()
            let key = Self.beginningKey(prefix, length)
            if beginnings[key]?.last != entry { beginnings[key, default: []].append(entry) }
        case .number:
            let entry = own()
            if numbers.last != entry { numbers.append(entry) }
        case .lexicon(let list):
            let entry = own()
            for inner in program.lexicons[list].phrases { collect(number, inner.program, from: 0, entry: entry) }
        case .lineStart, .lineEnd, .gap:
            let entry = own()
            collect(number, program, from: pc + 1, entry: entry)
        case .fork(let first, let second):
            collect(number, program, from: first, entry: entry)
            collect(number, program, from: second, entry: entry)
        case .jump(let to): collect(number, program, from: to, entry: entry)
        case .match: break
        }
    }
}
