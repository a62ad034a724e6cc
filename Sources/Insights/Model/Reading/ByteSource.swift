import Foundation

/// The bytes of a file, in order and in pieces, as often as a reader needs them: a file that turns out not to be UTF-8 is
/// read a second time.
package struct ByteSource: Sendable {
    package typealias Visit = (UnsafeRawBufferPointer) throws -> Void

    private let visit: @Sendable (Visit) throws -> Void
    /// About how many bytes there are; 0 when that is not known.
    package let expectedCount: Int

    /// `visit` gives all bytes from the start, each time that it is called.
    package init(expectedCount: Int = 0, _ visit: @escaping @Sendable (Visit) throws -> Void) {
        self.visit = visit
        self.expectedCount = expectedCount
    }

    package func forEachChunk(_ body: Visit) throws { try visit(body) }

    package static func bytes(_ bytes: [UInt8]) -> ByteSource {
        ByteSource(expectedCount: bytes.count) { body in try bytes.withUnsafeBytes(body) }
    }

    /// Reads a file a piece at a time into one buffer. Throws the system's error when it cannot be opened or read.
    package static func file(_ path: String, chunk: Int = 1 << 17) -> ByteSource {
        let size = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize
        return ByteSource(expectedCount: size ?? 0) { body in
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 64)
            defer { buffer.deallocate() }
            while true {
                let count = read(handle.fileDescriptor, buffer.baseAddress, chunk)
                if count == 0 { return }
                if count > 0 {
                    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                } else if errno != EINTR {
                    throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
                }
            }
        }
    }

    /// Everything at once.
    func collect(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try visit { chunk in
            guard bytes.count + chunk.count <= limit else { throw ReadingError.unreadable(.tooLarge) }
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }
}
