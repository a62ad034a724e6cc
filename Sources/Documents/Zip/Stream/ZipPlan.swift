package import Foundation
import Kernel

/// A ZIP archive that is sent without ever being whole in memory or on disk.
///
/// Everything is known before the first byte goes out: text is held deflated, a file is read once for its checksum and a
/// second time when its turn comes. So the length can be announced, headers need no data descriptors (which several
/// unpackers refuse for stored entries), and a part can be had by its number. ZIP64 where a number needs it.
package struct ZipPlan: Sendable {
    /// The most bytes of one part that come from a file.
    static let partSize = 1 << 20

    private var parts: [ZipParts.Part] = []
    private var records: [ZipRecord] = []
    private var position = 0
    private let largest: Int

    package init() { self.init(largest: ZipRecord.largest) }

    /// - Parameter largest: the largest number that stands in 32 bits, lower in tests.
    init(largest: Int) { self.largest = largest }

    /// Text and the like: deflated when that is shorter.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        let deflated = Deflate.compress(content).flatMap { $0.count < content.count ? $0 : nil }
        let packed = deflated ?? content
        append(
            ZipRecord(
                name: name, method: deflated == nil ? 0 : 8, checksum: Deflate.checksum(content), size: content.count,
                packedSize: packed.count, header: position))
        parts.append(.bytes(packed))
        position += packed.count
    }

    /// A file of the disk, stored as it is: media are packed already. Blocks while it is read for its checksums.
    /// - Returns: the SHA-256 of what was read
    /// - Throws: what the file system says
    @discardableResult package mutating func add(_ name: String, file: URL) throws -> (bytes: Int, sha256: String) {
        var checksum: UInt32 = 0
        var size = 0
        var hash = Digest.Running()
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        while let data = try handle.read(upToCount: Self.partSize), !data.isEmpty {
            checksum = Deflate.checksum(data, after: checksum)
            hash.update(data)
            size += data.count
        }
        append(
            ZipRecord(name: name, method: 0, checksum: checksum, size: size, packedSize: size, header: position))
        for start in stride(from: 0, to: size, by: Self.partSize) {
            parts.append(.file(file, from: start, count: min(Self.partSize, size - start)))
        }
        position += size
        return (size, hash.hex)
    }

    private mutating func append(_ record: ZipRecord) {
        let header = record.localHeader(largest: largest)
        records.append(record)
        parts.append(.bytes(header))
        position += header.count
    }

    /// The archive with its directory.
    package func finished() -> ZipParts {
        let directory = records.flatMap { $0.directoryEntry(largest: largest) }
        let end = ZipRecord.end(count: records.count, start: position, length: directory.count, largest: largest)
        return ZipParts(parts: parts + [.bytes(directory + end)], length: position + directory.count + end.count)
    }
}
