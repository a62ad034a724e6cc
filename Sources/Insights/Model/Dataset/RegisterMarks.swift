/// The register's rows of a dataset, by student, each student's in order of their keys, so that the order in which marks
/// arrived makes no difference.
struct RegisterMarks: Sendable {
    struct Mark: Sendable, Equatable {
        var key: Key
        var time: Int64
        var description: Int32
        var reason: Int32
        var firstName: Int32
        var surname: Int32
        var adviser: Int32
        var status: AttendanceStatus
    }

    /// Both halves of a key by their numbers in `parts`: sessions and students repeat.
    struct Key: Hashable, Sendable {
        var session: Int32
        var student: Int32
    }

    private var parts: [String] = []
    private var places: [String: Int32] = [:]
    private var slotOf: [Key: Int32] = [:]
    private var marks: [Int32: [Mark]] = [:]

    var count: Int { slotOf.count }

    var slots: [Int32] { Array(marks.keys) }

    func of(_ slot: Int32) -> [Mark] { marks[slot] ?? [] }

    mutating func key(_ text: String) -> Key {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return Key(session: number(halves[0]), student: halves.count > 1 ? number(halves[1]) : -1)
    }

    private mutating func number(_ part: Substring) -> Int32 {
        let part = String(part)
        if let known = places[part] { return known }
        places[part] = Int32(parts.count)
        parts.append(part)
        return Int32(parts.count - 1)
    }

    /// The student who has the mark with this key now.
    func slot(of key: Key) -> Int32? { slotOf[key] }

    mutating func set(_ mark: Mark, of slot: Int32) {
        if slotOf[mark.key] != slot { remove(mark.key) }
        let (index, isThere) = place(mark.key, in: marks[slot] ?? [])
        if isThere {
            marks[slot]?[index] = mark
        } else {
            marks[slot, default: []].insert(mark, at: index)
        }
        slotOf[mark.key] = slot
    }

    mutating func remove(_ key: Key) {
        guard let slot = slotOf.removeValue(forKey: key) else { return }
        let (index, isThere) = place(key, in: marks[slot] ?? [])
        if isThere { marks[slot]?.remove(at: index) }
        if marks[slot]?.isEmpty == true { marks[slot] = nil }
    }

    private func place(_ key: Key, in marks: [Mark]) -> (index: Int, isThere: Bool) {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if precedes(marks[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return (low, low < marks.count && marks[low].key == key)
    }

    private func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.session != right.session { return text(left.session) < text(right.session) }
        return text(left.student) < text(right.student)
    }

    private func text(_ part: Int32) -> String { part < 0 ? "" : parts[Int(part)] }
}
