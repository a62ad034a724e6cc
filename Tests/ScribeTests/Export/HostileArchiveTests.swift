import Documents
import Foundation
import Kernel
import TestSupport
import Testing
import Web

@testable import Scribe

/// Archives that no export has written. Each is refused with its code, and nothing stays.
@Suite struct HostileArchiveTests {
    private func refused(_ bytes: [UInt8]) async throws -> String? {
        try await SampleRounds.with { rounds in
            do {
                _ = try await ExportRoundTripTests.take(bytes, rounds)
                return nil
            } catch let failure as any Failure {
                #expect(try rounds.files().isEmpty, "no file stays")
                for table in ["scribe_recording", "scribe_segment", "scribe_note", "scribe_tag", "job"] {
                    #expect(try await rounds.count(table) == 0, "\(table) is empty")
                }
                #expect(rounds.directory.all.isEmpty, "no session is made")
                return failure.code
            }
        }
    }

    /// The files of a good archive, to be spoilt.
    private func good() async throws -> [String: [UInt8]] { try await Self.made.value }

    private static let made = Task {
        try await SampleRounds.with { rounds in
            let zip = try ZipArchive(
                try await ExportRoundTripTests.bytes(try await SampleContents.fill(rounds), rounds))
            return Dictionary(uniqueKeysWithValues: try zip.entries.map { ($0.name, try zip.read($0.name) ?? []) })
        }
    }

    private func zip(_ files: [String: [UInt8]]) async throws -> [UInt8] {
        try await withTemporaryFolder { folder in
            var plan = ZipPlan()
            for (index, (name, bytes)) in files.sorted(by: { $0.key < $1.key }).enumerated() {
                let file = folder.appending(path: "\(index)")
                try Data(bytes).write(to: file)
                try plan.add(name, file: file)
            }
            let parts = plan.finished()
            var bytes: [UInt8] = []
            var number = 0
            while let part = try await parts.part(number) {
                bytes += part
                number += 1
            }
            return bytes
        }
    }

    /// Changes the manifest's text, or a file together with its line in the manifest.
    private func spoilt(_ change: (inout [String: [UInt8]], inout ArchiveManifest) throws -> Void) async throws
        -> [UInt8]
    {
        var files = try await good()
        var manifest = try JSONDecoder().decode(
            ArchiveManifest.self, from: Data(try #require(files["manifest.json"])))
        try change(&files, &manifest)
        files["manifest.json"] = try ArchiveContents.json(manifest)
        return try await zip(files)
    }

    private func replace(
        _ name: String, _ text: String, _ files: inout [String: [UInt8]], _ manifest: inout ArchiveManifest
    ) {
        let bytes = Array(text.utf8)
        files[name] = bytes
        guard let index = manifest.files.firstIndex(where: { $0.name == name }) else { return }
        manifest.files[index].bytes = bytes.count
        manifest.files[index].sha256 = Digest.sha256Hex(bytes)
    }

    @Test func theGoodOneIsTaken() async throws {
        #expect(try await refused(try await zip(try await good())) == nil)
    }

    @Test(arguments: [
        ("", "not_a_zip"), ("words", "not_a_zip"), ("%PDF-1.7", "not_a_zip"), ("PK\u{3}\u{4}", "zip_damaged"),
    ])
    func otherFiles(text: String, code: String) async throws {
        #expect(try await refused(Array(text.utf8)) == code)
    }

    @Test func archivesOfOtherPrograms() async throws {
        #expect(try await refused(try await zip(["a.txt": [65]])) == "not_a_rounds_archive")
        for manifest in [
            "", "{}", "[]", #"{"format":"other","version":1}"#, #"{"format":"rounds-session","version":1}"#,
        ] {
            #expect(try await refused(try await zip(["manifest.json": Array(manifest.utf8)])) == "not_a_rounds_archive")
        }
        let newer = Array(#"{"format":"rounds-session","version":2}"#.utf8)
        #expect(try await refused(try await zip(["manifest.json": newer])) == "newer_archive")
    }

    @Test func pathsAndBombs() async throws {
        for name in ["../up", "/etc/passwd", "a/../../b"] {
            var files = try await good()
            files[name] = [1]
            #expect(try await refused(try await zip(files)) == "zip_damaged", "\(name)")
        }
        var bomb = ZipWriter()
        bomb.add("manifest.json", [UInt8](repeating: 32, count: 8 << 20))
        #expect(try await refused(bomb.finish()) == "too_large")
        var manifest = ZipPlan()
        manifest.add("manifest.json", (0..<(5 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 5) })
        let parts = manifest.finished()
        let bytes = [try await parts.part(0), try await parts.part(1), try await parts.part(2)].compactMap(\.self)
        #expect(try await refused(Array(bytes.joined())) == "too_large", "a manifest of 5 MB")
    }

    @Test func filesThatAreMissingMoreOrOthers() async throws {
        var files = try await good()
        files["tags/tags.json"] = nil
        #expect(try await refused(try await zip(files)) == "archive_file_missing")
        files = try await good()
        files["audio/more.wav"] = [1]
        #expect(try await refused(try await zip(files)) == "archive_file_unlisted")
        for name in ["audio/heart.wav", "transcript/heart.txt", "transcript/heart.json"] {
            files = try await good()
            files[name]?[10] ^= 1
            #expect(try await refused(try await zip(files)) == "archive_file_changed", "\(name)")
            files = try await good()
            files[name]?.append(65)
            #expect(try await refused(try await zip(files)) == "archive_file_changed", "\(name) is longer")
        }
    }

    @Test func soundThatWasPackedAgain() async throws {
        var writer = ZipWriter()
        for (name, bytes) in try await good() { writer.add(name, bytes) }
        #expect(try await refused(writer.finish()) == "archive_repacked")
    }

    @Test(arguments: [
        ("transcript/heart.json", "{}"), ("transcript/heart.json", "no JSON"), ("tags/tags.json", "{\"tags\": []}"),
        (
            "tags/tags.json",
            """
            [{"recording":"00000000-0000-8000-8000-000000000000","start":1,"end":2,"label":"x","shared":true,"mine":true,
            "byName":"x","at":"2026-01-01T00:00:00.000Z"}]
            """
        ),
        (
            "transcript/heart.json",
            """
            {"title":"x","speakers":{},"edits":[],"segments":[{"id":"../../x","start":0,"end":1,"text":"x","version":1,
            "words":[]}]}
            """
        ),
        (
            "transcript/heart.json",
            """
            {"title":"x","speakers":{},"edits":[],"segments":[{"id":"00000000-0000-8000-8000-000000000000","start":2,
            "end":1,"text":"x","version":1,"words":[]}]}
            """
        ),
    ])
    func contentsThatNoExportWrites(name: String, text: String) async throws {
        let bytes = try await spoilt { files, manifest in replace(name, text, &files, &manifest) }
        #expect(try await refused(bytes) == "archive_invalid")
    }

    @Test func notesThatAreNoText() async throws {
        let bytes = try await spoilt { files, manifest in
            replace("notes/notes.md", "x", &files, &manifest)
            files["notes/notes.md"] = [0xFF]
            let index = try #require(manifest.files.firstIndex { $0.name == "notes/notes.md" })
            manifest.files[index].sha256 = Digest.sha256Hex([0xFF])
        }
        #expect(try await refused(bytes) == "archive_invalid")
    }

    @Test func manifestsThatContradictThemselves() async throws {
        let changes: [@Sendable (inout ArchiveManifest) -> Void] = [
            { $0.recordings[0].id = "x" }, { $0.recordings[1].id = $0.recordings[0].id },
            { $0.session.module.code = "" }, { $0.session.title = "a\u{0}b" }, { $0.parts = [] },
            { $0.files[0].of = nil }, { $0.files[0].of = "00000000-0000-8000-8000-000000000000" },
            { $0.files.append($0.files[0]) }, { $0.recordings[0].duration = -1 },
            { $0.recordings[0].name = String(repeating: "x", count: 301) },
        ]
        for (index, change) in changes.enumerated() {
            let bytes = try await spoilt { _, manifest in change(&manifest) }
            #expect(try await refused(bytes) == "archive_invalid", "change \(index)")
        }
    }
}
