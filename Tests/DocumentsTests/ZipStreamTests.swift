import Foundation
import Kernel
import Testing

@testable import Documents

/// Archives that are sent in parts and read from disk.
@Suite struct ZipStreamTests {
    private func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zip-\(Identifier.v7())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    private func bytes(of parts: ZipParts) async throws -> [UInt8] {
        var all: [UInt8] = []
        var number = 0
        while let part = try await parts.part(number) {
            #expect(part.count <= max(ZipPlan.partSize, 100_000))
            all += part
            number += 1
        }
        #expect(all.count == parts.length, "the length that is announced is the length that is sent")
        return all
    }

    private static let noise: [UInt8] = {
        var random = SeededBytes(state: 7)
        return (0..<(2 << 20) + 77).map { _ in UInt8.random(in: 0...255, using: &random) }
    }()

    @Test(arguments: [ZipRecord.largest, 60_000, 50])
    func whatIsPlannedIsRead(largest: Int) async throws {
        try await withFolder { folder in
            let media = folder.appending(path: "media")
            try Data(Self.noise).write(to: media)
            let text = Array(String(repeating: "ketoacidosis ", count: 9_000).utf8)
            var plan = ZipPlan(largest: largest)
            plan.add("transcript/講義.txt", text)
            let stored = try plan.add("audio/01 lecture.m4a", file: media)
            plan.add("empty", [])
            #expect(stored.bytes == Self.noise.count)
            #expect(stored.sha256 == Digest.sha256Hex(Self.noise))
            let archive = try await bytes(of: plan.finished())
            #expect(archive.count < Self.noise.count + 4_000, "text is packed")

            let file = folder.appending(path: "archive.zip")
            try Data(archive).write(to: file)
            let read = try ZipFile(file)
            #expect(read.entries.map(\.name) == ["transcript/講義.txt", "audio/01 lecture.m4a", "empty"])
            let contents = try read.entries.map { try read.read($0, upTo: 4 << 20) }
            #expect(contents == [text, Self.noise, []])
            #expect(try ZipArchive(archive).read("audio/01 lecture.m4a") == Self.noise)
            #expect(try code { _ = try read.read(read.entries[1], upTo: 1 << 20) } == "too_large")
        }
    }

    @Test func aFileThatShrinksWhileItIsSentCutsTheArchive() async throws {
        try await withFolder { folder in
            let media = folder.appending(path: "media")
            try Data(Self.noise).write(to: media)
            var plan = ZipPlan()
            try plan.add("m", file: media)
            try Data(Self.noise.prefix(10)).write(to: media)
            let parts = plan.finished()
            await #expect(throws: DocumentError.self) { _ = try await parts.part(1) }
        }
    }

    @Test func everyDamageOfAFileIsNoticed() async throws {
        try await withFolder { folder in
            var zip = ZipWriter()
            let content = Array(String(repeating: "words and words, ", count: 40).utf8)
            zip.add("a.txt", content)
            let whole = zip.finish()
            let file = folder.appending(path: "damaged.zip")
            for position in whole.indices {
                var broken = whole
                broken[position] ^= 0x55
                try Data(broken).write(to: file)
                guard let archive = try? ZipFile(file), let entry = archive.entries.first else { continue }
                if let read = try? archive.read(entry, upTo: 1 << 20) { #expect(read == content, "byte \(position)") }
            }
            for length in stride(from: 0, to: whole.count, by: 3) {
                try Data(whole.prefix(length)).write(to: file)
                let failure = try code { _ = try ZipFile(file) }
                #expect(failure == "zip_damaged" || failure == "not_a_zip", "cut at \(length)")
            }
        }
    }

    @Test func bombsAndNamesAreRefusedAsInMemory() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "bad.zip")
            for (name, content, expected) in [
                ("zeros", [UInt8](repeating: 0, count: 8 << 20), "too_large"), ("../up", [1], "zip_damaged"),
                ("/etc/passwd", [1], "zip_damaged"),
            ] {
                var zip = ZipWriter()
                zip.add(name, content)
                try Data(zip.finish()).write(to: file)
                #expect(try code { _ = try ZipFile(file) } == expected)
            }
        }
    }

    private func code(_ body: () throws -> Void) throws -> String? {
        do {
            try body()
            return nil
        } catch let failure as any Failure { return failure.code }
    }
}
