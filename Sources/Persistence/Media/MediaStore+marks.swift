package import Foundation
import Kernel
import Synchronization

/// A mark, `incoming/<id>.sealed`, holds what an upload became until its row is written: sealing again after a crash
/// answers from it, and no removal takes the file from under the row that is about to refer to it.
extension MediaStore {
    /// Where an upload lies before it is sealed.
    package func incoming(_ id: String) throws -> URL {
        guard Identifier.isValid(id) else { throw MediaError.unknownUpload }
        return folder.appending(path: "incoming").appending(path: id)
    }

    func mark(_ id: String) throws -> URL { try incoming(id).appendingPathExtension("sealed") }

    func writeMark(_ id: String, _ media: StoredMedia) throws {
        guard let file = try MediaFile(try mark(id), O_RDWR | O_CREAT | O_TRUNC) else {
            throw PersistenceError.unavailable
        }
        try file.write(Array("\(media.sha256) \(media.bytes)\n".utf8)[...], at: 0)
        try file.synchronize()
    }

    /// What an upload became. Throws `MediaError.unknownUpload` also when the file never got to its place: then the
    /// upload is there still, and not asked for here.
    func sealed(_ id: String) throws -> StoredMedia {
        guard let media = try readMark(try mark(id)), let file = try MediaFile(try url(media.sha256), O_RDONLY),
            try file.size() == media.bytes
        else { throw MediaError.unknownUpload }
        return media
    }

    func isAwaited(_ sha256: String) throws -> Bool {
        try incomingNames().contains { name in
            guard name.hasSuffix(".sealed") else { return false }
            return try readMark(folder.appending(path: "incoming").appending(path: name))?.sha256 == sha256
        }
    }

    func incomingNames() throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "incoming").path)
        } catch {
            throw PersistenceError.unavailable
        }
    }

    private func readMark(_ url: URL) throws -> StoredMedia? {
        guard let file = try MediaFile(url, O_RDONLY) else { return nil }
        let fields = String(decoding: try file.read(at: 0, count: 256), as: UTF8.self).split(separator: " ")
        guard fields.count == 2, let bytes = Int64(fields[1].dropLast()) else { return nil }
        return StoredMedia(sha256: String(fields[0]), bytes: bytes)
    }

    func isEqual(_ bytes: ArraySlice<UInt8>, _ file: borrowing MediaFile, at offset: Int64) throws -> Bool {
        try bytes.isEmpty || bytes.elementsEqual(file.read(at: offset, count: bytes.count))
    }

    /// Goes on with the running digest of an upload whose parts come in order.
    func note(_ id: String, from size: Int64, _ bytes: ArraySlice<UInt8>) {
        digests.withLock { digests in
            guard var running = size == 0 ? (0, Digest.Running()) : digests[id], running.0 == size else {
                digests[id] = nil
                return
            }
            running.1.update(bytes)
            running.0 += Int64(bytes.count)
            // a few are enough; sealing reads the file of any other
            if digests.count < 64 || digests[id] != nil { digests[id] = (running.0, running.1) }
        }
    }

    func digest(_ id: String, _ file: borrowing MediaFile, _ size: Int64) throws -> String {
        if let known = digests.withLock({ $0[id] }), known.size == size { return known.digest.hex }
        var digest = Digest.Running()
        var offset: Int64 = 0
        while offset < size {
            let bytes = try file.read(at: offset, count: 1 << 20)
            if bytes.isEmpty { break }
            digest.update(bytes)
            offset += Int64(bytes.count)
        }
        return digest.hex
    }
}

extension FileManager {
    /// For its owner alone.
    func createFolder(_ url: URL) throws {
        do {
            try createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw PersistenceError.unavailable
        }
    }
}
