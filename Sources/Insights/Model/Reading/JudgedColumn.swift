/// A column whose cells mean a number, such as yes and no: each distinct cell is judged once.
struct JudgedColumn: ~Copyable {
    private var known = ByteDictionary()
    /// Words of the two latest cells of up to eight bytes, and their values: mostly yes and no.
    private var latest: (word: UInt64, count: Int, value: Int32) = (0, -1, 0)
    private var before: (word: UInt64, count: Int, value: Int32) = (0, -1, 0)

    /// A column of nonsense must not fill the memory: its cells are then judged anew.
    private static let limit = 1 << 16

    /// What a cell was judged to be; nil for one that is new.
    @inline(__always)
    mutating func value(_ cell: RawCell) -> Int32? {
        if cell.count <= 8 {
            let word = cell.word(0)
            if word == latest.word, cell.count == latest.count { return latest.value }
            if word == before.word, cell.count == before.count { return before.value }
        }
        return find(cell)
    }

    private mutating func find(_ cell: RawCell) -> Int32? {
        guard let entry = known.find(cell, expecting: 0) else { return nil }
        remember(cell, known.value(entry))
        return known.value(entry)
    }

    private mutating func remember(_ cell: RawCell, _ value: Int32) {
        guard cell.count <= 8 else { return }
        before = latest
        latest = (cell.word(0), cell.count, value)
    }

    /// Keeps the value of a new cell, and gives it back.
    mutating func learn(_ cell: RawCell, _ value: Int32) -> Int32 {
        if known.count == Self.limit { known = ByteDictionary() }
        _ = known.insert(cell, value: value)
        remember(cell, value)
        return value
    }
}
