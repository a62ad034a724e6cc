import Foundation
import Hummingbird
import Kernel
import NIOCore

/// A part of a file as a response body. The file is opened before the response begins, so that one that is gone is an error
/// and no broken answer; it may be removed while it is sent.
enum FileBody {
    private static let partSize = 256 << 10

    /// - Throws: `WebError.notFound` when there is no such file
    static func make(_ url: URL, _ range: Range<Int>) throws -> ResponseBody {
        guard let file = try? FileHandle(forReadingFrom: url) else { throw WebError.notFound }
        return ResponseBody(contentLength: range.count) { writer in
            defer { try? file.close() }
            var position = range.lowerBound
            while position < range.upperBound {
                let (start, count) = (position, min(partSize, range.upperBound - position))
                let bytes = try await Blocking.run { try read(file, start, count) }
                try await writer.write(ByteBuffer(bytes: bytes))
                position += bytes.count
            }
            try await writer.finish(nil)
        }
    }

    private static func read(_ file: FileHandle, _ start: Int, _ count: Int) throws -> [UInt8] {
        let descriptor = file.fileDescriptor
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = max(0, pread(descriptor, buffer.baseAddress, count, off_t(start)))
        }
        guard !bytes.isEmpty else { throw CutShort() }
        return bytes
    }

    /// The file is shorter than it was.
    private struct CutShort: Error {}
}
