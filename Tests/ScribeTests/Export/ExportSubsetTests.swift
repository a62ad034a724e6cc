import Documents
import Foundation
import Kernel
import Persistence
import TestSupport
import Testing

@testable import Scribe

/// Every subset of the tick boxes gives exactly what it says.
@Suite struct ExportSubsetTests {
    /// What each tick box adds to the archive of the sample.
    private static let files: [ExportPart: Set<String>] = [
        .audio: ["audio/heart.wav", "audio/heart (2).wav"], .transcriptText: ["transcript/heart.txt"],
        .transcriptSubRip: ["transcript/heart.srt"], .transcriptWebVTT: ["transcript/heart.vtt"],
        .transcriptJSON: ["transcript/heart.json"], .transcriptMarkdown: ["transcript/heart.md"],
        .notes: ["notes/notes.md"], .tags: ["tags/tags.json"],
        .attachments: ["attachments/Handout.md", "attachments/handout (2).md", "attachments/x.bin"],
    ].merging(SampleStudy.files) { $1 }

    /// All 4,096 subsets, without packing them.
    @Test func everySubsetHasItsFilesAndNoOther() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.fill(rounds)
            let parts = ExportPart.allCases
            let wrong = try await rounds.store.database.read { reader in
                try (1..<(1 << parts.count)).filter { subset in
                    let ticked = Set(parts.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element))
                    let contents = try ArchiveContents(ticked, of: session, for: "user-grey", reader)
                    let expected = ticked.reduce(into: Set<String>()) { $0.formUnion(Self.files[$1] ?? []) }
                    let manifest = ArchiveManifest(contents)
                    return Set(contents.files.map(\.name)) != expected || contents.files.count != expected.count
                        || Set(manifest.parts) != ticked || Set(manifest.files.map(\.part)).subtracting(ticked) != []
                }
            }
            #expect(wrong.isEmpty, "\(wrong.count) subsets, the first \(wrong.first ?? 0)")
        }
    }

    /// Each box alone, all but each, and subsets in which every two boxes have each of their four states: packed, taken in by
    /// an empty Rounds, and packed again.
    @Test func everyPairComesBackAsItWas() async throws {
        let parts = ExportPart.allCases
        var subsets = parts.map { Set([$0]) } + parts.map { Set(parts).subtracting([$0]) } + [Set(parts)]
        for bit in 0..<4 {
            let ticked = Set(parts.enumerated().filter { $0.offset >> bit & 1 == 1 }.map(\.element))
            subsets += [ticked, Set(parts).subtracting(ticked)]
        }
        for (index, one) in parts.enumerated() {
            for other in parts[(index + 1)...] {
                #expect(Set(subsets.map { [$0.contains(one), $0.contains(other)] }).count == 4, "\(one) and \(other)")
            }
        }
        try await SampleRounds.with { source in
            let session = try await SampleContents.fill(source)
            try await SampleRounds.with { target in
                for subset in subsets {
                    let first = try await ExportRoundTripTests.bytes(session, source, parts: subset)
                    let imported = try await ExportRoundTripTests.take(first, target)
                    let rest = Self.comingBack(subset)
                    if !rest.isEmpty {
                        let sent = try await ExportRoundTripTests.bytes(session, source, parts: rest)
                        let second = try await ExportRoundTripTests.bytes(imported.session, target, parts: rest)
                        #expect(sent == second, "\(subset.map(\.rawValue).sorted())")
                    }
                    try await target.store.purgeSession(imported.session.id, now: target.clock.now)
                }
                #expect(try target.files().isEmpty)
            }
        }
    }

    /// Words are read from the JSON; the other forms of a transcript are for people and programs, and alone bring none back.
    private static func comingBack(_ subset: Set<ExportPart>) -> Set<ExportPart> {
        let forms: Set<ExportPart> = [.transcriptText, .transcriptSubRip, .transcriptWebVTT, .transcriptMarkdown]
        return subset.contains(.transcriptJSON) ? subset : subset.subtracting(forms)
    }

    @Test(arguments: ["", ",", "sound", "audio,sound", "AUDIO", "audio;tags"])
    func unknownPartsAreRefused(text: String) {
        #expect(throws: InvalidInput.self) { try ExportPart.read(text) }
    }

    @Test func withoutPartsEverythingIsTicked() throws {
        #expect(try ExportPart.read(nil) == Set(ExportPart.allCases))
        #expect(try ExportPart.read("tags,audio") == [.audio, .tags])
    }
}
