import Foundation
import HTTPTypes
import Kernel
import Persistence
import Scribe
import Rounds
import TestSupport
import Testing
import Web

/// Files that arrive in pieces: whole, broken off, twice, and as parts of a microphone's take.
@Suite struct ScribeUploadTests {
    @Test(
        "A file sent in pieces becomes a recording, and the same end stated twice is the same recording",
        arguments: TestEngine.available)
    func pieces(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let bytes = Wave.tone(seconds: 3)
            let begun = try await school.begin(["name": "Lecture 1.wav", "size": .integer(Int64(bytes.count))])
            #expect(begun.status == 201 && begun["offset"]?.integer == 0 && begun["chunk"]?.integer == 4_194_304)
            let id = try #require(begun["id"]?.string)
            let half = bytes.count / 2
            #expect(try await school.teacher.append(id, Array(bytes[..<half]), at: 0)["offset"]?.integer == Int64(half))
            // the answer was lost: the same piece again tells where to go on
            let again = try await school.teacher.append(id, Array(bytes[..<half]), at: 0)
            again.expectProblem(409, "offset_mismatch", "a piece sent twice")
            #expect(again["offset"]?.integer == Int64(half))
            let early = try await school.finish(id, bytes.count)
            early.expectProblem(409, "incomplete", "an end before all is there")
            #expect(early["offset"]?.integer == Int64(half))
            let open = try await school.teacher.get("/api/v1/scribe/uploads?session=\(school.session)")
            #expect(open["items"]?.array?.first?["offset"]?.integer == Int64(half))
            #expect(try await school.teacher.append(id, Array(bytes[half...]), at: half).status == 200)
            let finished = try await school.finish(id, bytes.count)
            #expect(finished.status == 201, "\(finished.text)")
            #expect(finished["name"] == "Lecture 1.wav" && finished["origin"] == "upload" && finished["duration"] == 3)
            #expect(finished["state"] == "queued" && finished["place"] == 1 && finished["shared"] == false)
            let repeated = try await school.finish(id, bytes.count)
            #expect(repeated.status == 201 && repeated["id"] == finished["id"])
            let session = try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)")
            #expect(session["recordings"]?.array?.count == 1 && session["state"] == "queued")
        }
    }

    @Test("What is larger than the limit is refused before it is read, and nothing of it stays")
    func tooLarge() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.owner.patch("/api/v1/scribe/settings", ["uploadLimit": 1_048_576])
            let announced = try await school.begin(["name": "long.wav", "size": 1_048_577])
            announced.expectProblem(413, "too_large", "an announced size")
            #expect(announced["limit"]?.integer == 1_048_576)
            // one that still grows is counted while it arrives
            let id = try #require(try await school.begin(["name": "growing.webm", "size": .null])["id"]?.string)
            let sent = try await school.teacher.append(id, [UInt8](repeating: 1, count: 1_048_577), at: 0)
            sent.expectProblem(413, "too_large", "a size that was found out")
            #expect(try await school.teacher.get("/api/v1/scribe/uploads/\(id)").status == 404)
            #expect(try school.files().isEmpty)
        }
    }

    @Test("A disk that is nearly full is told in numbers, and what is there stays")
    func diskFull() async throws {
        try await ScribeSchool.with { school in
            let before = try await school.recording()
            let scribe = school.app.application.scribe
            let url = try scribe.media.url(String(repeating: "0", count: 64))
            let folder = url.deletingLastPathComponent().deletingLastPathComponent()
            let full = ScribeStore(
                database: scribe.database, clock: scribe.clock,
                media: try MediaStore(folder: folder, free: { _ in (256 << 20) + 1_000 }), jobs: scribe.jobs,
                sessions: scribe.sessions, transcriber: scribe.transcriber, models: scribe.models)
            let caller = Principal(userID: school.owner.userID ?? "", name: "Owner", role: .owner)
            let session = try await full.editableSession(school.session, for: caller)
            let failure = await #expect(throws: ScribeError.self) {
                _ = try await full.beginUpload(
                    NewUpload(name: "a.wav", size: 2_000, purpose: .recording), in: session, by: caller)
            }
            #expect(failure == .diskFull(needed: 2_000, free: 1_000))
            #expect(Problem(ScribeError.diskFull(needed: 2_000, free: 1_000)).status == 507)
            let small = try await full.beginUpload(
                NewUpload(name: "a.wav", size: 900, purpose: .recording), in: session, by: caller)
            await #expect(throws: ScribeError.diskFull(needed: 5_000, free: 1_000)) {
                _ = try await full.append(to: small, at: 0) { _, take in
                    try await take([UInt8](repeating: 0, count: 5_000))
                }
            }
            #expect(try await school.owner.get("/api/v1/scribe/recordings/\(before)/media").status == 200)
        }
    }

    private static let notRecordings: [String: (bytes: [UInt8], code: String)] = [
        "empty.wav": ([], "empty_file"), "random.mp3": (noise, "undecodable"),
        "notes.mp3": (Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8), "unsupported"),
    ]

    private static let noise: [UInt8] = {
        var random = SeededRandom(seed: 5)
        return (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    }()

    @Test(
        "What is no recording is refused by its content, and nothing of it is kept",
        arguments: ["empty.wav", "random.mp3", "notes.mp3"])
    func notARecording(_ name: String) async throws {
        let (bytes, code) = try #require(Self.notRecordings[name])
        try await ScribeSchool.with { school in
            let kept = try await school.recording()
            let files = try school.files()
            try await school.send(bytes, name: name).expectProblem(422, code, name)
            #expect(try school.files() == files)
            let open = try await school.teacher.get("/api/v1/scribe/uploads?session=\(school.session)")
            #expect(open["items"]?.array?.isEmpty == true)
            let session = try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)")
            #expect(session["recordings"]?.array?.map { $0["id"]?.string } == [kept])
        }
    }

    @Test(
        "A name is for display, whatever it looks like",
        arguments: [
            "../../x.wav", "/etc/passwd", "課程.wav", "…\u{202E}gpj.wav", "a\u{7}b.wav",
            String(repeating: "é", count: 300),
        ])
    func names(_ name: String) async throws {
        try await ScribeSchool.with { school in
            let answer = try await school.send(Wave.tone(seconds: 1), name: name)
            #expect(answer.status == 201, "\(answer.text)")
            let shown = String(name.unicodeScalars.filter { $0.properties.generalCategory != .control })
            #expect(answer["name"]?.string == shown)
            // one file, named by its content
            #expect(try school.files().map { $0.split(separator: "/").last?.count } == [64])
            let id = try #require(answer["id"]?.string)
            let download = try await school.teacher.get("/api/v1/scribe/recordings/\(id)/original")
            #expect(download.bytes == Wave.tone(seconds: 1))
            let disposition = download.header("Content-Disposition") ?? ""
            #expect(!disposition.contains("/") && !disposition.contains("%2F"), "\(disposition)")
        }
    }

    @Test(
        "A name with NUL or beyond all measure is refused", arguments: ["a\0b.wav", String(repeating: "x", count: 301)])
    func badNames(_ name: String) async throws {
        try await ScribeSchool.with { school in
            let answer = try await school.begin(["name": .string(name), "size": 10])
            answer.expectProblem(422, "invalid_input", name)
        }
    }

    @Test("The same content is kept once")
    func once() async throws {
        try await ScribeSchool.with { school in
            let first = try await school.recording()
            let second = try await school.recording()
            #expect(first != second)
            #expect(try school.files().count == 1)
        }
    }

    @Test("Parts of a take become one recording, in whatever order they end", arguments: [[0, 1, 2], [2, 0, 1]])
    func take(_ order: [Int]) async throws {
        try await ScribeSchool.with { school in
            var last: Answer?
            for part in order {
                let answer = try await school.send(
                    Wave.tone(seconds: 2, frequency: 300 + 100 * Double(part)), name: "Microphone", take: "take-1",
                    part: Int64(part), last: part == 2, parts: part == 2 ? 3 : nil)
                #expect(part == order.last ? answer.status == 201 : answer.status == 202, "\(answer.text)")
                last = answer
            }
            #expect(last?["origin"] == "microphone")
            let duration = last?["duration"].map { "\($0)" } ?? ""
            let seconds = try #require(last?.json["duration"]?.seconds, "\(duration)")
            #expect(abs(seconds - 6) < 0.2)
            let session = try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)")
            #expect(session["recordings"]?.array?.count == 1)
            // the parts are gone, the whole stays
            #expect(try school.files().count == 1)
        }
    }

    @Test("What did not arrive as it was sent is not kept")
    func checksum() async throws {
        try await ScribeSchool.with { school in
            let bytes = Wave.tone(seconds: 1)
            let id = try #require(
                try await school.begin(["name": "a.wav", "size": .integer(Int64(bytes.count))])["id"]?.string)
            _ = try await school.teacher.append(id, bytes, at: 0)
            let answer = try await school.teacher.post(
                "/api/v1/scribe/uploads/\(id)/finish",
                ["size": .integer(Int64(bytes.count)), "sha256": .string(String(repeating: "0", count: 64))])
            answer.expectProblem(422, "checksum_mismatch", "another sum")
            #expect(try school.files().isEmpty)
        }
    }

    @Test("An upload is its sender's alone")
    func ownOnly() async throws {
        try await ScribeSchool.with { school in
            let id = try #require(try await school.begin(["name": "a.wav", "size": 10])["id"]?.string)
            for client in [school.owner, try await school.app.signedIn(as: .teacher)] {
                #expect(try await client.get("/api/v1/scribe/uploads/\(id)").status == 404)
                #expect(try await client.append(id, [1], at: 0).status == 404)
                #expect(try await client.delete("/api/v1/scribe/uploads/\(id)").status == 404)
            }
            #expect(try await school.teacher.delete("/api/v1/scribe/uploads/\(id)").status == 204)
            #expect(try school.files().isEmpty)
        }
    }
}

/// Uploads that nobody goes on with.
@Suite struct ScribeSweepTests {
    @Test("After a day an open upload goes, and a take that was cut off becomes the recording that it is")
    func sweep() async throws {
        try await ScribeSchool.with { school in
            let id = try #require(try await school.begin(["name": "a.wav", "size": 10])["id"]?.string)
            _ = try await school.teacher.append(id, [1, 2, 3], at: 0)
            #expect(try await school.send(Wave.tone(seconds: 2), take: "t", part: 0, last: false).status == 202)
            let cut = try #require(
                try await school.begin(["name": "Microphone", "size": .null, "take": "t", "part": 1])["id"]?.string)
            _ = try await school.teacher.append(cut, Wave.tone(seconds: 2), at: 0)
            let scribe = school.app.application.scribe
            try await scribe.sweep()
            #expect(try await school.teacher.get("/api/v1/scribe/uploads/\(id)").status == 200)
            let later = ScribeStore(
                database: scribe.database, clock: WallClock(now: { Instant.now().adding(seconds: 90_000) }),
                media: scribe.media, jobs: scribe.jobs, sessions: scribe.sessions, transcriber: scribe.transcriber,
                models: scribe.models)
            try await later.sweep()
            #expect(try await school.teacher.get("/api/v1/scribe/uploads/\(id)").status == 404)
            let session = try await school.teacher.get("/api/v1/scribe/sessions/\(school.session)")
            let seconds = session["recordings"]?.array?.compactMap { $0["duration"]?.seconds } ?? []
            #expect(seconds.count == 1 && abs((seconds.first ?? 0) - 4) < 0.2)
        }
    }
}

extension ScribeSchool {
    func begin(_ members: [String: JSONValue]) async throws -> Answer {
        try await teacher.post(
            "/api/v1/scribe/sessions/\(session)/uploads", .object(members.merging(["purpose": "recording"]) { $1 }))
    }

    func finish(_ upload: String, _ size: Int) async throws -> Answer {
        try await teacher.post("/api/v1/scribe/uploads/\(upload)/finish", ["size": .integer(Int64(size))])
    }
}

extension JSONValue {
    /// A number, whole or not.
    var seconds: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
