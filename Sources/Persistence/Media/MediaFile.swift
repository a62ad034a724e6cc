import Foundation

/// A file descriptor that closes itself, with errors as `MediaError` and `PersistenceError`. Blocks.
struct MediaFile: ~Copyable {
    private let descriptor: Int32

    /// Nil when there is no such file.
    init?(_ url: URL, _ flags: Int32, mode: mode_t = 0o600) throws {
        descriptor = open(url.path, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure()
        }
    }

    deinit { close(descriptor) }

    /// One writer at a time, in all processes; released with the file.
    func lock() throws {
        while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { throw Self.failure() } }
    }

    func size() throws -> Int64 {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw Self.failure() }
        return Int64(facts.st_size)
    }

    /// Whether its name was removed after it was opened.
    func isRemoved() throws -> Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw Self.failure() }
        return facts.st_nlink == 0
    }

    /// At most `count` bytes from `offset` on; fewer at the end of the file.
    func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(filled))
                if got == 0 { break }
                if got < 0 {
                    if errno == EINTR { continue }
                    throw Self.failure()
                }
                filled += got
            }
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int64) throws {
        try bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let put = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset) + off_t(done))
                if put < 0 {
                    if errno == EINTR { continue }
                    throw Self.failure()
                }
                done += put
            }
        }
    }

    func cut(to size: Int64) { _ = ftruncate(descriptor, off_t(size)) }

    func synchronize() throws {
        guard fsync(descriptor) == 0 else { throw Self.failure() }
    }

    /// Makes new names of a folder survive a power cut.
    static func synchronize(folder: URL) throws {
        guard let file = try MediaFile(folder, O_RDONLY | O_DIRECTORY) else { throw PersistenceError.unavailable }
        try file.synchronize()
    }

    static func failure() -> PersistenceError {
        errno == ENOSPC || errno == EDQUOT ? .storageFull : .unavailable
    }
}
