/// Internet addresses, version 4 and 6, and hardware addresses of devices.
struct NetworkAddresses: NumberDetector {
    func find(in note: NoteText) -> [Candidate] {
        var found: [Candidate] = []
        var offset = 0
        while offset < note.scalars.count {
            guard isPart(note, offset), !isPart(note, offset - 1) else {
                offset += 1
                continue
            }
            var end = offset
            var (colons, points, hyphens) = (0, 0, 0)
            while isPart(note, end) {
                if note.scalars[end] == ":" { colons += 1 }
                if note.scalars[end] == "." { points += 1 }
                if note.scalars[end] == "-" { hyphens += 1 }
                end += 1
            }
            if colons > 1 || points > 2 || hyphens > 4,
                let candidate = address(note, offset, end, colons: colons, hyphens: hyphens)
            {
                found.append(candidate)
            }
            offset = end
        }
        return found
    }

    private func isPart(_ note: NoteText, _ offset: Int) -> Bool {
        guard offset >= 0, offset < note.scalars.count else { return false }
        let scalar = note.scalars[offset]
        return (scalar >= "0" && scalar <= "9") || (scalar >= "a" && scalar <= "f") || (scalar >= "A" && scalar <= "F")
            || scalar == "." || scalar == ":" || scalar == "-"
    }

    private func address(_ note: NoteText, _ start: Int, _ end: Int, colons: Int, hyphens: Int) -> Candidate? {
        var (start, end) = (start, end)
        while end > start, note.scalars[end - 1] == "." || note.scalars[end - 1] == "-" { end -= 1 }
        while start < end, note.scalars[start] == "." || note.scalars[start] == "-" { start += 1 }
        if note.isLatin(start - 1) || note.isCode(end) { return nil }
        let text = note.string(start..<end)
        if let range = hardware(text) {
            return Candidate(range: start..<(start + range), type: .device, confidence: 0.9, source: "hardware address")
        }
        if colons > 1, isVersion6(text) {
            return Candidate(range: start..<end, type: .ip, confidence: 0.97, source: "internet address")
        }
        // a port behind version 4 is no part of the address
        let host = text.prefix { $0 != ":" }
        guard isVersion4(host), host.count == text.count || text.dropFirst(host.count + 1).allSatisfy(\.isNumber) else {
            return nil
        }
        let isLabelled = cue(note, start, NetworkAddresses.labels)
        if !isLabelled, cue(note, start, NetworkAddresses.versions) || isNumbering(note, start, host) { return nil }
        return Candidate(
            range: start..<(start + host.count), type: .ip, confidence: isLabelled ? 0.99 : 0.93,
            source: "internet address")
    }

    private static let labels: Set<String> = ["ip", "ipv4", "ipv6", "address", "addr", "host"]
    private static let versions: Set<String> = [
        "version", "ver", "v", "firmware", "release", "build", "section", "sec", "chapter", "ch", "rev", "software",
    ]

    private func cue(_ note: NoteText, _ start: Int, _ words: Set<String>) -> Bool {
        let index = note.firstToken(from: start)
        return (max(0, index - 3)..<index).contains { words.contains(note.tokens[$0].key) }
    }

    /// `1.2.3.4 Patient will …` at a line's begin numbers a goal.
    private func isNumbering(_ note: NoteText, _ start: Int, _ host: Substring) -> Bool {
        let line = note.lines[note.line(at: start)]
        return host.count <= 8 && (line.lowerBound..<start).allSatisfy { !note.isCode($0) }
    }

    private func isVersion4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy {
                (1...3).contains($0.count) && (Int($0) ?? 256) < 256 && ($0.count == 1 || $0.first != "0")
            }
    }

    /// Eight groups of up to four hexadecimal digits; `::` stands once for groups of zero (RFC 4291, 2.2).
    private func isVersion6(_ text: String) -> Bool {
        let text = text.hasSuffix(":") && !text.hasSuffix("::") ? String(text.dropLast()) : text
        guard !text.contains("-"), !text.contains(":::") else { return false }
        let halves = text.components(at: "::")
        guard halves.count <= 2 else { return false }
        let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: true) }
        let allValid = groups.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }
        guard allValid else { return false }
        return halves.count == 2 ? groups.count < 8 && groups.count > 1 : groups.count == 8
    }

    /// Six pairs of hexadecimal digits between colons or hyphens.
    private func hardware(_ text: String) -> Int? {
        for sign in [":", "-"] as [Character] {
            let pairs = text.split(separator: sign, omittingEmptySubsequences: false)
            guard pairs.count == 6, pairs.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isHexDigit) }) else { continue }
            // six pairs of digits with hyphens may be anything
            if sign == "-", text.allSatisfy({ !$0.isLetter }) { continue }
            return text.count
        }
        return nil
    }
}

extension String {
    /// Parts between each occurrence of `sign`, empty ones too.
    fileprivate func components(at sign: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let found = rest.firstRange(of: sign) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }
}
