/// Writes a ZIP archive in memory: deflate where it helps, UTF-8 names, the same bytes for the same files.
package struct ZipWriter: Sendable {
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    package mutating func add(_ name: String, _ content: [UInt8]) {
        let deflated = Deflate.compress(content).flatMap { $0.count < content.count ? $0 : nil }
        let packed = deflated ?? content
        let record = ZipRecord(
            name: name, method: deflated == nil ? 0 : 8, checksum: Deflate.checksum(content), size: content.count,
            packedSize: packed.count, header: output.count)
        output += record.localHeader()
        output += packed
        directory += record.directoryEntry()
        count += 1
    }

    /// The finished archive.
    package func finish() -> [UInt8] {
        output + directory + ZipRecord.end(count: count, start: output.count, length: directory.count)
    }
}
