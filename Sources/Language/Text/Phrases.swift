/// Several words that mean what one word means: `per cent`, `take place`, `on account of`. They are read as that word, so that
/// a question may use either.
enum Phrases {
    /// The words with each phrase as one word that spans it.
    static func joined(_ words: [Word]) -> [Word] {
        var joined: [Word] = []
        var index = 0
        while index < words.count {
            let found = table[words[index].folded]?.first { phrase in
                words[index...].prefix(phrase.words.count).map(\.folded) == phrase.words
            }
            guard let found else {
                joined.append(words[index])
                index += 1
                continue
            }
            let last = words[index + found.words.count - 1]
            let text = words[index].text.base[words[index].range.lowerBound..<last.range.upperBound]
            joined.append(Word(text: text, folded: found.meaning))
            index += found.words.count
        }
        return joined
    }

    private struct Phrase: Sendable {
        let words: [String]
        let meaning: String
    }

    /// First word → phrases, the longest first. A line has the forms of the first word, what follows it, and the meaning.
    private static let table: [String: [Phrase]] = {
        let lines = """
            per | cent = percent
            side | effect = causes
            side | effects = causes
            take takes took taken taking | place = happens
            on | account of = because
            owing | to = because
            walking | stick = cane
            walking | sticks = canes
            come comes came coming | up with = invented
            in | charge of = leads
            go goes went gone going | up = rises
            go goes went gone going | down = falls
            bring brings brought bringing | down = lowers
            speed speeds sped speeding | up = accelerates
            slow slows slowed slowing | down = delays
            wear wears wore worn wearing | off = lasts
            set sets setting | off = triggers
            result results resulted resulting | in = causes
            lead leads led leading | to = causes
            bring brings brought bringing | about = causes
            get gets got getting become becomes became grow grows | better = improves
            get gets got getting become becomes became grow grows | worse = worsens
            blood | thinner = anticoagulant
            blood | thinners = anticoagulants
            up | to = maximum
            at | most = maximum
            no | more than = maximum
            at | least = minimum
            most | often = commonest
            most | frequently = commonest
            most | commonly = commonest
            most | common = commonest
            most | frequent = commonest
            no | longer = not
            throw throws threw thrown throwing | away = discarded
            leave leaves left leaving | out = omitted
            instead | of = alternative
            fill fills filled filling | in = completes
            carry carries carried carrying | out = performed
            point points pointed pointing | to = means
            wait waits waited waiting | before = not
            in per every | 24 hours = daily
            per each every | day = daily
            """
        var table: [String: [Phrase]] = [:]
        for line in lines.split(separator: "\n") {
            let sides = line.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
            let parts = sides[0].split(separator: "|").map(Array.init)
            for first in parts[0] {
                table[first, default: []].append(Phrase(words: [first] + parts[1], meaning: sides[1][0]))
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()
}
