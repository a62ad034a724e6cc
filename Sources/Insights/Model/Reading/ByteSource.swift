import Foundation

/// The bytes of a file, in order and in pieces, as often as a reader needs them: a file that turns out not to be UTF-8 is
/// read a second time.
package struct ByteSource: Sendable {
    package typealias Visit = (UnsafeRawBufferPointer) throws -> Void

    private let visit: @Sendable (Visit) throws -> Void

    /// `visit` gives all bytes from the start, each time that it is called.
    package init(_ visit: @escaping @Sendable (Visit) throws -> Void) {
        self.visit = visit
    }

    package func forEachChunk(_ body: Visit) throws { try visit(body) }

    package static func bytes(_ bytes: [UInt8]) -> ByteSource {
        ByteSource { body in try bytes.withUnsafeBytes(body) }
    }

    /// Reads a file a piece at a time; never more than one piece is in memory. Throws the system's error when it cannot be
    /// opened or read.
    package static func file(_ path: String, chunk: Int = 1 << 18) -> ByteSource {
        ByteSource { body in
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            while let data = try handle.read(upToCount: chunk), !data.isEmpty { try data.withUnsafeBytes(body) }
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
