/// A cell's bytes as they stand in a buffer. The buffer has at least eight bytes more, so that whole words may be loaded.
struct RawCell {
    let start: UnsafePointer<UInt8>
    let count: Int

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
    var isEmpty: Bool { count == 0 }

    /// Eight bytes from an offset, all of them before the end.
    @inline(__always)
    func wholeWord(_ offset: Int) -> UInt64 { UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self) }

    /// Eight bytes from an offset; those behind the end are zero.
    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        let word = wholeWord(offset)
        let left = count - offset
        return left >= 8 ? word : word & (1 << UInt64(8 * left) - 1)
    }
}

/// Numbers for byte strings: open addressing over one arena, without an allocation per entry.
///
/// Exports come in runs, so `find` first looks at the entry that the caller expects.
struct ByteDictionary: ~Copyable {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var length: Int32
        var value: Int32
    }

    private var arena: UnsafeMutablePointer<UInt8>
    private var arenaCapacity = 1 << 12
    private var arenaCount = 0
    private var entries: UnsafeMutablePointer<Entry>
    private var entryCapacity = 1 << 7
    private(set) var count = 0
    /// Entry number + 1; 0 is free. A power of two of them, at most half in use.
    private var table: UnsafeMutablePointer<UInt32>
    private var mask = 1 << 8 - 1
    /// Chosen anew each time, so that no file can be made whose cells all collide.
    private let seed = UInt64.random(in: .min ... .max)

    init() {
        arena = .allocate(capacity: arenaCapacity)
        entries = .allocate(capacity: entryCapacity)
        table = .allocate(capacity: mask + 1)
        table.initialize(repeating: 0, count: mask + 1)
    }

    deinit {
        arena.deallocate()
        entries.deallocate()
        table.deallocate()
    }

    func value(_ entry: Int) -> Int32 { entries[entry].value }

    /// The entry of a cell; nil when there is none yet.
    @inline(__always)
    func find(_ cell: RawCell, expecting guess: Int) -> Int? {
        if guess < count, matches(guess, cell) { return guess }
        return find(cell)
    }

    private func find(_ cell: RawCell) -> Int? {
        let hash = hash(cell)
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 {
            let entry = Int(table[place]) - 1
            if entries[entry].hash == hash, matches(entry, cell) { return entry }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Adds a cell that is not there.
    mutating func insert(_ cell: RawCell, value: Int32) -> Int {
        if arenaCount + cell.count + 8 > arenaCapacity {
            arena = Self.grown(arena, arenaCount, to: max(arenaCapacity * 2, arenaCount + cell.count + 8))
            arenaCapacity = max(arenaCapacity * 2, arenaCount + cell.count + 8)
        }
        (arena + arenaCount).update(from: cell.start, count: cell.count)
        let entry = count
        if entry == entryCapacity {
            entries = Self.grown(entries, count, to: entryCapacity * 4)
            entryCapacity *= 4
        }
        entries[entry] = Entry(
            hash: hash(cell), start: arenaCount, length: Int32(truncatingIfNeeded: cell.count), value: value)
        count += 1
        arenaCount += cell.count
        if count * 2 > mask + 1 { growTable() } else { put(entry) }
        return entry
    }

    private func put(_ entry: Int) {
        var place = Int(truncatingIfNeeded: entries[entry].hash) & mask
        while table[place] != 0 { place = (place + 1) & mask }
        table[place] = UInt32(entry + 1)
    }

    private mutating func growTable() {
        table.deallocate()
        mask = (mask + 1) * 4 - 1
        table = .allocate(capacity: mask + 1)
        table.initialize(repeating: 0, count: mask + 1)
        for entry in 0..<count { put(entry) }
    }

    private static func grown<T: BitwiseCopyable>(
        _ old: UnsafeMutablePointer<T>, _ count: Int, to capacity: Int
    ) -> UnsafeMutablePointer<T> {
        let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
        larger.update(from: old, count: count)
        old.deallocate()
        return larger
    }

    @inline(__always)
    private func matches(_ entry: Int, _ cell: RawCell) -> Bool {
        let entry = entries + entry
        guard Int(entry.pointee.length) == cell.count else { return false }
        let key = RawCell(start: UnsafePointer(arena + entry.pointee.start), count: cell.count)
        var offset = 0
        while offset + 8 < cell.count {
            if key.wholeWord(offset) != cell.wholeWord(offset) { return false }
            offset += 8
        }
        return cell.isEmpty || key.word(offset) == cell.word(offset)
    }

    private func hash(_ cell: RawCell) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: cell.count)
        var offset = 0
        while offset < cell.count {
            let (high, low) = (hash ^ cell.word(offset)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = high ^ low ^ seed
            offset += 8
        }
        return hash ^ hash >> 32
    }
}
