/// A column whose cells mean a number, such as yes and no: each distinct cell is judged once.
struct JudgedColumn: ~Copyable {
    private var known = ByteDictionary()
    private var last = 0

    /// A column of nonsense must not fill the memory: its cells are then judged anew.
    private static let limit = 1 << 16

    /// What a cell was judged to be; nil for one that is new.
    @inline(__always)
    mutating func value(_ cell: RawCell) -> Int32? {
        guard let entry = known.find(cell, expecting: last) else { return nil }
        last = entry
        return known.value(entry)
    }

    /// Keeps the value of a new cell, and gives it back.
    mutating func learn(_ cell: RawCell, _ value: Int32) -> Int32 {
        if known.count == Self.limit { known = ByteDictionary() }
        last = known.insert(cell, value: value)
        return value
    }
}
