/// Folded entries, one a line of a file, found in constant time. An entry's place in the file is its rank.
///
/// The bytes stay as they are in the file and a table of places stands beside them: sixty thousand surnames are ready in
/// milliseconds, which a dictionary of strings is not.
struct GazetteerList: Sendable {
    private let bytes: [UInt8]
    /// Where each entry begins; one more for the end.
    private let starts: [UInt32]
    /// Entry + 1 by hash, 0 where there is none; a power of two, at most half full.
    private let slots: [UInt32]
    let count: Int

    init(_ files: [[UInt8]]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.reduce(1) { $0 + $1.count + 1 })
        for file in files {
            bytes += file
            if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        }
        let (starts, slots) = bytes.withUnsafeBufferPointer(GazetteerList.table)
        (self.bytes, self.starts, self.slots, count) = (bytes, starts, slots, starts.count - 1)
    }

    private static func table(_ bytes: UnsafeBufferPointer<UInt8>) -> (starts: [UInt32], slots: [UInt32]) {
        var starts: [UInt32] = []
        starts.reserveCapacity(bytes.count / 7 + 2)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(bytes.count / 7 + 2)
        var hash = seed
        var start = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte != 0x0A {
                hash = (hash ^ UInt64(byte)) &* prime
                continue
            }
            starts.append(UInt32(start))
            hashes.append(hash)
            (start, hash) = (at, seed)
        }
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        let mask = size - 1
        for entry in hashes.indices {
            var slot = spread(hashes[entry]) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(entry + 1)
        }
        starts.append(UInt32(bytes.count))
        return (starts, slots)
    }

    // FNV-1a, 64 bit
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3
    private static func spread(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff) }

    func contains(_ key: String) -> Bool { rank(of: key) != nil }

    /// 0 for the first entry. `o'brien` finds `obrien`, `mary's` finds `mary`.
    func rank(of key: String) -> Int? {
        if let found = exactRank(of: key) { return found }
        guard key.utf8.contains(0x27) else { return nil }
        if key.hasSuffix("'s"), let found = rank(of: String(key.dropLast(2))) { return found }
        return exactRank(of: key.filter { $0 != "'" })
    }

    private func exactRank(of key: String) -> Int? {
        guard !key.isEmpty else { return nil }
        return key.utf8.withContiguousStorageIfAvailable { find($0) }
            ?? Array(key.utf8).withUnsafeBufferPointer { find($0) }
    }

    static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        for byte in key { hash = (hash ^ UInt64(byte)) &* prime }
        return hash
    }

    private func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? { find(key, GazetteerList.hash(key)) }

    /// - Parameter hash: `GazetteerList.hash` of the key, which serves every list.
    func find(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = GazetteerList.spread(hash) & mask
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            let start = Int(starts[entry])
            if Int(starts[entry + 1]) - start - 1 == key.count {
                var same = 0
                while same < key.count, bytes[start + same] == key[same] { same += 1 }
                if same == key.count { return entry }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The first words of entries of several words, so that most words cost one look-up.
    func firstWords() -> GazetteerList {
        var firsts: [UInt8] = []
        for entry in 0..<count {
            let line = bytes[Int(starts[entry])..<Int(starts[entry + 1])]
            guard let space = line.firstIndex(of: 0x20) else { continue }
            firsts += line[..<space]
            firsts.append(0x0A)
        }
        return GazetteerList([firsts])
    }
}
