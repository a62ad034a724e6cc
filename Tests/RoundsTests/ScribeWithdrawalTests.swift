import Documents
import HTTPTypes
import Kernel
import Persistence
import Rounds
import Scribe
import TestSupport
import Testing

/// What was made of a source is gone while the source is deleted, back when it is, and gone for good when it is.
@Suite struct ScribeWithdrawalTests {
    /// Words that stand in the handout alone.
    private static let written = "oligodendrocytes"
    private static let handout =
        "Myelination of the central axons is the work of the oligodendrocytes of the spinal cord. "
        + "Oligodendrocytes are cells that wrap about fifty axons each."
    private static let spoken = "tricuspid"

    /// Everything that quotes: notes, their version, the question lists, cards, cards as CSV, and the archive.
    private func quoting(_ school: ScribeSchool, _ version: String) async throws -> [String: String] {
        let session = "/api/v1/scribe/sessions/\(school.session)"
        var texts: [String: String] = [:]
        for place in [
            session + "/ai-notes", session + "/ai-notes/" + version, session + "/study", session + "/study.csv",
            "/api/v1/scribe/questions?session=\(school.session)", "/api/v1/scribe/questions?module=\(school.module)",
            "/api/v1/scribe/questions",
        ] {
            let answer = try await school.student.get(place)
            #expect(answer.status == 200, "\(place)")
            texts[place] = answer.text
        }
        let archive = try await school.student.get(session + "/export?parts=ai-notes,questions,study")
        #expect(archive.status == 200, "\(archive.text)")
        let zip = try ZipArchive(archive.bytes)
        for entry in zip.entries where entry.name != "manifest.json" {
            texts["archive " + entry.name] = String(decoding: try zip.read(entry.name) ?? [], as: UTF8.self)
        }
        return texts
    }

    private func made(_ school: ScribeSchool) async throws -> (recording: String, attachment: String, version: String) {
        let recording = try await school.shared(ScribeStudyTests.lecture)
        let file = try await school.send(Array(Self.handout.utf8), name: "Cells.txt", purpose: "attachment")
        let attachment = try #require(file["id"]?.string)
        try await school.work(.saying([]))
        _ = try await school.teacher.patch("/api/v1/scribe/attachments/\(attachment)", ["shared": true])
        let session = "/api/v1/scribe/sessions/\(school.session)"
        for part in ["/ai-notes", "/study"] {
            #expect(try await school.student.post(session + part, [:]).status == 202)
        }
        try await school.work(.saying([]))
        for about in [["session": JSONValue.string(school.session)], ["module": .string(school.module)]] {
            for question in ["What are oligodendrocytes?", "What is the tricuspid valve?"] {
                let asked = try await school.student.post(
                    "/api/v1/scribe/questions", .object(about.merging(["question": .string(question)]) { $1 }))
                #expect(asked["refused"] == false && asked["withdrawn"] == false, "\(asked.text)")
            }
        }
        let version = try await school.student.get(session + "/ai-notes")["current"]?["id"]?.string
        return (recording, attachment, try #require(version))
    }

    private func quotes(_ word: String, _ texts: [String: String]) -> [String] {
        texts.filter { $0.value.lowercased().contains(word) }.keys.sorted()
    }

    @Test(arguments: TestEngine.available)
    func aDeletedHandoutIsQuotedNowhere(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let (_, attachment, version) = try await made(school)
            let place = "/api/v1/scribe/attachments/\(attachment)"
            let before = try await quoting(school, version)
            #expect(before.count == 10)
            #expect(quotes(Self.written, before).count == 10, "every one of them quotes the handout")

            #expect(try await school.teacher.delete(place).status == 204)
            let without = try await quoting(school, version)
            // the question itself names them; its answer does not
            let asking = without.mapValues { $0.replacing("What are oligodendrocytes?", with: "") }
            #expect(quotes(Self.written, asking) == [])
            #expect(quotes(Self.spoken, without).count == 10, "what was said stays")
            let notes = try await school.student.get("/api/v1/scribe/sessions/\(school.session)/ai-notes")
            #expect(notes["current"]?["withdrawn"] == true)
            let answers = try await school.student.get("/api/v1/scribe/questions")["items"]?.array ?? []
            #expect(answers.count { $0["withdrawn"] == true && $0["citations"] == [] } == 2)
            #expect(
                answers.count { $0["answer"] == "What this answer quoted was corrected, unshared or deleted." } == 2)

            #expect(try await school.teacher.post(place + "/restore", [:]).status == 200)
            #expect(try await quoting(school, version) == before, "as it was")

            #expect(try await school.teacher.delete(place).status == 204)
            try await school.app.application.scribe.purgeAttachment(attachment, because: .expired, now: .now())
            let after = try await quoting(school, version).mapValues {
                $0.replacing("What are oligodendrocytes?", with: "")
            }
            #expect(quotes(Self.written, after) == [])
            let rows = try await school.app.application.database.read { reader in
                try ["scribe_ai_notes", "scribe_study"].flatMap {
                    try reader.fetchAll(String.self, "SELECT content FROM \(raw: $0)")
                } + reader.fetchAll(String.self, "SELECT answer FROM scribe_question")
                    + reader.fetchAll(String.self, "SELECT citations FROM scribe_question")
            }
            #expect(!rows.contains { $0.lowercased().contains(Self.written) }, "nor does a row keep the words")
        }
    }

    @Test(arguments: TestEngine.available)
    func aDeletedRecordingIsQuotedNowhere(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let (recording, _, version) = try await made(school)
            let place = "/api/v1/scribe/recordings/\(recording)"
            let before = try await quoting(school, version)
            #expect(try await school.teacher.delete(place).status == 204)
            let without = try await quoting(school, version).mapValues {
                $0.replacing("What is the tricuspid valve?", with: "")
            }
            #expect(quotes(Self.spoken, without) == [])
            #expect(!quotes(Self.written, without).isEmpty)
            #expect(try await school.teacher.post(place + "/restore").status == 200)
            #expect(try await quoting(school, version) == before)
            #expect(try await school.teacher.delete(place).status == 204)
            let scribe = school.app.application.scribe
            #expect(try await scribe.purgeRecordings(deletedBefore: Instant.now().adding(seconds: 60)) == 1)
            let after = try await quoting(school, version).mapValues {
                $0.replacing("What is the tricuspid valve?", with: "")
            }
            #expect(quotes(Self.spoken, after) == [])
        }
    }

    /// The words are looked up as they are now: corrected to nothing or to others, or not shared any more.
    @Test(arguments: TestEngine.available)
    func aCorrectedSentenceIsQuotedNowhere(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let (recording, _, notes) = try await made(school)
            let before = try await quoting(school, notes)
            let segment = try #require(try await school.segments(of: recording)[1]["id"]?.string)
            let place = "/api/v1/scribe/segments/\(segment)"
            for (version, text) in [(1, ""), (3, "The other valve has three cusps.")] {
                let change: JSONValue = ["text": .string(text), "version": .integer(Int64(version))]
                #expect(try await school.teacher.patch(place, change).status == 200)
                let without = try await quoting(school, notes).mapValues {
                    $0.replacing("What is the tricuspid valve?", with: "")
                }
                #expect(quotes(Self.spoken, without) == [])
                #expect(quotes("mitral", without).count > 5, "the sentences beside it stay")
                let answers = try await school.student.get("/api/v1/scribe/questions")["items"]?.array ?? []
                #expect(answers.count { $0["withdrawn"] == true } == 2)
                #expect(
                    try await school.teacher.post(place + "/revert", ["version": .integer(Int64(version + 1))]).status
                        == 200)
                #expect(try await quoting(school, notes) == before, "as it was")
            }
            let about = "/api/v1/scribe/recordings/\(recording)"
            #expect(try await school.teacher.patch(about, ["shared": false]).status == 200)
            let unshared = try await quoting(school, notes).mapValues {
                $0.replacing("What is the tricuspid valve?", with: "")
            }
            #expect(quotes(Self.spoken, unshared) == [])
            #expect(!quotes(Self.written, unshared).isEmpty, "the handout is still shared")
        }
    }

    /// Nothing to read: no new notes, and of the old ones nothing is left. An import says of both that they were withdrawn.
    @Test func withNothingToReadTheOldNotesAreEmpty() async throws {
        let kept = Kept()
        try await ScribeSchool.with { school in
            let recording = try await school.shared(["The tricuspid valve is a valve with three cusps."])
            let place = "/api/v1/scribe/sessions/\(school.session)/ai-notes"
            #expect(try await school.owner.post(place, [:]).status == 202)
            try await school.work(.saying([]))
            let about: JSONValue = ["session": .string(school.session), "question": "What is the tricuspid valve?"]
            #expect(try await school.owner.post("/api/v1/scribe/questions", about)["refused"] == false)
            let segment = try #require(try await school.segments(of: recording)[0]["id"]?.string)
            _ = try await school.owner.patch("/api/v1/scribe/segments/\(segment)", ["text": " ", "version": 1])
            #expect(try await school.owner.post(place, [:]).code == "nothing_to_read")
            let current = try await school.owner.get(place)["current"]
            #expect(current?["withdrawn"] == true && current?["summary"] == [] && current?["citations"] == [])
            let export = "/api/v1/scribe/sessions/\(school.session)/export?parts=ai-notes,questions"
            await kept.keep(try await school.owner.get(export).bytes)
        }
        let bytes = await kept.bytes
        try await withRounds { app in
            let imported = try await app.client.send(
                .post, "/api/v1/scribe/import", body: bytes, [.contentType: "application/zip"])
            let session = try #require(imported["session"]?.string)
            let notes = try await app.get("/api/v1/scribe/sessions/\(session)/ai-notes")
            #expect(notes["current"]?["withdrawn"] == true)
            let questions = try await app.get("/api/v1/scribe/questions?session=\(session)")["items"]?.array ?? []
            #expect(questions.count == 1 && questions[0]["withdrawn"] == true)
        }
    }

    /// A follow-up must not carry on what an earlier answer quoted.
    @Test func aFollowUpKnowsNothingOfIt() async throws {
        try await ScribeSchool.with { school in
            let (_, attachment, _) = try await made(school)
            let session: JSONValue = .string(school.session)
            let first = try await school.student.post(
                "/api/v1/scribe/questions", ["session": session, "question": "What are oligodendrocytes?"])
            #expect(first["refused"] == false)
            #expect(try await school.teacher.delete("/api/v1/scribe/attachments/\(attachment)").status == 204)
            let next = try await school.student.post(
                "/api/v1/scribe/questions",
                ["session": session, "question": "How many axons do they wrap?", "thread": first["thread"] ?? .null])
            #expect(next["refused"] == true)
        }
    }
}
