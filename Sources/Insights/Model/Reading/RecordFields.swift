import Kernel

/// The fields of one record as places in a buffer, quotes already resolved.
struct RecordFields: ~Copyable {
    private let starts: UnsafeMutablePointer<Int>
    private let ends: UnsafeMutablePointer<Int>
    private(set) var count = 0
    /// Fields beyond this many are not kept; text in them makes the record malformed.
    var width = RecordFields.limit
    var hasSurplus = false

    /// The most columns that a header may have, as in a workbook.
    static let limit = 16_384

    init() {
        starts = .allocate(capacity: Self.limit)
        ends = .allocate(capacity: Self.limit)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    mutating func removeAll() {
        count = 0
        hasSurplus = false
    }

    @inline(__always)
    mutating func append(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        if count < width {
            starts[count] = start
            ends[count] = end
            count += 1
        } else if end > start, !hasSurplus {
            hasSurplus = !CellText.isBlank(Array(UnsafeBufferPointer(start: base + start, count: end - start))[...])
        }
    }

    /// The cell of a column; an empty one when the record is short or the file has no such column (-1).
    @inline(__always)
    func cell(_ base: UnsafePointer<UInt8>, _ column: Int) -> RawCell {
        guard column >= 0, column < count else { return RawCell(start: base, count: 0) }
        return RawCell(start: base + starts[column], count: ends[column] - starts[column])
    }

    func place(_ index: Int) -> (start: Int, end: Int) { (starts[index], ends[index]) }

    func shorten(_ index: Int, to end: Int) { ends[index] = end }

    func isBlank(_ base: UnsafePointer<UInt8>) -> Bool {
        guard !hasSurplus else { return false }
        for index in 0..<count where !CellText.isBlank(Array(cell(base, index).bytes)[...]) { return false }
        return true
    }

    /// All fields as cleaned texts, without trailing empty ones.
    func texts(_ base: UnsafePointer<UInt8>) -> [String] {
        var texts = (0..<count).map { CellText.clean(Array(cell(base, $0).bytes)[...]) }
        while texts.last == "" { texts.removeLast() }
        return texts
    }
}
