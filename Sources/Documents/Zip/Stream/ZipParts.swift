import Foundation
import Kernel

/// A planned archive as parts in order; file parts are read when they are asked for.
package struct ZipParts: Sendable {
    enum Part: Sendable {
        case bytes([UInt8])
        case file(URL, from: Int, count: Int)
    }

    let parts: [Part]
    /// Bytes of the whole archive.
    package let length: Int

    /// Part 0, 1, 2, …; nil after the last one.
    /// - Throws: `DocumentError.zipDamaged` when a file has become shorter, and what the file system says
    package func part(_ number: Int) async throws -> [UInt8]? {
        guard parts.indices.contains(number) else { return nil }
        switch parts[number] {
        case .bytes(let bytes): return bytes
        case .file(let url, let from, let count):
            return try await Blocking.run { () throws -> [UInt8] in
                let handle = try FileHandle(forReadingFrom: url)
                defer { try? handle.close() }
                try handle.seek(toOffset: UInt64(from))
                guard let data = try handle.read(upToCount: count), data.count == count else {
                    throw DocumentError.zipDamaged(part: "a file changed while it was packed")
                }
                return [UInt8](data)
            }
        }
    }
}
