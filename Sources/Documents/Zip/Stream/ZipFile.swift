package import Foundation

/// A ZIP archive on disk, read entry by entry in pieces; refused by the same rules as `ZipArchive`, and never in memory whole.
/// - Errors: those of `ZipArchive`, and what the file system says.
package struct ZipFile: Sendable {
    private static let pieceSize = 256 << 10

    /// Files in directory order; folders are left out.
    package let entries: [ZipArchive.Entry]
    private let url: URL
    private let size: Int

    /// Reads the directory only.
    package init(_ url: URL, limits: ZipArchive.Limits = .init()) throws {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let size = Int(try handle.seekToEnd())
        let directory = try ZipDirectory(size: size, limits: limits) { range in
            try Self.read(handle, range.lowerBound, range.count)
        }
        self.url = url
        self.size = size
        entries = directory.entries.filter { !$0.isFolder }
    }

    /// The expanded bytes of an entry in pieces, checked against size and CRC-32 at the end: what `body` was given counts
    /// only when this returns.
    package func stream(_ entry: ZipArchive.Entry, _ body: ([UInt8]) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let start = try start(of: entry, handle)
        var count = 0
        var checksum: UInt32 = 0
        func take(_ bytes: [UInt8]) throws {
            count += bytes.count
            guard count <= entry.size else { throw damaged(entry) }
            checksum = Deflate.checksum(bytes, after: checksum)
            try body(bytes)
        }
        switch entry.method {
        case 0: try pieces(handle, start, entry.packedSize, take)
        case 8:
            guard let inflater = Inflater() else { throw damaged(entry) }
            try pieces(handle, start, entry.packedSize) { packed in
                guard try inflater.expand(packed, take) else { throw damaged(entry) }
            }
            guard inflater.isFinished else { throw damaged(entry) }
        default: throw DocumentError.zipDamaged(part: "a part is packed by a method other than deflate")
        }
        guard count == entry.size, checksum == entry.checksum else { throw damaged(entry) }
    }

    /// A small entry whole.
    /// - Throws: `too_large` when it has more than `limit` bytes
    package func read(_ entry: ZipArchive.Entry, upTo limit: Int) throws -> [UInt8] {
        guard entry.size <= limit else { throw DocumentError.tooLarge(what: "a part of it") }
        var bytes: [UInt8] = []
        try stream(entry) { bytes += $0 }
        return bytes
    }

    /// Some bytes of an entry that is not packed.
    /// - Throws: `DocumentError.zipDamaged` for one that is, and past its end
    package func stored(_ entry: ZipArchive.Entry, from offset: Int, upTo count: Int) throws -> [UInt8] {
        guard entry.isStored, offset >= 0, offset <= entry.size else { throw damaged(entry) }
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        return try Self.read(handle, try start(of: entry, handle) + offset, min(count, entry.size - offset))
    }

    /// Where its bytes begin: the local header repeats name and extra field with lengths of its own.
    private func start(of entry: ZipArchive.Entry, _ handle: FileHandle) throws -> Int {
        let header = LittleEndian(bytes: try Self.read(handle, entry.header, 30))
        guard try header.word(at: 0) == 0x0403_4B50 else { throw damaged(entry) }
        let start = entry.header + 30 + (try header.short(at: 26)) + (try header.short(at: 28))
        guard start + entry.packedSize <= size else { throw damaged(entry) }
        return start
    }

    private func pieces(_ handle: FileHandle, _ start: Int, _ count: Int, _ body: ([UInt8]) throws -> Void) throws {
        var offset = start
        while offset < start + count {
            let piece = try Self.read(handle, offset, min(Self.pieceSize, start + count - offset))
            try body(piece)
            offset += piece.count
        }
    }

    private static func read(_ handle: FileHandle, _ offset: Int, _ count: Int) throws -> [UInt8] {
        guard count > 0 else { return [] }
        try handle.seek(toOffset: UInt64(offset))
        guard let data = try handle.read(upToCount: count), data.count == count else {
            throw DocumentError.zipDamaged(part: "it was cut short")
        }
        return [UInt8](data)
    }

    private func damaged(_ entry: ZipArchive.Entry) -> DocumentError { .zipDamaged(part: "an entry") }
}
