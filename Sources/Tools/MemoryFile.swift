package import Foundation

/// Bytes that a child process opens like a file, and that never touch a disk: for clinical text, of which no temporary file
/// may remain. The file is there as long as the value.
package final class MemoryFile: Sendable {
    private let descriptor: CInt

    /// Where this process and its children find it.
    package let url: URL

    /// - Throws: `CocoaError` when there is no memory for it
    package init(_ bytes: [UInt8]) throws {
        let name = "/rounds-" + UUID().uuidString
        descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteOutOfSpace) }
        // from here on nothing but the descriptor leads to it
        shm_unlink(name)
        // children find the descriptor through the process that holds it, not among their own
        url = URL(filePath: "/proc/\(getpid())/fd/\(descriptor)")
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
            guard count > 0 || (count < 0 && errno == EINTR) else { break }
            written += max(count, 0)
        }
        guard written == bytes.count else {
            close(descriptor)
            throw CocoaError(.fileWriteOutOfSpace)
        }
    }

    deinit { close(descriptor) }
}
