import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Scribe
import Speech
import Rounds
import TestSupport
import Web

/// What Scribe keeps of the session of one half of the school: a recording that is shared, with its transcript, and what
/// hangs on them. The tag and the question are of whoever is tested.
struct ScribeHalf: Sendable {
    let recording: String
    let job: String
    let segment: String
    let upload: String
    let tag: String
    let attachment: String
    let question: String

    var secrets: [String] { [recording, job, segment, upload, tag, attachment, question] }

    var objects: [(String, String)] {
        let base = "/api/v1/scribe"
        return [
            (base + "/recordings/{id}", recording), (base + "/jobs/{id}", job), (base + "/segments/{id}", segment),
            (base + "/uploads/{id}", upload), (base + "/tags/{id}", tag), (base + "/attachments/{id}", attachment),
            (base + "/questions/{id}", question),
        ]
    }

    static func query(_ path: String, _ half: Half) -> String? {
        switch path {
        case "/api/v1/scribe/jobs", "/api/v1/scribe/uploads", "/api/v1/scribe/questions": "?session=\(half.session)"
        case "/api/v1/scribe/search": "?q=heart"
        case "/api/v1/scribe/sessions/{id}/export": "?parts=transcript.txt"
        case _ where path.hasPrefix("/api/v1/scribe/"): ""
        default: nil
        }
    }

    static let writingQueries = ["PATCH /api/v1/scribe/uploads/{id}": "?offset=0"]

    /// Bodies that only the object makes wrong.
    static let bodies: [String: @Sendable (Half, String) -> JSONValue] = {
        var bodies: [String: @Sendable (Half, String) -> JSONValue] = [
            "POST /api/v1/scribe/sessions/{id}/uploads": { _, _ in
                ["name": "b.wav", "size": 10, "purpose": "recording"]
            },
            "POST /api/v1/scribe/uploads/{id}/finish": { _, _ in ["size": 32_044] },
            "PATCH /api/v1/scribe/sessions/{id}": { _, _ in ["archived": true] },
            "PATCH /api/v1/scribe/recordings/{id}": { _, _ in ["name": "Renamed"] },
            "PATCH /api/v1/scribe/attachments/{id}": { _, _ in ["name": "Renamed"] },
            "PATCH /api/v1/scribe/segments/{id}": { _, _ in ["text": "Changed.", "version": 1] },
            "POST /api/v1/scribe/segments/{id}/revert": { _, _ in ["version": 1] },
            "PUT /api/v1/scribe/recordings/{id}/speakers/{key}": { _, _ in ["name": "Dr Grey"] },
            "POST /api/v1/scribe/recordings/{id}/tags": { _, _ in ["start": 0, "end": 1, "label": "exam"] },
            "PUT /api/v1/scribe/sessions/{id}/note": { _, _ in ["text": "Mine.", "version": 0] },
            "POST /api/v1/scribe/questions": { half, _ in
                ["session": .string(half.session), "question": "How many chambers has the heart?"]
            },
        ]
        let plain = [
            "POST /api/v1/scribe/sessions/{id}/contents/restore", "DELETE /api/v1/scribe/sessions/{id}/contents",
            "POST /api/v1/scribe/sessions/{id}/catch-up/opened", "POST /api/v1/scribe/sessions/{id}/ai-notes",
            "POST /api/v1/scribe/sessions/{id}/study", "DELETE /api/v1/scribe/recordings/{id}",
            "POST /api/v1/scribe/recordings/{id}/restore", "POST /api/v1/scribe/recordings/{id}/transcribe",
            "DELETE /api/v1/scribe/attachments/{id}", "POST /api/v1/scribe/attachments/{id}/restore",
            "POST /api/v1/scribe/jobs/{id}/cancel", "DELETE /api/v1/scribe/tags/{id}",
            "POST /api/v1/scribe/tags/{id}/restore", "PATCH /api/v1/scribe/uploads/{id}",
            "DELETE /api/v1/scribe/uploads/{id}", "DELETE /api/v1/scribe/questions/{id}", "POST /api/v1/scribe/import",
        ]
        for name in plain { bodies[name] = { _, _ in [:] } }
        return bodies
    }()

    /// What a role cannot have of its own half though the route admits it, and why.
    static let refusedOfOwn: [String: [Role: Int]] = [
        // an adviser sees what is shared with students and changes nothing; an upload is its sender's
        "GET /api/v1/scribe/sessions/{id}/contents": [.adviser: 403],
        "GET /api/v1/scribe/recordings/{id}/vocabulary": [.adviser: 403],
        "GET /api/v1/scribe/recordings/{id}/identifiers": [.adviser: 403],
        "GET /api/v1/scribe/uploads": [.adviser: 403],
        "GET /api/v1/scribe/uploads/{id}": [.adviser: 404],
        "PUT /api/v1/scribe/recordings/{id}/speakers/{key}": [.adviser: 403],
        "POST /api/v1/scribe/recordings/{id}/transcribe": [.adviser: 403],
        "POST /api/v1/scribe/segments/{id}/revert": [.adviser: 403],
        "POST /api/v1/scribe/sessions/{id}/uploads": [.adviser: 403],
        "POST /api/v1/scribe/uploads/{id}/finish": [.adviser: 404],
        "PATCH /api/v1/scribe/attachments/{id}": [.adviser: 403],
        "PATCH /api/v1/scribe/recordings/{id}": [.adviser: 403],
        "PATCH /api/v1/scribe/segments/{id}": [.adviser: 403],
        "PATCH /api/v1/scribe/sessions/{id}": [.adviser: 403],
        "DELETE /api/v1/scribe/attachments/{id}": [.adviser: 403],
        "DELETE /api/v1/scribe/recordings/{id}": [.adviser: 403],
        "DELETE /api/v1/scribe/sessions/{id}/contents": [.adviser: 403],
        // who was absent is for those who teach the group
        "GET /api/v1/scribe/sessions/{id}/catch-up": [.adviser: 403, .student: 403],
        // earlier wordings are for those who see what is not shared
        "GET /api/v1/scribe/segments/{id}/history": [.adviser: 403, .student: 403],
        // only a student who was absent has a pack
        "POST /api/v1/scribe/sessions/{id}/catch-up/opened": [.teacher: 409, .adviser: 409],
        // the job is over
        "POST /api/v1/scribe/jobs/{id}/cancel": [.teacher: 409, .adviser: 403, .student: 403],
        // nothing is deleted that could be brought back
        "POST /api/v1/scribe/sessions/{id}/contents/restore": [.teacher: 404, .adviser: 403],
        "POST /api/v1/scribe/recordings/{id}/restore": [.teacher: 404, .adviser: 404],
        "POST /api/v1/scribe/attachments/{id}/restore": [.teacher: 404, .adviser: 404],
        "POST /api/v1/scribe/tags/{id}/restore": [.teacher: 404, .adviser: 404, .student: 404],
        // no such version
        "GET /api/v1/scribe/sessions/{id}/ai-notes/{version}": [.teacher: 404, .adviser: 404, .student: 404],
        // the upload has become the recording
        "PATCH /api/v1/scribe/uploads/{id}": [.teacher: 409, .adviser: 404],
        "DELETE /api/v1/scribe/uploads/{id}": [.teacher: 409, .adviser: 404],
        // no archive, but JSON
        "POST /api/v1/scribe/import": [.teacher: 415, .adviser: 415],
        // it went with its recording
        "DELETE /api/v1/scribe/tags/{id}": [.teacher: 404],
    ]
}

extension HalfBuilder {
    /// - Parameters:
    ///   - teacher: sends the recording
    ///   - signedIn: whose tag and question they are, where they may have some
    func scribe(_ session: String, teacher: Client, signedIn: Client) async throws -> ScribeHalf {
        let base = "/api/v1/scribe"
        let (upload, recording) = try await send(
            Wave.tone(seconds: 1), "lecture.wav", "recording", session, as: teacher)
        try await transcribe()
        let (_, attachment) = try await send(
            Array("# Heart\n\nIt has four chambers.\n".utf8), "heart.md", "attachment", session, as: teacher)
        for path in ["/recordings/\(recording)", "/attachments/\(attachment)"] {
            let shared = try await teacher.patch(base + path, ["shared": true])
            guard shared.status == 200 else { throw UnexpectedAnswer(answer: shared) }
        }
        let transcript = try await owner.get(base + "/recordings/\(recording)/transcript")
        let segment = transcript["items"]?.array?.first?["id"]?.string
        let job = try await owner.get(base + "/jobs?session=\(session)")["items"]?.array?.first { job in
            job["kind"] == "recording.transcribe"
        }
        let tag = try await first(
            signedIn, base + "/recordings/\(recording)/tags", ["start": 0, "end": 1, "label": "exam", "shared": false])
        let question = try await first(
            signedIn, base + "/questions", ["session": .string(session), "question": "What has four chambers?"])
        return ScribeHalf(
            recording: recording, job: job?["id"]?.string ?? "", segment: segment ?? "", upload: upload, tag: tag,
            attachment: attachment, question: question)
    }

    private func first(_ client: Client, _ path: String, _ body: JSONValue) async throws -> String {
        let answer = try await client.post(path, body)
        guard answer.status == 201, let id = answer["id"]?.string else { throw UnexpectedAnswer(answer: answer) }
        return id
    }

    private func send(
        _ bytes: [UInt8], _ name: String, _ purpose: String, _ session: String, as client: Client
    ) async throws -> (upload: String, id: String) {
        let upload = try await first(
            client, "/api/v1/scribe/sessions/\(session)/uploads",
            ["name": .string(name), "size": .integer(Int64(bytes.count)), "purpose": .string(purpose)])
        _ = try await client.append(upload, bytes, at: 0)
        let id = try await first(
            client, "/api/v1/scribe/uploads/\(upload)/finish", ["size": .integer(Int64(bytes.count))])
        return (upload, id)
    }

    /// One sentence by one speaker.
    private func transcribe() async throws {
        let scribe = app.application.scribe
        let transcriber = Transcriber { _, _, _, _, window in
            let segment = TranscriptSegment(start: 0, end: 1, text: "The heart has four chambers.", speaker: "A")
            try await window(TranscriptWindow(end: 1, segments: [segment], language: "en"))
            return TranscriptSummary(duration: 1, language: "en", model: "tiny.en")
        }
        let store = ScribeStore(
            database: scribe.database, clock: scribe.clock, media: scribe.media, jobs: scribe.jobs,
            sessions: scribe.sessions, transcriber: transcriber, models: scribe.models)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await JobWorker(store: store.jobs, handlers: scribeJobHandlers(store), logger: logger).workOff()
    }
}
