import Documents
import Foundation
import Kernel
import Language
import Persistence
import TestSupport
import Testing
import Web

@testable import Scribe

/// Out of one Rounds, into an empty one, out again.
@Suite struct ExportRoundTripTests {
    static func bytes(
        _ session: SessionInfo, _ rounds: SampleRounds, parts: Set<ExportPart> = Set(ExportPart.allCases),
        by caller: Principal = .grey
    ) async throws -> [UInt8] {
        let archive = try await rounds.store.export(parts, of: session, for: caller)
        var bytes: [UInt8] = []
        var number = 0
        while let part = try await archive.part(number) {
            bytes += part
            number += 1
        }
        #expect(bytes.count == archive.length)
        return bytes
    }

    static func take(_ bytes: [UInt8], _ rounds: SampleRounds, by caller: Principal = .grey) async throws
        -> ImportedSession
    {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "archive.zip")
            try Data(bytes).write(to: file)
            return try await rounds.store.importArchive(at: file, by: caller)
        }
    }

    @Test(arguments: TestEngine.available)
    func anImportGivesTheSameDataBack(engine: TestEngine) async throws {
        let first = try await SampleRounds.with(engine) { rounds in
            try await Self.bytes(try await SampleContents.fill(rounds), rounds)
        }
        try await SampleRounds.with(engine) { rounds in
            let imported = try await Self.take(first, rounds, by: .moss)
            #expect(Dictionary(uniqueKeysWithValues: imported.created.map { ($0.name, $0.count) })["segments"] == 3)
            let second = try await Self.bytes(imported.session, rounds, by: .moss)
            #expect(second == first, "byte for byte, manifest included")
            let recordings = try await rounds.store.recordings(of: imported.session)
            #expect(recordings.map(\.recording.name) == ["Week 3: 講義/heart.wav", "heart.wav"])
            #expect(recordings.map(\.state) == [.ready, .cancelled])
            let history = try await rounds.store.history(
                of: try await rounds.store.database.read { reader in
                    try Segment.all(
                        of: recordings[0].recording.transcript ?? "", recording: recordings[0].recording.id, reader)[0]
                        .id
                }, for: .moss)
            #expect(
                history.map(\.text) == [
                    "The heart has four valves, “four”.", "The heart has four valves.", "The heart has for valves.",
                    "of an earlier transcript",
                ])
            #expect(history.map(\.byName) == ["Dr Grey", "Dr Grey", nil, "Ada Moss"])
            let tags = try await rounds.store.tags(of: recordings[0].recording, for: .moss)
            #expect(tags.map(\.label) == ["confusing", "Prüfung", "exam"])
            #expect(tags.map(\.byUser) == ["user-moss", "", "user-moss"], "own ones are the importer's")
            try await Self.checkStudy(imported, recordings[0].recording.id, rounds)
            #expect(try await rounds.store.note(of: imported.session, by: .moss).text.hasPrefix("# Heart"))
            await #expect(throws: ArchiveError.sessionNotEmpty) { _ = try await Self.take(first, rounds, by: .moss) }
        }
    }

    /// Citations lead to what came in.
    private static func checkStudy(
        _ imported: ImportedSession, _ recording: String, _ rounds: SampleRounds
    ) async throws {
        let session = imported.session
        let versions = try await rounds.store.aiNotesVersions(of: session, by: .moss)
        #expect(versions.count == 2)
        let newest = try #require(try await rounds.store.aiNotes(of: session, by: .moss)?.notes)
        #expect(newest.title == "Second")
        let attachment = try await rounds.store.attachments(of: session)[0].attachment.id
        #expect(newest.citations.map(\.source.id) == [recording, attachment])
        #expect(newest.citations.map(\.source.session) == [session.id, session.id])
        #expect(newest.citations.map(\.passage) == ["\(recording)#1", "\(attachment)#0.1"])
        let questions = try await rounds.store.questions(about: .session(session.id), by: .moss)
        #expect(questions.map(\.question) == ["Who won?", "Which?", "How many valves?"])
        #expect(questions[1].thread == questions[2].id && questions[0].refused)
        let cards = try #require(try await rounds.store.study(of: session, by: .moss))
        #expect(cards.cards.count == 1 && cards.quiz.map(\.answer) == [1])
        #expect(cards.cards[0].citation.source.id == recording)
    }

    @Test func whatIsInTheArchiveIsWhatItSays() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.fill(rounds)
            let zip = try ZipArchive(try await Self.bytes(session, rounds))
            let manifest = try JSONDecoder().decode(
                ArchiveManifest.self, from: Data(try #require(try zip.read("manifest.json"))))
            #expect(manifest.files.map(\.name) == zip.entries.map(\.name).filter { $0 != "manifest.json" })
            for file in manifest.files {
                let bytes = try #require(try zip.read(file.name))
                #expect(bytes.count == file.bytes && Digest.sha256Hex(bytes) == file.sha256, "\(file.name)")
            }
            #expect(try zip.read("audio/heart.wav") == SampleContents.sound)
            #expect(try zip.read("audio/heart (2).wav") == SampleContents.otherSound)
            #expect(manifest.recordings.map(\.name) == ["Week 3: 講義/heart.wav", "heart.wav"], "as people called them")
            func text(_ name: String) throws -> String {
                String(decoding: try #require(try zip.read(name)), as: UTF8.self)
            }
            #expect(try text("transcript/heart.txt").contains("Dr Grey: The heart has four valves, “four”."))
            #expect(try text("transcript/heart.srt").contains("00:00:04,250 --> 00:00:07,251"))
            #expect(try text("transcript/heart.vtt").hasPrefix("WEBVTT"))
            #expect(try text("transcript/heart.md").contains("**Dr Grey**"))
            #expect(try text("notes/notes.md") == "# Heart\n\n[12:34] valves “mitral”\n")
            let all = try zip.entries.map { try text($0.name) }.joined()
            #expect(!all.contains("not for export"), "another person's note")
            #expect(!all.contains("hidden"), "another person's own tag")
            #expect(!all.contains("Not mine"), "another person's AI notes")
            #expect(!all.contains(session.id), "no id of the installation")
        }
    }

    @Test func aStudentExportsOnlyWhatIsShared() async throws {
        try await SampleRounds.with { rounds in
            let full = try await SampleContents.fill(rounds)
            let seen = SessionInfo(
                id: full.id, title: full.title, kind: full.kind, date: full.date, startTime: nil, endTime: nil,
                module: full.module, group: full.group, mayEdit: false, seesUnshared: false, absent: false)
            let student = Principal(userID: "user-sam", name: "Sam", role: .student)
            let zip = try ZipArchive(try await Self.bytes(seen, rounds, by: student))
            #expect(zip.entries.map(\.name).filter { $0.hasPrefix("audio/") } == ["audio/heart.wav"])
            #expect(try zip.read("notes/notes.md") == [])
            func transcript(_ zip: ZipArchive) throws -> ArchiveTranscript {
                try JSONDecoder().decode(
                    ArchiveTranscript.self, from: Data(try #require(try zip.read("transcript/heart.json"))))
            }
            let shared = try transcript(zip)
            #expect(shared.segments.map(\.text) == ["The heart has four valves, “four”.", "Mitral and tricuspid."])
            #expect(shared.edits.isEmpty && shared.segments.allSatisfy { $0.original == nil })
            #expect(
                shared.segments.map(\.words.isEmpty) == [true, false], "what was heard before a correction is history")
            let whole = try transcript(ZipArchive(try await Self.bytes(full, rounds)))
            #expect(whole.segments.map(\.text).last == "" && whole.segments[0].original == "The heart has for valves.")
            #expect(whole.edits.count == 3)
        }
    }

    @Test func aLostFileEndsTheExport() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.fill(rounds)
            let url = try rounds.store.media.url(Digest.sha256Hex(SampleContents.otherSound))
            try Data("RIFF changed".utf8).write(to: url)
            await #expect(throws: ScribeError.mediaGone) { _ = try await Self.bytes(session, rounds, parts: [.audio]) }
            #expect(try await !Self.bytes(session, rounds, parts: [.notes]).isEmpty, "what does not need it goes on")
        }
    }
}
