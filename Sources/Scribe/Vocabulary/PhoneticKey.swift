/// What a word sounds like, roughly: two spellings of one sound have one key. Made for the Greek and Latin of medicine,
/// after the idea of Metaphone (Philips 1990): consonants only but for a vowel in front, silent letters dropped, voiced and
/// voiceless consonants alike, because recognisers mix those up.
enum PhoneticKey {
    /// - Parameter word: folded to lower case without diacritics; other letters than a–z are passed over
    static func of(_ word: String) -> String {
        let letters = word.utf8.filter { (0x61...0x7A).contains($0) }
        var key: [UInt8] = []
        var index = 0
        func at(_ offset: Int) -> UInt8 { letters.indices.contains(index + offset) ? letters[index + offset] : 0 }
        func starts(_ text: StaticString) -> Bool {
            (0..<text.utf8CodeUnitCount).allSatisfy { at($0) == text.utf8Start[$0] }
        }
        func isFront(_ letter: UInt8) -> Bool { [0x65, 0x69, 0x79].contains(letter) }
        func add(_ sound: StaticString, taking count: Int = 1) {
            let bytes = (0..<sound.utf8CodeUnitCount).map { sound.utf8Start[$0] }
            // a double sound is one
            for byte in bytes where key.last != byte { key.append(byte) }
            index += count
        }
        // a first letter that nobody says
        for silent: StaticString in ["ps", "pn", "pt", "kn", "gn", "mn", "wr"] where starts(silent) {
            index = 1
            break
        }
        if index == 0, starts("x") { add("S") }
        while index < letters.count {
            switch at(0) {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"), UInt8(ascii: "w"), UInt8(ascii: "h"):
                if key.isEmpty { key.append(first(at(0), before: at(1))) }
                index += 1
            case UInt8(ascii: "b"): add("P")
            case UInt8(ascii: "c"):
                if starts("cial") || starts("cian") || starts("cious") {
                    add("X", taking: 2)
                } else if starts("ch") {
                    add("K", taking: 2)
                } else {
                    add(isFront(at(1)) ? "S" : "K")
                }
            case UInt8(ascii: "d"): starts("dg") && isFront(at(2)) ? add("J", taking: 2) : add("T")
            case UInt8(ascii: "g"):
                if starts("gh") { add(index == 0 ? "K" : "", taking: 2) } else { add(isFront(at(1)) ? "J" : "K") }
            case UInt8(ascii: "j"): add("J")
            case UInt8(ascii: "k"), UInt8(ascii: "q"): add("K")
            case UInt8(ascii: "l"): add("L")
            case UInt8(ascii: "m"): add("M")
            case UInt8(ascii: "n"): add("N")
            case UInt8(ascii: "p"): starts("ph") ? add("F", taking: 2) : add("P")
            case UInt8(ascii: "r"): add("R")
            case UInt8(ascii: "s"):
                if starts("sh") {
                    add("X", taking: 2)
                } else if starts("sion") {
                    add("X", taking: 2)
                } else if starts("sc") && isFront(at(2)) {
                    add("S", taking: 2)
                } else {
                    add("S")
                }
            case UInt8(ascii: "t"): starts("tion") || starts("tial") ? add("X", taking: 2) : add("T")
            case UInt8(ascii: "f"), UInt8(ascii: "v"): add("F")
            case UInt8(ascii: "x"): add("KS")
            case UInt8(ascii: "z"): add("S")
            default: index += 1
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// A sound in front is kept, for it may be all that tells two words apart (afferent, efferent); `ae` and `oe` are `e`.
    private static func first(_ letter: UInt8, before next: UInt8) -> UInt8 {
        switch (letter, next) {
        case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "o"), UInt8(ascii: "e")): UInt8(ascii: "E")
        case (UInt8(ascii: "y"), _): UInt8(ascii: "I")
        default: letter - 0x20
        }
    }
}
