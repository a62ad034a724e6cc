import Documents
import Kernel
import Testing

@Suite struct ZipArchiveTests {
    private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
        var zip = ZipWriter()
        for (name, content) in files { zip.add(name, content) }
        return zip.finish()
    }

    private func code(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? any Failure)?.code ?? "not a failure: \(error)" }
    }

    @Test func whatIsWrittenIsRead() throws {
        var random = SeededBytes(state: 1)
        let files: [(String, [UInt8])] = [
            ("empty.txt", []), ("short.txt", [65]), ("folder/ünï.csv", Array(repeating: 66, count: 100_000)),
            ("noise", (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &random) }),
        ]
        let bytes = archive(files)
        let zip = try ZipArchive(bytes)
        #expect(zip.entries.map(\.name) == files.map(\.0))
        for (name, content) in files { #expect(try zip.read(name) == content) }
        #expect(try zip.read("absent") == nil)
        #expect(bytes == archive(files), "the same files make the same bytes")
        #expect(bytes.count < 55_000, "what can be packed is packed")
    }

    @Test func noTruncationIsReadAsWhole() throws {
        let bytes = archive([
            ("a.csv", Array("number,name\n1,Ann\n".utf8)), ("b.csv", Array(repeating: 7, count: 3_000)),
        ])
        for length in 0..<bytes.count {
            let cut = Array(bytes.prefix(length))
            let failure = code { _ = try ZipArchive(cut) }
            #expect(failure == "zip_damaged" || failure == "not_a_zip", "cut at \(length): \(failure ?? "read")")
        }
    }

    @Test func flippedBitsNeverCrashAndNeverChangeContent() throws {
        let content = Array("number,name\n1,Ann\n2,Bob\n".utf8)
        let bytes = archive([("a.csv", content)])
        for position in bytes.indices {
            for bit in 0..<8 {
                var broken = bytes
                broken[position] ^= 1 << UInt8(bit)
                guard let zip = try? ZipArchive(broken) else { continue }
                if let read = try? zip.read("a.csv") { #expect(read == content, "byte \(position) bit \(bit)") }
            }
        }
    }

    @Test(arguments: [
        ("../up.csv", "zip_damaged"), ("a/../../up.csv", "zip_damaged"), ("/etc/passwd", "zip_damaged"),
        ("C:\\temp\\x.csv", "zip_damaged"), ("..\\up.csv", "zip_damaged"), ("a\u{0}b", "zip_damaged"),
        ("", "zip_damaged"),
    ])
    func namesThatLeaveTheFolderAreRefused(name: String, expected: String) {
        #expect(code { _ = try ZipArchive(archive([(name, [1])])) } == expected)
    }

    @Test func bombsAreRefusedBeforeTheyAreUnpacked() {
        let zeros = archive([("zeros", [UInt8](repeating: 0, count: 8 << 20))])
        #expect(code { _ = try ZipArchive(zeros) } == "too_large", "expands more than 200 times")
        var small = ZipArchive.Limits()
        small.total = 1_000
        let two = archive([("a", [UInt8](repeating: 1, count: 600)), ("b", [UInt8](repeating: 1, count: 600))])
        #expect(code { _ = try ZipArchive(two, limits: small) } == "too_large")
        let many = archive((0..<1_001).map { ("\($0)", []) })
        #expect(code { _ = try ZipArchive(many) } == "too_large")
    }

    @Test func sizesThatLieAreNoticed() throws {
        let bytes = archive([("a", [UInt8](repeating: 3, count: 5_000))])
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        for size: UInt8 in [0x10, 0x14] {
            var lying = bytes
            lying[directory + 25] = size  // second byte of the expanded size
            let zip = try ZipArchive(lying)
            #expect(code { _ = try zip.read("a") } == "zip_damaged")
        }
    }

    @Test func passwordsAndSharedBytesAreRefused() throws {
        let bytes = archive([("a", [1, 2, 3])])
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var locked = bytes
        locked[directory + 8] |= 1
        #expect(code { _ = try ZipArchive(locked) } == "zip_encrypted")
        let two = archive([("a", [1, 2, 3]), ("b", [4, 5, 6])])
        let second = try #require(two.indices.last { two[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var overlapping = two
        for byte in 0..<4 { overlapping[second + 42 + byte] = 0 }
        #expect(code { _ = try ZipArchive(overlapping) } == "zip_damaged")
    }

    @Test(arguments: ["", "PK", "number,name\n1,Ann\n", "%PDF-1.7"])
    func otherFilesAreNotArchives(text: String) {
        #expect(code { _ = try ZipArchive(Array(text.utf8)) } == "not_a_zip")
    }
}
