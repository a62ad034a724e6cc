import Foundation
import Jobs
import Kernel
import Language
import Logging
import Scribe
import Speech
import Rounds
import TestSupport
import Testing
import Web

/// From sound to text that people correct.
@Suite struct ScribeTranscriptTests {
    private static let sentences = [
        "Welcome to the lecture.", "The heart has four chambers.", "Two atria and two ventricles.", "Any questions?",
    ]

    @Test(
        "A transcript is read from its beginning, from a position and around a second", arguments: TestEngine.available)
    func pages(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let id = try await school.transcribed((0..<40).map { "Sentence \($0)." })
            let path = "/api/v1/scribe/recordings/\(id)/transcript"
            let first = try await school.teacher.get(path + "?limit=15")
            #expect(first["total"] == 40 && first["next"] == 15 && first["previous"] == .null)
            #expect(first["state"] == "ready" && first["language"] == "en" && first["model"] == "tiny.en")
            #expect(first["items"]?.array?.compactMap { $0["position"]?.integer } == (0..<15).map { Int64($0) })
            let last = try await school.teacher.get(path + "?from=30&limit=15")
            #expect(last["items"]?.array?.count == 10 && last["next"] == .null && last["previous"] == 15)
            let around = try await school.teacher.get(path + "?at=25.5&limit=8")
            #expect(around["items"]?.array?.first?["position"] == 23)
            #expect(around["items"]?.array?.contains { $0["text"] == "Sentence 25." } == true)
            let segment = try #require(first["items"]?.array?.first)
            #expect(segment["words"] == [[0, .number(0.5), "Sentence 0."]] && segment["edited"] == false)
            #expect(try await school.teacher.get(path + "?limit=501").status == 422)
        }
    }

    @Test("Nothing was said: a success with a sentence, and files that are empty as their formats want it")
    func silence() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed([])
            let base = "/api/v1/scribe/recordings/\(id)"
            let answer = try await school.teacher.get(base + "/transcript")
            #expect(answer["state"] == "ready" && answer["total"] == 0)
            #expect(answer["sentence"] == "No speech was found in this recording.")
            #expect(try await school.teacher.get(base + "/transcript.txt").bytes.isEmpty)
            #expect(try await school.teacher.get(base + "/transcript.vtt").text == "WEBVTT\n\n")
        }
    }

    @Test(
        "A correction has its version, its history and its way back, and is found and written out",
        arguments: TestEngine.available)
    func correction(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let id = try await school.transcribed(Self.sentences)
            let segment = try #require(try await school.segments(of: id)[1]["id"]?.string)
            let path = "/api/v1/scribe/segments/\(segment)"
            let edited = try await school.teacher.patch(
                path, ["text": "  The horse has\nfour chambers. ", "version": 1])
            #expect(edited["text"] == "The horse has four chambers." && edited["version"] == 2)
            #expect(edited["edited"] == true && edited["words"] == [])
            let stale = try await school.owner.patch(path, ["text": "Something else.", "version": 1])
            stale.expectProblem(409, "stale_version", "an edit of what was changed meanwhile")
            #expect(stale["current"]?["text"] == "The horse has four chambers." && stale["current"]?["version"] == 2)
            for format in ["txt", "srt", "vtt", "md", "json"] {
                let file = try await school.teacher.get("/api/v1/scribe/recordings/\(id)/transcript.\(format)")
                #expect(file.status == 200 && file.text.contains("horse"), "\(format)")
                #expect(file.header("Content-Disposition")?.contains("lecture.\(format)") == true)
            }
            func found(_ word: String) async throws -> Int? {
                try await school.teacher.get("/api/v1/scribe/search?q=\(word)")["items"]?.array?.count
            }
            #expect(try await found("horse") == 1)
            #expect(try await found("heart") == 0)
            let back = try await school.teacher.post(path + "/revert", ["version": 2])
            #expect(back["text"]?.string == Self.sentences[1] && back["edited"] == false && back["version"] == 3)
            #expect(try await found("heart") == 1)
            #expect(try await found("horse") == 0)
            let history = try await school.teacher.get(path + "/history")["items"]?.array ?? []
            #expect(
                history.map { $0["text"]?.string } == [
                    Self.sentences[1], "The horse has four chambers.", Self.sentences[1],
                ])
            #expect(history.map { $0["byName"]?.string } == ["Some teacher", "Some teacher", nil])
        }
    }

    @Test("Speakers are assigned and named, and stand in the files")
    func speakers() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(Self.sentences)
            let segment = try #require(try await school.segments(of: id)[0]["id"]?.string)
            let path = "/api/v1/scribe/segments/\(segment)"
            let assigned = try await school.teacher.patch(path, ["speaker": "A", "version": 1])
            #expect(assigned["speaker"] == "A" && assigned["text"]?.string == Self.sentences[0])
            let recording = "/api/v1/scribe/recordings/\(id)"
            #expect(try await school.teacher.put(recording + "/speakers/B", ["name": "Dr Grey"]).status == 404)
            #expect(try await school.teacher.put(recording + "/speakers/A", ["name": "Dr Grey"]).status == 200)
            let page = try await school.teacher.get(recording + "/transcript")
            #expect(page["speakers"] == [["key": "A", "name": "Dr Grey"]])
            #expect(try await school.teacher.get(recording + "/transcript.txt").text.hasPrefix("Dr Grey: Welcome"))
            let nobody = try await school.teacher.patch(path, ["speaker": .null, "version": 2])
            #expect(nobody["speaker"] == .null && nobody["version"] == 3)
        }
    }

    @Test("A new transcription takes over when it is finished; tags stay at their times and edits in the history")
    func again() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(Self.sentences)
            let base = "/api/v1/scribe/recordings/\(id)"
            let segment = try #require(try await school.segments(of: id)[1]["id"]?.string)
            _ = try await school.teacher.patch(
                "/api/v1/scribe/segments/\(segment)", ["text": "Corrected.", "version": 1])
            let tag = try await school.teacher.post(
                base + "/tags", ["start": .number(1.1), "end": .number(1.9), "label": "exam"])
            #expect(tag.status == 201)
            let job = try await school.teacher.post(base + "/transcribe")
            #expect(job.status == 202 && job["kind"] == "recording.transcribe" && job["place"] == 1)
            #expect(try await school.teacher.post(base + "/transcribe")["id"] == job["id"])
            // while the new one is made the old one is shown, and when it fails nothing is lost
            let half = Transcriber { _, _, _, _, window in
                try await window(
                    TranscriptWindow(
                        end: 1, segments: [TranscriptSegment(start: 0, end: 1, text: "Half of it.")], language: "en"))
                let shown = try await school.segments(of: id)
                #expect(
                    shown.compactMap { $0["text"]?.string } == [
                        Self.sentences[0], "Corrected.", Self.sentences[2], Self.sentences[3],
                    ])
                throw SpeechError.undecodable
            }
            try await school.work(half)
            let failed = try await school.teacher.get(base)
            #expect(failed["state"] == "failed" && failed["errorCode"] == "undecodable")
            #expect(try await school.segments(of: id).count == 4)
            _ = try await school.teacher.post(base + "/transcribe", ["language": "en"])
            try await school.work(.saying(["Good morning.", "The heart, again.", "Bye."]))
            let segments = try await school.segments(of: id, as: school.teacher)
            #expect(segments.compactMap { $0["text"]?.string } == ["Good morning.", "The heart, again.", "Bye."])
            #expect(segments.compactMap { $0["tags"]?.array?.count } == [0, 1, 0])
            #expect(segments[1]["tags"]?.array?.first?["label"] == "exam")
            let fresh = try #require(segments[1]["id"]?.string)
            let history = try await school.teacher.get("/api/v1/scribe/segments/\(fresh)/history")["items"]?.array ?? []
            #expect(history.map { $0["text"]?.string } == ["The heart, again.", "Corrected."])
            #expect(try await school.teacher.get("/api/v1/scribe/segments/\(segment)/history").status == 404)
            let found = try await school.teacher.get("/api/v1/scribe/search?q=chambers")
            #expect(found["items"]?.array?.isEmpty == true)
        }
    }

    @Test("A job that dies goes on from its last finished window", arguments: TestEngine.available)
    func resume(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let id = try await school.recording(Wave.tone(seconds: 4))
            // the process dies within the third window
            let dying = Transcriber { _, _, _, start, window in
                #expect(start == 0)
                for second in 0..<2 {
                    try await window(
                        TranscriptWindow(
                            end: Double(second + 1),
                            segments: [
                                TranscriptSegment(
                                    start: Double(second), end: Double(second + 1), text: Self.sentences[second])
                            ], language: "en"))
                }
                throw Interrupted()
            }
            try await school.work(dying)
            let partial = try await school.teacher.get("/api/v1/scribe/recordings/\(id)/transcript")
            #expect(partial["total"] == 2 && partial["done"] == 2 && partial["state"] == "queued")
            let jobs = try await school.teacher.get("/api/v1/scribe/jobs?session=\(school.session)")
            #expect(jobs["items"]?.array?.first?["attempts"] == 1)
            #expect(jobs["items"]?.array?.first?["about"] == "The heart, 2026-11-21: lecture.wav")
            let starts = Starts()
            let going = Transcriber { _, _, _, start, window in
                await starts.add(start)
                return try await Transcriber.saying(Self.sentences).transcribe(
                    URL(fileURLWithPath: "/"), nil, nil, start, window)
            }
            let scribe = school.app.application.scribe
            let store = ScribeStore(
                database: scribe.database, clock: scribe.clock, media: scribe.media,
                jobs: JobStore(
                    database: scribe.database, clock: WallClock(now: { Instant.now().adding(seconds: 3600) })),
                sessions: scribe.sessions, transcriber: going, models: scribe.models)
            try await JobWorker(
                store: store.jobs, handlers: scribeJobHandlers(store),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ).workOff()
            #expect(await starts.all == [2])
            let segments = try await school.segments(of: id)
            #expect(segments.compactMap { $0["text"]?.string } == Self.sentences)
            #expect(segments.compactMap { $0["position"]?.integer } == [0, 1, 2, 3])
        }
    }

    @Test("A cancelled first transcription keeps what there is; a cancelled second one leaves the first")
    func cancel() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.recording()
            let base = "/api/v1/scribe/recordings/\(id)"
            let job = try #require(try await school.teacher.get(base)["job"]?.string)
            let cancelled = try await school.teacher.post("/api/v1/scribe/jobs/\(job)/cancel")
            #expect(cancelled.status == 200 && cancelled["state"] == "cancelled")
            #expect(try await school.teacher.get(base)["state"] == "cancelled")
            #expect(try await school.teacher.post("/api/v1/scribe/jobs/\(job)/cancel").code == "job_is_over")
            _ = try await school.teacher.post(base + "/transcribe")
            try await school.work(.saying(["One."]))
            let second = try #require(try await school.teacher.post(base + "/transcribe")["id"]?.string)
            #expect(try await school.teacher.get(base)["state"] == "queued")
            #expect(try await school.teacher.post("/api/v1/scribe/jobs/\(second)/cancel").status == 200)
            #expect(try await school.teacher.get(base)["state"] == "ready")
            #expect(try await school.segments(of: id).count == 1)
        }
    }

    @Test("Without a speech model the recording says which command brings one")
    func noModel() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.recording()
            try await school.work(Transcriber { _, _, _, _, _ in throw ModelError.noneInstalled })
            let answer = try await school.teacher.get("/api/v1/scribe/recordings/\(id)")
            #expect(answer["state"] == "failed" && answer["errorCode"] == "model_missing")
            #expect(answer["message"]?.string?.contains("rounds models") == true)
        }
    }

    @Test("Passages of a transcript carry the corrected words and their seconds, and only of what the caller sees")
    func passages() async throws {
        try await ScribeSchool.with { school in
            let id = try await school.transcribed(Self.sentences)
            let segment = try #require(try await school.segments(of: id)[1]["id"]?.string)
            _ = try await school.teacher.patch(
                "/api/v1/scribe/segments/\(segment)", ["text": "The heart has 4 chambers.", "version": 1])
            let scribe = school.app.application.scribe
            let owner = Principal(userID: school.owner.userID ?? "", name: "Owner", role: .owner)
            let passages = try await scribe.transcriptPassages(ofSession: school.session, for: owner)
            #expect(passages.count == 1 && passages[0].source.id == id && passages[0].source.session == school.session)
            #expect(passages[0].text.contains("4 chambers") && passages[0].start == 0 && passages[0].end == 4)
            #expect(try await scribe.transcriptPassages(ofModule: school.module, for: owner) == passages)
            let teacher = Principal(userID: school.teacher.userID ?? "", name: "Teacher", role: .teacher)
            #expect(try await scribe.transcriptPassages(ofModule: school.module, for: teacher) == passages)
            await #expect(throws: ScribeError.unknownSession) {
                try await scribe.transcriptPassages(ofSession: school.other, for: teacher)
            }
        }
    }
}

/// An error that nobody has named, as a killed process leaves it to the next.
private struct Interrupted: Error {}

private actor Starts {
    private(set) var all: [Double] = []

    func add(_ start: Double) { all.append(start) }
}
