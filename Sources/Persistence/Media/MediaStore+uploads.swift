package import Foundation
package import Kernel
import Synchronization

/// How a file comes in: `begin`, `append` as often as needed and again after a break, `seal`; `discard` when its row is
/// written, or to give up.
extension MediaStore {
    /// An empty upload.
    /// - Parameter expected: how many bytes will come, if that is known, so that a full disk is told at once
    /// - Returns: its id
    package func begin(expected: Int64 = 0) async throws -> String {
        try await Blocking.run { [self] () throws in
            try checkRoom(for: expected)
            let id = Identifier.v7()
            guard let file = try MediaFile(try incoming(id), O_RDWR | O_CREAT | O_EXCL) else {
                throw PersistenceError.unavailable
            }
            try file.synchronize()
            try MediaFile.synchronize(folder: folder.appending(path: "incoming"))
            return id
        }
    }

    /// Up to which byte an upload is stored.
    package func offset(_ id: String) async throws -> Int64 {
        let url = try incoming(id)
        return try await Blocking.run { () throws in
            guard let file = try MediaFile(url, O_RDONLY) else { throw MediaError.unknownUpload }
            return try file.size()
        }
    }

    /// Stores bytes at an offset that is the end of what is there, or before it when the bytes in common are equal: a
    /// client that did not hear the answer may send a part again.
    /// - Parameter durable: whether the bytes survive a power cut when this returns, so that the sender may forget them
    /// - Returns: the new end
    @discardableResult
    package func append(_ id: String, offset: Int64, _ bytes: [UInt8], durable: Bool = true) async throws -> Int64 {
        let url = try incoming(id)
        return try await Blocking.run { [self] () throws in
            guard let file = try MediaFile(url, O_RDWR) else { throw MediaError.unknownUpload }
            try file.lock()
            // somebody may have sealed or discarded it while we waited
            if try file.isRemoved() { throw MediaError.unknownUpload }
            let size = try file.size()
            guard (0...size).contains(offset) else { throw MediaError.offsetMismatch(offset: size) }
            let common = min(Int64(bytes.count), size - offset)
            guard try isEqual(bytes.prefix(Int(common)), file, at: offset) else {
                throw MediaError.offsetMismatch(offset: size)
            }
            let new = bytes.dropFirst(Int(common))
            guard !new.isEmpty else { return size }
            try checkRoom(for: Int64(new.count))
            do {
                try file.write(new, at: size)
                if durable { try file.synchronize() }
            } catch {
                file.cut(to: size)
                throw error as? PersistenceError == .storageFull
                    ? MediaError.storageFull(needed: Int64(new.count), free: try freeBytes()) : error
            }
            note(id, from: size, new)
            return size + Int64(new.count)
        }
    }

    /// Makes an upload a complete file. It is on the disk when this returns, and `remove` does not take it away before
    /// `discard(id)`: call that when the row that refers to it is written. Sealing again answers the same.
    package func seal(_ id: String, expectedSHA256: String? = nil) async throws -> StoredMedia {
        let source = try incoming(id)
        return try await Blocking.run { [self] () throws in
            guard let file = try MediaFile(source, O_RDWR) else { return try sealed(id) }
            try file.lock()
            if try file.isRemoved() { return try sealed(id) }
            try file.synchronize()
            let size = try file.size()
            let media = StoredMedia(sha256: try digest(id, file, size), bytes: size)
            if let expectedSHA256, expectedSHA256 != media.sha256 { throw MediaError.digestMismatch }
            let target = try url(media.sha256)
            try alone {
                try writeMark(id, media)
                try FileManager.default.createFolder(target.deletingLastPathComponent())
                guard rename(source.path, target.path) == 0 else { throw MediaFile.failure() }
                try MediaFile.synchronize(folder: target.deletingLastPathComponent())
                try MediaFile.synchronize(folder: folder)
                try MediaFile.synchronize(folder: source.deletingLastPathComponent())
            }
            digests.withLock { _ = $0.removeValue(forKey: id) }
            return media
        }
    }

    /// Takes a copy of a file of this machine in, as if it had been uploaded.
    /// - Returns: the id to `discard` when the row is written, and the complete file
    package func copyIn(_ url: URL) async throws -> (id: String, media: StoredMedia) {
        let size = try await Blocking.run { () throws in
            guard let file = try MediaFile(url, O_RDONLY) else { throw MediaError.unknownMedia }
            return try file.size()
        }
        let id = try await begin(expected: size)
        do {
            var offset: Int64 = 0
            while offset < size {
                let at = offset
                let bytes = try await Blocking.run { () throws in
                    guard let file = try MediaFile(url, O_RDONLY) else { throw MediaError.unknownMedia }
                    return try file.read(at: at, count: 4 << 20)
                }
                if bytes.isEmpty { break }
                offset = try await append(id, offset: offset, bytes, durable: false)
            }
            return (id, try await seal(id))
        } catch {
            try? await discard(id)
            throw error
        }
    }

    /// Forgets an upload: what has arrived of it, or that it was sealed. Harmless to repeat.
    package func discard(_ id: String) async throws {
        let (file, mark) = (try incoming(id), try self.mark(id))
        try await Blocking.run { [self] () throws in
            try alone {
                for url in [file, mark] where unlink(url.path) != 0 && errno != ENOENT { throw MediaFile.failure() }
            }
            digests.withLock { _ = $0.removeValue(forKey: id) }
        }
    }

    /// Removes uploads to which nothing was added since an instant. Answers their ids.
    @discardableResult
    package func sweep(olderThan limit: Instant) async throws -> [String] {
        let stale = try await Blocking.run { [self] () throws in
            try incomingNames().filter { name in
                var facts = stat()
                guard lstat(folder.appending(path: "incoming").appending(path: name).path, &facts) == 0 else {
                    return false
                }
                return Int64(facts.st_mtim.tv_sec) * 1000 < limit.milliseconds
            }
        }
        let ids = Set(stale.map { String($0.prefix(36)) }).filter(Identifier.isValid).sorted()
        for id in ids { try await discard(id) }
        return ids
    }
}
