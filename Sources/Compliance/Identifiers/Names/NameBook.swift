/// Every word of the names found, and whom it stands for.
struct NameBook {
    struct Entry {
        var person: Int
        var role: NameMention.Role
    }

    struct Person {
        var role: NameMention.Role
        var relation: String?
        /// Words without initials, the surname last.
        var words: [String]
    }

    private(set) var persons: [Person] = []
    private(set) var entries: [String: Entry] = [:]
    /// Person of each mention.
    private(set) var owners: [Int] = []
    /// `jks` and `js` of the patient.
    private(set) var initials: Set<String> = []
    /// `min-jun`, whose parts alone may be words.
    private(set) var joined: [String: Int] = [:]
    /// Words of six letters or more, for repeats that are misspelt.
    private(set) var long: [(word: [UInt8], person: Int)] = []
    /// "van", "de": words of names that mean nobody by themselves.
    private(set) var particles: Set<String> = []

    init(_ mentions: [NameMention], _ scan: NoteScan) {
        let order = mentions.indices.sorted { (mentions[$0].role.rank, -$0) > (mentions[$1].role.rank, -$1) }
        owners = [Int](repeating: 0, count: mentions.count)
        for index in order {
            let mention = mentions[index]
            let words = NameBook.words(mention, scan)
            owners[index] = add(mention, words)
            for at in mention.tokens where scan.kinds(at).contains(.particle) { particles.insert(scan.base(at)) }
            for at in mention.tokens.dropFirst() where at + 1 < mention.tokens.upperBound && scan.isDash(at) {
                joined[scan.base(at - 1) + "-" + scan.base(at + 1)] = owners[index]
            }
            if persons[owners[index]].role == .patient { addInitials(mention, scan) }
        }
        long = entries.compactMap { word, entry in
            word.utf8.count >= 6 && !Words.isOrdinary(word) ? (Array(word.utf8), entry.person) : nil
        }.sorted { ($0.person, $0.word.count) < ($1.person, $1.word.count) }
    }

    /// Whose name a word is but for one letter added, left out, changed or exchanged with its neighbour.
    func misspelt(_ word: String) -> Int? {
        guard !long.isEmpty, word.utf8.count >= 6 else { return nil }
        let letters = Array(word.utf8)
        return long.first { NameBook.isOneEdit(letters, $0.word) }?.person
    }

    private static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) <= 1, one.first == other.first else { return false }
        var (low, high) = (0, 0)
        let least = min(one.count, other.count)
        while low < least, one[low] == other[low] { low += 1 }
        while high < least - low, one[one.count - 1 - high] == other[other.count - 1 - high] { high += 1 }
        let (left, right) = (one.count - low - high, other.count - low - high)
        if left <= 1, right <= 1 { return true }
        return left == 2 && right == 2 && one[low] == other[low + 1] && one[low + 1] == other[low]
    }

    private static func words(_ mention: NameMention, _ scan: NoteScan) -> [String] {
        var words: [String] = []
        var surnames: [String] = []
        var isSurname = mention.isReversed
        for at in mention.tokens {
            if scan.key(at) == "," { isSurname = false }
            guard scan.isWord(at), !scan.isInitial(at), !scan.kinds(at).contains(.suffix),
                !scan.kinds(at).contains(.particle) || scan.isCapital(at), scan.base(at).utf8.count > 1,
                !isHyphenatedWord(at, mention.tokens, scan)
            else { continue }
            if isSurname { surnames.append(scan.base(at)) } else { words.append(scan.base(at)) }
        }
        return words + surnames
    }

    /// "Min" and "jun" of Min-jun mean something else alone.
    private static func isHyphenatedWord(_ at: Int, _ tokens: Range<Int>, _ scan: NoteScan) -> Bool {
        guard scan.isOrdinary(at) || !scan.kinds(at).isEmpty else { return false }
        return tokens.contains(at - 1) && scan.isDash(at - 1) || tokens.contains(at + 1) && scan.isDash(at + 1)
    }

    /// The person it names: one already known by every word or by the surname, else a new one.
    private mutating func add(_ mention: NameMention, _ words: [String]) -> Int {
        if mention.role == .patient, let known = persons.firstIndex(where: { $0.role == .patient }) {
            for word in words where !persons[known].words.contains(word) { persons[known].words.insert(word, at: 0) }
            enter(words, known, .patient)
            return known
        }
        let known = persons.firstIndex { person in
            let shared = words.filter { person.words.contains($0) }
            if shared.isEmpty { return false }
            if shared.count == words.count || shared.count == person.words.count {
                return person.role != .patient || mention.role == .person || shared.count > 1
            }
            return false
        }
        if let known {
            if persons[known].relation == nil { persons[known].relation = mention.relation }
            if persons[known].role == .person { persons[known].role = mention.role }
            if words.count > persons[known].words.count { persons[known].words = words }
            enter(words, known, persons[known].role)
            return known
        }
        persons.append(Person(role: mention.role, relation: mention.relation, words: words))
        enter(words, persons.count - 1, mention.role)
        return persons.count - 1
    }

    private mutating func enter(_ words: [String], _ person: Int, _ role: NameMention.Role) {
        for word in words where entries[word] == nil { entries[word] = Entry(person: person, role: role) }
    }

    private mutating func addInitials(_ mention: NameMention, _ scan: NoteScan) {
        let letters = mention.tokens.filter { scan.isWord($0) }.compactMap { scan.base($0).first }
        guard letters.count > 1, let first = letters.first, let last = letters.last else { return }
        var order = letters
        if mention.isReversed { order = Array(letters.dropFirst()) + [first] }
        initials.insert(String(order))
        if mention.isReversed {
            initials.insert(String([letters[1], first]))
        } else {
            initials.insert(String([first, last]))
        }
        initials.insert(String(letters.reversed()))
    }
}
