/// Writes a ZIP archive: deflate where it helps, UTF-8 names, every time stamp 1980-01-01, so that the same files give
/// the same bytes.
package struct ZipWriter: Sendable {
    private var output: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    package mutating func add(_ name: String, _ content: [UInt8]) {
        let deflated = Deflate.compress(content).flatMap { $0.count < content.count ? $0 : nil }
        let packed = deflated ?? content
        let header = output.count
        var common: [UInt8] = []
        common.append(littleEndian: 20, bytes: 2)  // version needed: 2.0
        common.append(littleEndian: 0x0800, bytes: 2)  // names are UTF-8
        common.append(littleEndian: deflated == nil ? 0 : 8, bytes: 2)
        common.append(littleEndian: 0, bytes: 2)  // 00:00
        common.append(littleEndian: 0x0021, bytes: 2)  // 1980-01-01
        common.append(littleEndian: Int(Deflate.checksum(content)), bytes: 4)
        common.append(littleEndian: packed.count, bytes: 4)
        common.append(littleEndian: content.count, bytes: 4)
        common.append(littleEndian: name.utf8.count, bytes: 2)
        common.append(littleEndian: 0, bytes: 2)  // no extra field

        output.append(littleEndian: 0x0403_4B50, bytes: 4)
        output += common
        output += Array(name.utf8)
        output += packed

        directory.append(littleEndian: 0x0201_4B50, bytes: 4)
        directory.append(littleEndian: 20, bytes: 2)  // made by: 2.0
        directory += common
        directory.append(littleEndian: 0, bytes: 10)  // no comment, first disk, no attributes
        directory.append(littleEndian: header, bytes: 4)
        directory += Array(name.utf8)
        count += 1
    }

    /// The finished archive.
    package func finish() -> [UInt8] {
        var bytes = output + directory
        bytes.append(littleEndian: 0x0605_4B50, bytes: 4)
        bytes.append(littleEndian: 0, bytes: 4)
        bytes.append(littleEndian: count, bytes: 2)
        bytes.append(littleEndian: count, bytes: 2)
        bytes.append(littleEndian: directory.count, bytes: 4)
        bytes.append(littleEndian: output.count, bytes: 4)
        bytes.append(littleEndian: 0, bytes: 2)
        return bytes
    }
}
