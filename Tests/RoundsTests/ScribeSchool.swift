import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Scribe
import Speech
import Rounds
import TestSupport
import Testing
import Web

/// A school with two groups and a session of each, to record in. `session` is taught by `teacher` and heard by `student`;
/// `other` is nobody's of the two.
struct ScribeSchool: Sendable {
    let app: ApplicationUnderTest
    let owner: Client
    let teacher: Client
    let student: Client
    let module: String
    let session: String
    let other: String

    static func with(
        on engine: TestEngine = .sqlite, environment: [String: String] = [:],
        _ body: @escaping @Sendable (ScribeSchool) async throws -> Void
    ) async throws {
        try await withRounds(on: engine, environment: environment.merging(["RATE_LIMIT_ENABLED": "false"]) { $1 }) {
            app in
            let owner = try await app.signedIn(as: .owner)
            let module = try await owner.make("/api/v1/modules", ["code": "ANA101", "title": "Anatomy"])
            var groups: [String] = []
            var sessions: [String] = []
            for name in ["A", "B"] {
                let group = try await owner.make(
                    "/api/v1/groups",
                    [
                        "module": .string(module), "name": .string(name), "firstDay": "2026-09-01",
                        "lastDay": "2026-12-18",
                    ])
                groups.append(group)
                sessions.append(
                    try await owner.make(
                        "/api/v1/attendance/sessions",
                        ["group": .string(group), "date": "2026-11-21", "start": "09:00", "title": "The heart"]))
            }
            let person = try await owner.make(
                "/api/v1/people", ["kind": "student", "number": "S1", "givenName": "Sam", "familyName": "Student"])
            _ = try await owner.make("/api/v1/groups/\(groups[0])/enrolments", ["student": .string(person)])
            let teacher = try await app.signedIn(as: .teacher)
            _ = try await owner.post(
                "/api/v1/groups/\(groups[0])/teachers", ["user": .string(teacher.userID ?? "")])
            try await body(
                ScribeSchool(
                    app: app, owner: owner, teacher: teacher,
                    student: try await app.signedIn(as: .student, personID: person), module: module,
                    session: sessions[0], other: sessions[1]))
        }
    }

    // MARK: uploads

    /// Announces, sends and ends a file; the answer to the end.
    func send(
        _ bytes: [UInt8], name: String = "lecture.wav", purpose: String = "recording", to session: String? = nil,
        as client: Client? = nil, take: String? = nil, part: Int64? = nil, last: Bool = true, parts: Int64? = nil
    ) async throws -> Answer {
        let client = client ?? teacher
        let begun = try await client.post(
            "/api/v1/scribe/sessions/\(session ?? self.session)/uploads",
            [
                "name": .string(name), "size": .integer(Int64(bytes.count)), "purpose": .string(purpose),
                "take": take.map { .string($0) } ?? .null, "part": part.map { .integer($0) } ?? .null,
            ])
        guard begun.status == 201, let id = begun["id"]?.string else { return begun }
        let sent = try await client.append(id, bytes, at: 0)
        guard sent.status == 200 else { return sent }
        return try await client.post(
            "/api/v1/scribe/uploads/\(id)/finish",
            [
                "size": .integer(Int64(bytes.count)), "sha256": .string(Digest.sha256Hex(bytes)), "last": .bool(last),
                "parts": parts.map { .integer($0) } ?? .null,
            ])
    }

    /// A recording of the session; its id.
    func recording(
        _ bytes: [UInt8] = Wave.tone(seconds: 2), name: String = "lecture.wav", to session: String? = nil
    ) async throws -> String {
        let answer = try await send(bytes, name: name, to: session, as: owner)
        guard answer.status == 201, let id = answer["id"]?.string else { throw UnexpectedAnswer(answer: answer) }
        return id
    }

    // MARK: transcripts

    /// Does the jobs that wait, with a recogniser that hears what the test says.
    func work(_ transcriber: Transcriber) async throws {
        let scribe = app.application.scribe
        let store = ScribeStore(
            database: scribe.database, clock: scribe.clock, media: scribe.media, jobs: scribe.jobs,
            sessions: scribe.sessions, transcriber: transcriber, models: scribe.models)
        let worker = JobWorker(
            store: store.jobs, handlers: scribeJobHandlers(store),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await worker.workOff()
    }

    /// A recording with a transcript of these sentences, a second each.
    func transcribed(_ sentences: [String], seconds: Double? = nil) async throws -> String {
        let id = try await recording(Wave.tone(seconds: seconds ?? Double(max(1, sentences.count))))
        try await work(.saying(sentences))
        return id
    }

    func segments(of recording: String, as client: Client? = nil) async throws -> [JSONValue] {
        let answer = try await (client ?? owner).get("/api/v1/scribe/recordings/\(recording)/transcript?limit=500")
        guard let items = answer["items"]?.array else { throw UnexpectedAnswer(answer: answer) }
        return items
    }

    /// Every file that is kept, complete or not.
    func files() throws -> [String] {
        let file = try app.application.scribe.media.url(String(repeating: "0", count: 64))
        let folder = file.deletingLastPathComponent().deletingLastPathComponent()
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            let path = folder.appending(path: name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && name != "lock"
        }.sorted()
    }
}

extension Client {
    func append(_ upload: String, _ bytes: [UInt8], at offset: Int) async throws -> Answer {
        try await send(
            .patch, "/api/v1/scribe/uploads/\(upload)?offset=\(offset)", body: bytes,
            [.contentType: "application/octet-stream"])
    }
}

extension Transcriber {
    /// Hears these sentences, one in each second, window by window.
    static func saying(_ sentences: [String], language: String? = "en") -> Transcriber {
        Transcriber { _, model, _, start, window in
            for (index, sentence) in sentences.enumerated() where Double(index) >= start {
                let second = Double(index)
                try await window(
                    TranscriptWindow(
                        end: second + 1,
                        segments: [
                            TranscriptSegment(
                                start: second, end: second + 1, text: sentence,
                                words: [TranscriptWord(start: second, end: second + 0.5, text: sentence)])
                        ], language: language))
            }
            return TranscriptSummary(
                duration: Double(sentences.count), language: sentences.isEmpty ? nil : language,
                model: model ?? "tiny.en")
        }
    }
}

/// Sound made by arithmetic: 16 kHz, one channel, 16 bits.
enum Wave {
    static func tone(seconds: Double, frequency: Double = 440) -> [UInt8] {
        let count = Int(seconds * 16_000)
        var bytes = header(count)
        for index in 0..<count {
            let sample = Int16(8_000 * sin(2 * .pi * frequency * Double(index) / 16_000))
            bytes.append(UInt8(truncatingIfNeeded: sample))
            bytes.append(UInt8(truncatingIfNeeded: sample >> 8))
        }
        return bytes
    }

    private static func header(_ samples: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        func number(_ value: Int, _ count: Int) {
            for place in 0..<count { bytes.append(UInt8(value >> (8 * place) & 255)) }
        }
        bytes += Array("RIFF".utf8)
        number(36 + samples * 2, 4)
        bytes += Array("WAVEfmt ".utf8)
        number(16, 4)
        number(1, 2)
        number(1, 2)
        number(16_000, 4)
        number(32_000, 4)
        number(2, 2)
        number(16, 2)
        bytes += Array("data".utf8)
        number(samples * 2, 4)
        return bytes
    }
}
