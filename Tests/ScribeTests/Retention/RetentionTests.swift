import Foundation
import Jobs
import Kernel
import Logging
import Persistence
import TestSupport
import Testing
import Web

@testable import Scribe

/// The nightly sweep, with a clock that tests move.
@Suite struct RetentionTests {
    private func sweep(_ rounds: SampleRounds) async throws {
        let job = try await rounds.store.jobs.enqueue(kind: SweepScribe.kind, subject: "test")
        let worker = JobWorker(
            store: rounds.store.jobs, handlers: [SweepScribe(store: rounds.store)],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await worker.workOff(only: job.id)
        #expect(try await rounds.store.jobs.job(job.id).state == .succeeded)
    }

    private func set(_ rounds: SampleRounds, _ change: (inout ScribeSettings) -> Void) async throws {
        var settings = try await rounds.store.settings()
        change(&settings)
        let changed = settings
        try await rounds.store.database.write { try changed.store($0) }
    }

    private func reasons(_ rounds: SampleRounds) async throws -> [String] {
        try await rounds.store.deletions(before: nil, limit: 50).map { "\($0.what.rawValue) \($0.reason.rawValue)" }
            .sorted()
    }

    @Test(arguments: TestEngine.available)
    func whatWasDeletedGoesWhenNobodyBringsItBack(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.fill(rounds)
            let recording = try await rounds.store.recordings(of: session)[0].recording
            let attachment = try await rounds.store.attachments(of: session)[0].attachment
            try await rounds.store.delete(recording, by: .grey)
            try await rounds.store.delete(attachment, by: .grey)
            rounds.clock.move(days: 6)
            try await sweep(rounds)
            #expect(try await rounds.count("scribe_segment") == 3, "it can still be brought back")
            #expect(try await rounds.count("scribe_recording") == 2)
            rounds.clock.move(days: 2)
            try await sweep(rounds)
            for (table, left) in [
                ("scribe_recording", 1), ("scribe_segment", 0), ("scribe_edit", 0), ("scribe_tag", 0),
                ("scribe_speaker", 0),
                ("scribe_attachment", 2),
            ] {
                #expect(try await rounds.count(table) == left, "\(table)")
            }
            let sound = try rounds.store.media.url(recording.sha256)
            #expect(!FileManager.default.fileExists(atPath: sound.path))
            let handout = try rounds.store.media.url(attachment.sha256)
            #expect(FileManager.default.fileExists(atPath: handout.path), "another attachment has the same bytes")
            #expect(
                try await reasons(rounds) == [
                    "attachment expired", "attachment request", "recording expired", "recording request",
                ])
            let asked = try await rounds.store.deletions(before: nil, limit: 50).filter { $0.reason == .request }
            #expect(asked.map(\.byName) == ["Dr Grey", "Dr Grey"])
        }
    }

    @Test func oldSoundGoesAndItsTranscriptStays() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.fill(rounds)
            try await set(rounds) { $0.retentionDays = 30 }
            rounds.clock.move(days: 29)
            try await sweep(rounds)
            #expect(try await rounds.store.recordings(of: session).allSatisfy { !$0.recording.sha256.isEmpty })
            rounds.clock.move(days: 2)
            try await sweep(rounds)
            let left = try await rounds.store.recordings(of: session).map(\.recording)
            #expect(left.map(\.sha256) == ["", ""] && left.map(\.bytes) == [0, 0])
            #expect(try await rounds.count("scribe_segment") == 3)
            #expect(try await rounds.count("scribe_tag") == 4)
            let kept = Set(try rounds.files().map { $0.split(separator: "/").last.map(String.init) ?? "" })
            #expect(!kept.contains(Digest.sha256Hex(SampleContents.sound)))
            #expect(kept.contains(Digest.sha256Hex(SampleContents.handout)), "attachments are no sound")
            #expect(try await reasons(rounds) == ["audio retention", "audio retention"])
            try await sweep(rounds)
            #expect(try await reasons(rounds).count == 2, "once")
            await #expect(throws: ScribeError.mediaGone) {
                _ = try await rounds.store.transcribe(left[0], model: nil, language: nil, by: .grey)
            }
            let archive = try await ExportRoundTripTests.bytes(session, rounds)
            #expect(!archive.isEmpty, "what is left can be exported")
        }
    }

    @Test(arguments: TestEngine.available)
    func whatTheRegisterHasNoMoreFollowsIt(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.fill(rounds)
            let job = try await rounds.store.jobs.enqueue(kind: "recording.transcribe", subject: session.id)
            rounds.directory.all = []
            try await sweep(rounds)
            #expect(try await rounds.store.jobs.job(job.id).state == .cancelled, "jobs end at once")
            #expect(try await rounds.count("scribe_recording") == 2)
            rounds.directory.all = [session]
            rounds.clock.move(days: 8)
            try await sweep(rounds)
            #expect(try await rounds.count("scribe_recording") == 2, "it came back in time")
            rounds.directory.all = []
            try await sweep(rounds)
            rounds.clock.move(days: 8)
            try await sweep(rounds)
            for table in [
                "scribe_recording", "scribe_attachment", "scribe_segment", "scribe_note", "scribe_tag", "scribe_page",
            ] {
                #expect(try await rounds.count(table) == 0, "\(table)")
            }
            #expect(try rounds.files().isEmpty)
            #expect(try await reasons(rounds).contains("contents register"))
        }
    }

    @Test func finishedJobsAreForgottenAfterAMonth() async throws {
        try await SampleRounds.with { rounds in
            try await sweep(rounds)
            rounds.clock.move(days: 31)
            try await sweep(rounds)
            #expect(try await rounds.count("job") == 1)
        }
    }
}
