/// A cell's bytes as they stand in a buffer. The buffer has at least eight bytes more, so that whole words may be loaded.
struct RawCell {
    let start: UnsafePointer<UInt8>
    let count: Int

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
    var isEmpty: Bool { count == 0 }

    /// Eight bytes from an offset; those behind the end are zero.
    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
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
        var length: Int
        var value: Int32
    }

    private var arena: UnsafeMutablePointer<UInt8>
    private var arenaCapacity = 1 << 12
    private var arenaCount = 0
    private var entries: [Entry] = []
    /// Entry number + 1; 0 is free. A power of two of them, at most half in use.
    private var table: [UInt32] = Array(repeating: 0, count: 256)
    /// Chosen anew each time, so that no file can be made whose cells all collide.
    private let seed = UInt64.random(in: .min ... .max)

    init() { arena = .allocate(capacity: 1 << 12) }

    deinit { arena.deallocate() }

    var count: Int { entries.count }

    func value(_ entry: Int) -> Int32 { entries[entry].value }

    /// The entry of a cell; nil when there is none yet.
    @inline(__always)
    func find(_ cell: RawCell, expecting guess: Int) -> Int? {
        if guess < entries.count, matches(guess, cell) { return guess }
        return find(cell)
    }

    private func find(_ cell: RawCell) -> Int? {
        let hash = hash(cell)
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] != 0 {
            let entry = Int(table[place]) - 1
            if entries[entry].hash == hash, matches(entry, cell) { return entry }
            place = (place + 1) & (table.count - 1)
        }
        return nil
    }

    /// Adds a cell that is not there.
    mutating func insert(_ cell: RawCell, value: Int32) -> Int {
        if arenaCount + cell.count + 8 > arenaCapacity { growArena(by: cell.count + 8) }
        (arena + arenaCount).update(from: cell.start, count: cell.count)
        let entry = entries.count
        entries.append(Entry(hash: hash(cell), start: arenaCount, length: cell.count, value: value))
        arenaCount += cell.count
        if entries.count * 2 > table.count { growTable() } else { put(entry) }
        return entry
    }

    private mutating func put(_ entry: Int) {
        var place = Int(truncatingIfNeeded: entries[entry].hash) & (table.count - 1)
        while table[place] != 0 { place = (place + 1) & (table.count - 1) }
        table[place] = UInt32(entry + 1)
    }

    private mutating func growTable() {
        table = Array(repeating: 0, count: table.count * 4)
        for entry in entries.indices { put(entry) }
    }

    private mutating func growArena(by count: Int) {
        arenaCapacity = max(arenaCapacity * 2, arenaCount + count)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
        larger.update(from: arena, count: arenaCount)
        arena.deallocate()
        arena = larger
    }

    @inline(__always)
    private func matches(_ entry: Int, _ cell: RawCell) -> Bool {
        let entry = entries[entry]
        guard entry.length == cell.count else { return false }
        let key = RawCell(start: UnsafePointer(arena + entry.start), count: entry.length)
        var offset = 0
        while offset < cell.count {
            if key.word(offset) != cell.word(offset) { return false }
            offset += 8
        }
        return true
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
