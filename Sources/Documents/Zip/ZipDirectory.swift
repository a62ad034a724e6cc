/// The end record and the central directory of a ZIP archive, read and checked before anything is expanded.
struct ZipDirectory {
    private(set) var entries: [ZipArchive.Entry] = []

    private let numbers: LittleEndian
    private let limits: ZipArchive.Limits

    /// A comment has at most 65,535 bytes; the end record, the ZIP64 locator and the ZIP64 record stand before it.
    private static let tail = 65_535 + 22 + 20 + 56
    private static let largestDirectory = 64 << 20

    init(_ bytes: [UInt8], limits: ZipArchive.Limits) throws {
        try self.init(size: bytes.count, limits: limits) { Array(bytes[$0]) }
    }

    /// - Parameter bytes: reads a part of the archive; asked for its two ends and its directory.
    init(size: Int, limits: ZipArchive.Limits, bytes: (Range<Int>) throws -> [UInt8]) throws {
        self.limits = limits
        let from = max(0, size - Self.tail)
        let tail = LittleEndian(bytes: try bytes(from..<size), base: from)
        guard let end = Self.findEnd(tail) else {
            if ZipArchive.looksLike(try bytes(0..<min(4, size))) {
                throw DocumentError.zipDamaged(part: "its directory is missing")
            }
            throw DocumentError.notAZip
        }
        let (count, start) = try Self.place(tail, end: end)
        guard count <= limits.entries else { throw DocumentError.tooLarge(what: "more than \(limits.entries) entries") }
        guard start <= end else { throw DocumentError.zipDamaged(part: "its directory is cut short") }
        guard end - start <= Self.largestDirectory else { throw DocumentError.tooLarge(what: "its directory") }
        numbers = start >= from ? tail : LittleEndian(bytes: try bytes(start..<size), base: start)
        try readEntries(count: count, at: start)
        try refuseBombs(directory: start)
    }

    /// The last end record.
    private static func findEnd(_ tail: LittleEndian) -> Int? {
        let bytes = tail.bytes
        guard bytes.count >= 22 else { return nil }
        let found = stride(from: bytes.count - 22, through: 0, by: -1).first { offset in
            bytes[offset] == 0x50 && bytes[offset + 1] == 0x4B && bytes[offset + 2] == 0x05 && bytes[offset + 3] == 0x06
        }
        return found.map { $0 + tail.base }
    }

    private static func place(_ numbers: LittleEndian, end: Int) throws -> (count: Int, start: Int) {
        let count = try numbers.short(at: end + 10)
        let start = try numbers.long(at: end + 16)
        guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (count, start) }
        guard end >= numbers.base + 20, try numbers.word(at: end - 20) == 0x0706_4B50 else { return (count, start) }
        let record = try numbers.number(at: end - 12, bytes: 8)
        guard try numbers.word(at: record) == 0x0606_4B50 else {
            throw DocumentError.zipDamaged(part: "its ZIP64 record is missing")
        }
        return (try numbers.number(at: record + 32, bytes: 8), try numbers.number(at: record + 48, bytes: 8))
    }

    private mutating func readEntries(count: Int, at start: Int) throws {
        var offset = start
        var names = Set<String>()
        for _ in 0..<count {
            guard try numbers.word(at: offset) == 0x0201_4B50 else {
                throw DocumentError.zipDamaged(part: "its directory is broken")
            }
            let flags = try numbers.short(at: offset + 8)
            guard flags & 1 == 0, flags & 0x2000 == 0 else { throw DocumentError.zipEncrypted }
            let nameLength = try numbers.short(at: offset + 28)
            let extraLength = try numbers.short(at: offset + 30)
            let given = try numbers.text(at: offset + 46, bytes: nameLength)
            let safe = Self.safeName(given)
            guard let name = safe ?? (limits.listsNamesOutside ? given : nil) else {
                throw DocumentError.zipDamaged(part: "a name in it leaves its folder")
            }
            guard names.insert(name).inserted else { throw DocumentError.zipDamaged(part: "it holds one name twice") }
            var sizes = [
                try numbers.long(at: offset + 24), try numbers.long(at: offset + 20), try numbers.long(at: offset + 42),
            ]
            try widen(&sizes, from: offset + 46 + nameLength, length: extraLength)
            entries.append(
                ZipArchive.Entry(
                    name: name, size: sizes[0], packedSize: sizes[1], method: try numbers.short(at: offset + 10),
                    checksum: try numbers.word(at: offset + 16), header: sizes[2], isOutside: safe == nil))
            offset += 46 + nameLength + extraLength + (try numbers.short(at: offset + 32))
        }
    }

    /// ZIP64 (extra field 1): values that did not fit in 32 bits follow in this order, only those that are missing.
    private func widen(_ sizes: inout [Int], from start: Int, length: Int) throws {
        guard sizes.contains(0xFFFF_FFFF) else { return }
        var offset = start
        while offset + 4 <= start + length {
            let size = try numbers.short(at: offset + 2)
            if try numbers.short(at: offset) == 1 {
                var field = offset + 4
                for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
                    sizes[index] = try numbers.number(at: field, bytes: 8)
                    field += 8
                }
                return
            }
            offset += 4 + size
        }
    }

    /// A relative path with `/`; nil for one with a drive, a root, a step upwards or control characters.
    private static func safeName(_ text: String) -> String? {
        let name = text.replacing("\\", with: "/")
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        let isControl = name.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains(":"), !steps.contains(".."), !isControl else {
            return nil
        }
        return name
    }

    /// Totals, ratios, and entries that lie on top of each other (one block of data listed many times).
    private func refuseBombs(directory: Int) throws {
        var total = 0
        for entry in entries {
            total += entry.size
            guard total <= limits.total else {
                throw DocumentError.tooLarge(what: "more than \(limits.total >> 20) MB when unpacked")
            }
            guard entry.size <= limits.ratioFrom || entry.size <= entry.packedSize * limits.ratio else {
                throw DocumentError.tooLarge(what: "a part of it unpacks to more than \(limits.ratio) times its size")
            }
        }
        var reached = 0
        for entry in entries.sorted(by: { $0.header < $1.header }) {
            guard entry.header >= reached else { throw DocumentError.zipDamaged(part: "its entries overlap") }
            reached = entry.header + 30 + entry.packedSize
        }
        guard reached <= numbers.end, directory <= numbers.end else {
            throw DocumentError.zipDamaged(part: "it was cut short")
        }
    }
}
