package import Foundation
package import Kernel
import Synchronization

/// A file as it is kept: once, under the digest of its content.
package struct StoredMedia: Codable, Hashable, Sendable {
    /// 64 lowercase hexadecimal digits.
    package let sha256: String
    package let bytes: Int64

    package init(sha256: String, bytes: Int64) { (self.sha256, self.bytes) = (sha256, bytes) }
}

/// Recordings and attachments as files: `aa/<sha256>` for what is complete, `incoming/<id>` for what arrives. No part of
/// a path ever comes from a person: ids are made here, digests are hexadecimal.
///
/// What a call acknowledged is on the disk. A crash leaves nothing but incoming files, which a sweep removes after a day.
package final class MediaStore: Sendable {
    let folder: URL
    let clock: WallClock
    let reserve: Int64
    let free: @Sendable (URL) throws -> Int64
    /// The digests of uploads that arrive in order, so that sealing need not read them again.
    let digests = Mutex<[String: (size: Int64, digest: Digest.Running)]>([:])

    /// - Parameters:
    ///   - reserve: bytes that stay free for the database
    ///   - free: the bytes that the disk of a folder has left for this user
    package init(
        folder: URL, clock: WallClock = .system, reserve: Int64 = 256 << 20,
        free: @escaping @Sendable (URL) throws -> Int64 = MediaStore.free
    ) throws {
        self.folder = folder
        self.clock = clock
        self.reserve = reserve
        self.free = free
        try FileManager.default.createFolder(folder.appending(path: "incoming"))
    }

    /// Throws `PersistenceError.unavailable` when the folder is gone.
    package static func free(_ folder: URL) throws -> Int64 {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { throw PersistenceError.unavailable }
        return Int64(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize))
    }

    /// The bytes that may still be stored here.
    package func freeBytes() throws -> Int64 { max(0, try free(folder) - reserve) }

    /// Throws `MediaError.storageFull` when so many bytes have no room.
    package func checkRoom(for bytes: Int64) throws {
        let room = try freeBytes()
        guard bytes <= room else { throw MediaError.storageFull(needed: bytes, free: room) }
    }

    /// Where a complete file lies. Throws `MediaError.unknownMedia` for what is no digest.
    package func url(_ sha256: String) throws -> URL {
        guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(Hex.isLowercaseDigit) else {
            throw MediaError.unknownMedia
        }
        return folder.appending(path: String(sha256.prefix(2))).appending(path: sha256)
    }

    /// The size of a complete file. Throws `MediaError.unknownMedia`.
    package func size(_ sha256: String) async throws -> Int64 {
        let url = try url(sha256)
        return try await Blocking.run { () throws in
            guard let file = try MediaFile(url, O_RDONLY) else { throw MediaError.unknownMedia }
            return try file.size()
        }
    }

    /// A part of a complete file, cut to its end, in pieces of at most 256 kB as they are asked for. The file stays
    /// readable to the end when it is removed meanwhile.
    package func read(_ sha256: String, _ range: Range<Int64>) async throws -> MediaParts {
        let url = try url(sha256)
        return try await Blocking.run { () throws in
            guard let file = try MediaFile(url, O_RDONLY) else { throw MediaError.unknownMedia }
            let end = min(range.upperBound, try file.size())
            return MediaParts(file: file, offset: min(range.lowerBound, end), end: end)
        }
    }

    /// Removes a complete file that the caller knows to be unreferenced. A file that an upload has just been sealed to,
    /// whose reference may not be written yet, stays. Answers whether it is gone.
    @discardableResult
    package func remove(_ sha256: String) async throws -> Bool {
        let url = try url(sha256)
        return try await Blocking.run { [self] () throws in
            try alone {
                if try isAwaited(sha256) { return false }
                guard unlink(url.path) == 0 || errno == ENOENT else { throw MediaFile.failure() }
                return true
            }
        }
    }

    /// Runs what must not meet a seal or a removal, of this or another process.
    func alone<T>(_ body: () throws -> T) throws -> T {
        guard let file = try MediaFile(folder.appending(path: "lock"), O_RDWR | O_CREAT) else {
            throw PersistenceError.unavailable
        }
        try file.lock()
        return try body()
    }
}

/// A part of a file, piece by piece.
package final class MediaParts: AsyncSequence, Sendable {
    private static let piece: Int64 = 256 << 10
    private let file: MediaFile
    private let offset: Int64
    private let end: Int64

    /// The bytes that all pieces have together.
    package var count: Int64 { end - offset }

    init(file: consuming MediaFile, offset: Int64, end: Int64) {
        self.file = file
        self.offset = offset
        self.end = end
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let parts: MediaParts
        var offset: Int64

        /// Throws `PersistenceError.unavailable` when the file has become shorter.
        package mutating func next() async throws -> [UInt8]? {
            guard offset < parts.end else { return nil }
            let (parts, offset) = (parts, offset)
            let count = Int(Swift.min(MediaParts.piece, parts.end - offset))
            let bytes = try await Blocking.run { () throws in try parts.file.read(at: offset, count: count) }
            guard bytes.count == count else { throw PersistenceError.unavailable }
            self.offset += Int64(count)
            return bytes
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(parts: self, offset: offset) }
}
