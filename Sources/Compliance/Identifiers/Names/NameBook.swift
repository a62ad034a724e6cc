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
            if persons[owners[index]].role == .patient { addInitials(mention, scan) }
        }
    }

    private static func words(_ mention: NameMention, _ scan: NoteScan) -> [String] {
        var words: [String] = []
        var surnames: [String] = []
        var isSurname = mention.isReversed
        for at in mention.tokens {
            if scan.key(at) == "," { isSurname = false }
            guard scan.isWord(at), !scan.isInitial(at), !scan.kinds(at).contains(.suffix),
                !scan.kinds(at).contains(.particle) || scan.isCapital(at), scan.base(at).utf8.count > 1
            else { continue }
            if isSurname { surnames.append(scan.base(at)) } else { words.append(scan.base(at)) }
        }
        return words + surnames
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
