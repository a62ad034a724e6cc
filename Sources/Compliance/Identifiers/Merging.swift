/// Weighs candidates that lie over each other. What loses keeps the part that nobody else covers, so that nothing found is
/// left readable.
struct Merging {
    /// Numbers by their own grammar and addresses are surer of their edges than names, names surer than places.
    private static func rank(_ type: IdentifierType) -> Double {
        switch type {
        case .email, .url, .ip, .ssn, .planID, .photo: 0.30
        case .phone, .fax, .mrn, .account, .license, .vehicle, .device, .biometric, .otherID: 0.20
        case .facility: 0.12
        case .geo: 0.10
        case .name: 0.05
        case .date, .ageOver89: 0
        }
    }

    static func merge(_ candidates: [Candidate], in note: NoteText) -> [Candidate] {
        let order = candidates.indices.sorted { left, right in
            let (one, other) = (candidates[left], candidates[right])
            let (first, second) = (one.confidence + rank(one.type), other.confidence + rank(other.type))
            if first != second { return first > second }
            if one.range.count != other.range.count { return one.range.count > other.range.count }
            return left < right
        }
        var owner = [Bool](repeating: false, count: note.scalars.count)
        var kept: [Candidate] = []
        for index in order {
            let candidate = candidates[index]
            for part in free(candidate.range, owner, note) {
                var piece = candidate
                piece.range = part
                kept.append(piece)
                for at in part { owner[at] = true }
            }
        }
        return joined(kept.sorted { $0.range.lowerBound < $1.range.lowerBound }, in: note)
    }

    /// Stretches of a range that nothing covers yet, cut back to letters and digits at a seam.
    private static func free(_ range: Range<Int>, _ owner: [Bool], _ note: NoteText) -> [Range<Int>] {
        guard range.contains(where: { owner[$0] }) else { return [range] }
        var parts: [Range<Int>] = []
        var start: Int?
        for at in range.lowerBound...range.upperBound {
            let isFree = at < range.upperBound && !owner[at]
            if isFree, start == nil { start = at }
            if !isFree, let from = start {
                start = nil
                var (low, high) = (from, at)
                while low < high, !isAlphanumeric(note.scalars[low]) { low += 1 }
                while high > low, !isAlphanumeric(note.scalars[high - 1]) { high -= 1 }
                if low < high { parts.append(low..<high) }
            }
        }
        return parts
    }

    static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        Tokenizer.isDigit(scalar) || Tokenizer.isLetter(scalar)
    }

    /// Names of one person with nothing but a space between are one.
    private static func joined(_ sorted: [Candidate], in note: NoteText) -> [Candidate] {
        var joined: [Candidate] = []
        for candidate in sorted {
            if let last = joined.last, last.type == .name, candidate.type == .name, last.sub == candidate.sub,
                last.person == candidate.person,
                note.scalars[last.range.upperBound..<candidate.range.lowerBound].allSatisfy({ $0 == " " || $0 == "." }),
                candidate.range.lowerBound - last.range.upperBound <= 2
            {
                joined[joined.count - 1].range = last.range.lowerBound..<candidate.range.upperBound
                joined[joined.count - 1].confidence = max(last.confidence, candidate.confidence)
            } else {
                joined.append(candidate)
            }
        }
        return joined
    }
}
