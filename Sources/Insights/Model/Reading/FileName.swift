/// What the name of an export says.
package enum FileName {
    /// The module: `lusi_mbchb501.csv` → 501. Three digits that follow letters, else three digits that stand alone, when
    /// there is only one such number; a browser's ` (1)` is not part of the name, nor is the path before it.
    package static func module(_ name: String) -> String? {
        let file = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        return moduleCode(in: stem.replacing(/\s*\(\d+\)\s*$/, with: ""))
    }

    /// The only three-digit number of a text, one right behind letters before any other; nil without one.
    package static func moduleCode(in text: String) -> String? {
        var behindLetters: Set<String> = []
        var alone: Set<String> = []
        var index = text.startIndex
        while index < text.endIndex {
            guard isDigit(text[index]) else {
                index = text.index(after: index)
                continue
            }
            let end = text[index...].firstIndex { !isDigit($0) } ?? text.endIndex
            if text.distance(from: index, to: end) == 3 {
                let follows = index > text.startIndex && text[text.index(before: index)].isLetter
                if follows { behindLetters.insert(String(text[index..<end])) }
                if !follows { alone.insert(String(text[index..<end])) }
            }
            index = end
        }
        if behindLetters.count == 1 { return behindLetters.first }
        return behindLetters.isEmpty && alone.count == 1 ? alone.first : nil
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
