import Foundation
import Kernel
@testable import Persistence
import Synchronization
import TestSupport
import Testing

private func withMedia(
    free: @escaping @Sendable (URL) throws -> Int64 = MediaStore.free, _ body: (MediaStore, URL) async throws -> Void
) async throws {
    try await withTemporaryFolder { root in
        let folder = root.appending(path: "media")
        try await body(try MediaStore(folder: folder, free: free), folder)
    }
}

/// Every file below a folder but the lock, as paths relative to it.
private func files(_ folder: URL) -> [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
        .filter { !$0.hasSuffix("lock") && !isFolder(folder.appending(path: $0)) }.sorted()
}

private func isFolder(_ url: URL) -> Bool {
    var answer: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &answer) && answer.boolValue
}

private func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
}

extension MediaStore {
    fileprivate func whole(_ sha256: String, _ range: Range<Int64> = 0..<Int64.max) async throws -> [UInt8] {
        var all: [UInt8] = []
        for try await part in try await read(sha256, range) { all += part }
        return all
    }

    fileprivate func store(_ content: [UInt8]) async throws -> StoredMedia {
        let id = try await begin()
        try await append(id, offset: 0, content)
        let media = try await seal(id)
        try await discard(id)
        return media
    }
}

@Suite struct MediaStoreTests {
    @Test("Parts in order become one file under its digest")
    func parts() async throws {
        try await withMedia { (media, folder) async throws in
            let content = bytes(70_000)
            let id = try await media.begin(expected: 70_000)
            for start in stride(from: 0, to: 70_000, by: 10_000) {
                let end = try await media.append(
                    id, offset: Int64(start), Array(content[start..<start + 10_000]), durable: start == 0)
                #expect(end == Int64(start + 10_000))
            }
            #expect(try await media.offset(id) == 70_000)
            let stored = try await media.seal(id, expectedSHA256: Digest.sha256Hex(content))
            #expect(stored == StoredMedia(sha256: Digest.sha256Hex(content), bytes: 70_000))
            try await media.discard(id)
            #expect(files(folder) == ["\(stored.sha256.prefix(2))/\(stored.sha256)"])
            #expect(try await media.whole(stored.sha256) == content)
            #expect(try await media.size(stored.sha256) == 70_000)
        }
    }

    @Test(
        "An append joins what is there or is refused",
        arguments: [
            (Int64(0), [1, 2, 3, 4], Int64?(4)), (0, [1, 2], 4), (2, [3, 4, 5], 5), (4, [5], 5), (4, [], 4),
            (3, [4], 4),
            (5, [6], nil), (9, [], nil), (0, [9], nil), (2, [3, 9], nil), (-1, [1], nil), (.min, [1], nil),
            (.max, [1], nil),
        ] as [(Int64, [UInt8], Int64?)])
    func joins(offset: Int64, more: [UInt8], end: Int64?) async throws {
        try await withMedia { (media, _) async throws in
            let id = try await media.begin()
            try await media.append(id, offset: 0, [1, 2, 3, 4])
            if let end {
                #expect(try await media.append(id, offset: offset, more) == end)
                #expect(try await media.offset(id) == end)
            } else {
                await #expect(throws: MediaError.offsetMismatch(offset: 4)) {
                    try await media.append(id, offset: offset, more)
                }
                #expect(try await media.seal(id).sha256 == Digest.sha256Hex([1, 2, 3, 4] as [UInt8]))
            }
        }
    }

    @Test("Another process, or this one after a crash, goes on where the upload was")
    func goesOn() async throws {
        try await withMedia { (media, folder) async throws in
            let content = bytes(1_000)
            let id = try await media.begin()
            try await media.append(id, offset: 0, Array(content[..<400]))
            let other = try MediaStore(folder: folder)
            #expect(try await other.offset(id) == 400)
            try await other.append(id, offset: 400, Array(content[400...]))
            // the first process knows a digest of 400 bytes and must not use it
            #expect(try await media.seal(id).sha256 == Digest.sha256Hex(content))
        }
    }

    @Test("The same part sent twice at once is stored once")
    func atOnce() async throws {
        try await withMedia { (media, _) async throws in
            let content = bytes(50_000)
            let id = try await media.begin()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try await media.append(id, offset: 0, content) } }
                try await group.waitForAll()
            }
            #expect(try await media.seal(id) == StoredMedia(sha256: Digest.sha256Hex(content), bytes: 50_000))
        }
    }

    @Test("Sealing twice answers the same, also in another process, and the same content is kept once")
    func sealing() async throws {
        try await withMedia { (media, folder) async throws in
            let content = bytes(5_000)
            let first = try await media.begin()
            try await media.append(first, offset: 0, content)
            let stored = try await media.seal(first)
            #expect(try await media.seal(first) == stored)
            #expect(try await MediaStore(folder: folder).seal(first) == stored)
            await #expect(throws: MediaError.unknownUpload) { try await media.append(first, offset: 5_000, [1]) }
            #expect(try await media.store(content) == stored)
            try await media.discard(first)
            try await media.discard(first)
            await #expect(throws: MediaError.unknownUpload) { try await media.seal(first) }
            #expect(files(folder).count == 1)
        }
    }

    @Test("A crash between the mark and the rename loses nothing")
    func crashWhileSealing() async throws {
        try await withMedia { (media, folder) async throws in
            let content = bytes(5_000)
            let id = try await media.begin()
            try await media.append(id, offset: 0, content)
            try media.writeMark(id, StoredMedia(sha256: Digest.sha256Hex(content), bytes: 5_000))
            let after = try MediaStore(folder: folder)
            let stored = try await after.seal(id)
            #expect(try await after.whole(stored.sha256) == content)
        }
    }

    @Test("A file that differs from what was announced is not stored")
    func announced() async throws {
        try await withMedia { (media, folder) async throws in
            let id = try await media.begin()
            try await media.append(id, offset: 0, [1, 2, 3])
            await #expect(throws: MediaError.digestMismatch) {
                try await media.seal(id, expectedSHA256: Digest.sha256Hex([1, 2] as [UInt8]))
            }
            #expect(files(folder) == ["incoming/\(id)"])
        }
    }

    @Test("A file that a row is about to refer to is not removed; later it is, and once more is harmless")
    func removal() async throws {
        try await withMedia { (media, folder) async throws in
            let content = bytes(100)
            let stored = try await media.store(content)
            let id = try await media.begin()
            try await media.append(id, offset: 0, content)
            _ = try await media.seal(id)
            #expect(try await media.remove(stored.sha256) == false)
            #expect(try await media.whole(stored.sha256) == content)
            try await media.discard(id)
            #expect(try await media.remove(stored.sha256))
            #expect(try await media.remove(stored.sha256))
            #expect(files(folder) == [])
            await #expect(throws: MediaError.unknownMedia) { try await media.size(stored.sha256) }
        }
    }

    @Test(
        "No text leads out of the folder",
        arguments: ["", "..", "../../etc/passwd", "/etc/passwd", "a/b", "\0", "A", "x.wav"])
    func paths(text: String) async throws {
        try await withMedia { (media, folder) async throws in
            await #expect(throws: MediaError.unknownUpload) { try await media.offset(text) }
            await #expect(throws: MediaError.unknownUpload) { try await media.append(text, offset: 0, [1]) }
            await #expect(throws: MediaError.unknownUpload) { try await media.seal(text) }
            await #expect(throws: MediaError.unknownUpload) { try await media.discard(text) }
            await #expect(throws: MediaError.unknownMedia) { try await media.size(text) }
            await #expect(throws: MediaError.unknownMedia) { try await media.read(text, 0..<1) }
            await #expect(throws: MediaError.unknownMedia) { try await media.remove(text) }
            #expect(throws: MediaError.unknownMedia) { try media.url(text) }
            #expect(throws: MediaError.unknownMedia) { try media.url(String(repeating: "A", count: 64)) }
            #expect(files(folder) == [])
        }
    }

    @Test("A full disk is said with numbers, and what is there stays")
    func full() async throws {
        let room = Mutex<Int64>(1_000_000_000)
        try await withMedia(free: { _ in room.withLock { $0 } }) { (media, folder) async throws in
            let id = try await media.begin(expected: 1_000)
            try await media.append(id, offset: 0, bytes(1_000))
            let stored = try await media.store([7, 7, 7])
            room.withLock { $0 = 256 << 20 + 10 }
            #expect(try media.freeBytes() == 10)
            await #expect(throws: MediaError.storageFull(needed: 11, free: 10)) {
                try await media.append(id, offset: 1_000, bytes(11))
            }
            #expect(try await media.append(id, offset: 1_000, bytes(10)) == 1_010)
            await #expect(throws: MediaError.storageFull(needed: 5_000_000_000, free: 10)) {
                try await media.begin(expected: 5_000_000_000)
            }
            #expect(try await media.whole(stored.sha256) == [7, 7, 7])
            #expect(files(folder).count == 2)
            let error = MediaError.storageFull(needed: 5_000_000_000, free: 1_234_567)
            #expect(error.kind.status == 507)
            #expect(error.sentence.contains("5000 MB") && error.sentence.contains("1 MB"))
        }
    }

    @Test("A sweep removes uploads that nobody goes on with, and nothing else")
    func sweep() async throws {
        try await withMedia { (media, folder) async throws in
            let stored = try await media.store([1])
            let (stale, young) = (try await media.begin(), try await media.begin())
            let yesterday = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -90_000)]
            try FileManager.default.setAttributes(
                yesterday, ofItemAtPath: folder.appending(path: "incoming/\(stale)").path)
            try FileManager.default.setAttributes(yesterday, ofItemAtPath: try media.url(stored.sha256).path)
            #expect(try await media.sweep(olderThan: Instant.now().adding(seconds: -86_400)) == [stale])
            #expect(files(folder) == ["\(stored.sha256.prefix(2))/\(stored.sha256)", "incoming/\(young)"].sorted())
        }
    }

    @Test(
        "Ranges are cut to the file",
        arguments: [(0, 10), (3, 7), (9, 10), (10, 10), (0, 99), (12, 99), (0, 0), (5, .max)] as [(Int64, Int64)])
    func ranges(from: Int64, to: Int64) async throws {
        try await withMedia { (media, _) async throws in
            let content = bytes(10)
            let stored = try await media.store(content)
            let (start, end) = (Int(min(from, 10)), Int(min(to, 10)))
            #expect(try await media.read(stored.sha256, from..<to).count == end - start)
            #expect(try await media.whole(stored.sha256, from..<to) == Array(content[start..<end]))
        }
    }

    @Test("A file of several pieces, read while it is removed, is read to its end")
    func removedWhileRead() async throws {
        try await withMedia { (media, _) async throws in
            let content = bytes(900_000)
            let stored = try await media.store(content)
            let parts = try await media.read(stored.sha256, 100..<900_000)
            #expect(try await media.remove(stored.sha256))
            var all: [UInt8] = []
            for try await part in parts { all += part }
            #expect(all == Array(content[100...]))
        }
    }

    @Test("A file of this machine is taken in as a copy")
    func copyIn() async throws {
        try await withMedia { (media, folder) async throws in
            let content = Array(repeating: UInt8(7), count: 5_000_000)
            let source = folder.deletingLastPathComponent().appending(path: "課程 ../x.wav".replacing("/", with: "_"))
            try Data(content).write(to: source)
            let (id, stored) = try await media.copyIn(source)
            try await media.discard(id)
            #expect(stored == StoredMedia(sha256: Digest.sha256Hex(content), bytes: 5_000_000))
            #expect(try await media.whole(stored.sha256) == content)
            #expect(try Data(contentsOf: source).count == 5_000_000)
            await #expect(throws: MediaError.unknownMedia) { try await media.copyIn(folder.appending(path: "nothing")) }
            #expect(files(folder).count == 1)
        }
    }
}
