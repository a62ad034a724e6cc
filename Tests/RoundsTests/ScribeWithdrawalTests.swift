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
            #expect(answers.count { $0["answer"] == "The source of this answer was deleted." } == 2)

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
