import HTTPTypes
import Kernel
import Scribe
import TestSupport
import Testing

/// AI notes, questions and cards over HTTP, on a transcript that the test speaks.
@Suite struct ScribeStudyTests {
    static let lecture = [
        "The mitral valve is a valve with two cusps between the left atrium and the left ventricle.",
        "The tricuspid valve is a valve with three cusps between the right atrium and the right ventricle.",
        "Cardiac output is the volume of blood that the heart pumps in a minute.",
        "An adult at rest has a cardiac output of about 5 litres per minute.",
        "Please remember this for the exam.", "The sinus node sets the rhythm of the heart.",
        "Stenosis means that a valve does not open completely.",
        "Regurgitation means that a valve leaks because it does not close.",
    ]

    private func session(_ school: ScribeSchool, _ part: String) -> String {
        "/api/v1/scribe/sessions/\(school.session)/\(part)"
    }

    /// Orders, does the work, and answers what there is then.
    private func made(_ part: String, _ school: ScribeSchool, by client: Client) async throws -> Answer {
        let ordered = try await client.post(session(school, part), [:])
        guard ordered.status == 202 else { return ordered }
        try await school.work(.saying([]))
        return try await client.get(session(school, part))
    }

    @Test(arguments: TestEngine.available)
    func everySentenceOfTheNotesIsCited(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            let recording = try await school.shared(Self.lecture)
            let answer = try await made("ai-notes", school, by: school.student)
            let notes = try #require(answer["current"])
            let citations = try #require(notes["citations"]?.array)
            let summary = try #require(notes["summary"]?.array)
            #expect(!summary.isEmpty && notes["provider"] == "built-in")
            for sentence in summary {
                let numbers = try #require(sentence["citations"]?.array)
                #expect(!numbers.isEmpty)
                for number in numbers {
                    let citation = try #require(citations.first { $0["n"] == number })
                    #expect(Self.lecture.contains(citation["quote"]?.string ?? ""))
                    #expect(citation["source"] == "transcript" && citation["sourceId"] == .string(recording))
                    #expect(citation["start"]?.isNull == false)
                }
            }
            let terms = notes["terms"]?.array?.compactMap { $0["term"]?.string } ?? []
            #expect(terms.contains("cardiac output"))
            #expect(notes["tags"]?.array?.first?["label"] == "exam")
        }
    }

    @Test func makingNotesAnewKeepsTheOldVersion() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.shared(Self.lecture)
            let first = try await made("ai-notes", school, by: school.student)
            let second = try await made("ai-notes", school, by: school.student)
            let versions = try #require(second["versions"]?.array)
            #expect(versions.count == 2)
            #expect(versions[0]["id"] == second["current"]?["id"] && versions[1]["id"] == first["current"]?["id"])
            let old = try await school.student.get(session(school, "ai-notes/\(versions[1]["id"]?.string ?? "")"))
            #expect(old.json == first["current"])
            #expect(second["job"]?.isNull == true)
        }
    }

    @Test func twoOrdersAreOneJob() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.shared(Self.lecture)
            let first = try await school.student.post(session(school, "ai-notes"), [:])
            let second = try await school.student.post(session(school, "ai-notes"), [:])
            let other = try await school.teacher.post(session(school, "ai-notes"), [:])
            #expect(first["id"] == second["id"] && first["id"] != other["id"])
            #expect(try await school.student.get(session(school, "ai-notes"))["job"]?["state"] == "queued")
            let job = "/api/v1/scribe/jobs/\(first["id"]?.string ?? "")"
            #expect(try await school.student.get(job).status == 200)
            #expect(try await school.teacher.get(job).status == 404, "it is the student's alone")
        }
    }

    @Test(arguments: TestEngine.available)
    func questionsAreAnsweredByQuotationOrRefused(engine: TestEngine) async throws {
        try await ScribeSchool.with(on: engine) { school in
            _ = try await school.shared(Self.lecture)
            func ask(_ question: String, _ thread: JSONValue? = nil) async throws -> Answer {
                try await school.student.post(
                    "/api/v1/scribe/questions",
                    ["session": .string(school.session), "question": .string(question), "thread": thread ?? .null])
            }
            let answer = try await ask("What is stenosis?")
            #expect(answer.status == 201 && answer["refused"] == false)
            #expect(answer["answer"] == "Stenosis means that a valve does not open completely. [1]")
            #expect(answer["citations"]?.array?.first?["quote"]?.string == Self.lecture[6])
            let refused = try await ask("Which drug treats stenosis?")
            #expect(refused.status == 201 && refused["refused"] == true && refused["citations"] == [])

            let first = try await ask("What is cardiac output?")
            let next = try await ask("How many litres is it in an adult at rest?", first["thread"])
            #expect(next["thread"] == first["thread"])
            #expect(next["answer"]?.string?.contains("5 litres") == true)

            let list = "/api/v1/scribe/questions?session=\(school.session)"
            #expect(try await school.student.get(list)["items"]?.array?.count == 4)
            #expect(try await school.teacher.get(list)["items"] == [], "questions are their author's alone")
            let id = try #require(answer["id"]?.string)
            #expect(try await school.teacher.delete("/api/v1/scribe/questions/\(id)").status == 404)
            #expect(try await school.student.delete("/api/v1/scribe/questions/\(id)").status == 204)
            #expect(try await school.student.get(list)["items"]?.array?.count == 3)
        }
    }

    @Test func overAModuleAndOnlyWhatIsShared() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.transcribed(Self.lecture)
            let question: JSONValue = ["module": .string(school.module), "question": "What is stenosis?"]
            let teacher = try await school.teacher.post("/api/v1/scribe/questions", question)
            #expect(teacher["refused"] == false && teacher["module"] == .string(school.module))
            let student = try await school.student.post("/api/v1/scribe/questions", question)
            #expect(student.status == 404 || student["refused"] == true, "nothing is shared")
            let session = try await school.student.post(session(school, "ai-notes"), [:])
            #expect(session.status == 404)
        }
    }

    @Test func cardsWithSourcesAndTheirCSV() async throws {
        try await ScribeSchool.with { school in
            _ = try await school.shared(Self.lecture)
            let study = try await made("study", school, by: school.student)
            let cards = try #require(study["cards"]?.array)
            #expect(cards.contains { $0["front"] == "What is cardiac output?" })
            #expect(cards.allSatisfy { Self.lecture.contains($0["citation"]?["quote"]?.string ?? "") })
            for question in try #require(study["quiz"]?.array) {
                let choices = question["choices"]?.array?.count ?? 0
                #expect(choices == 4 && (0..<4).contains(question["answer"]?.integer ?? -1))
            }
            let csv = try await school.student.get(session(school, "study.csv"))
            #expect(csv.status == 200 && csv.text.hasPrefix("#separator:Comma\n"))
            #expect(csv.text.contains("What is cardiac output?,"))
            #expect(
                try await school.teacher.get(session(school, "study"))["cards"] == [], "cards are their author's alone")
        }
    }

    @Test(arguments: [
        (#"{"question": "x"}"#, 422), (#"{"session": "x", "module": "y", "question": "x"}"#, 422),
        (#"{"session": 5, "question": "x"}"#, 422), (#"{"session": null, "question": ["x"]}"#, 422), ("[", 400),
        (#"{"session": "00000000-0000-7000-8000-000000000000", "question": "x"}"#, 404),
        (#"{"module": "00000000-0000-7000-8000-000000000000", "question": "x"}"#, 404),
    ])
    func badQuestions(body: String, status: Int) async throws {
        try await ScribeSchool.with { school in
            let answer = try await school.teacher.send(
                .post, "/api/v1/scribe/questions", body: Array(body.utf8), [.contentType: "application/json"])
            #expect(answer.status == status, "\(answer.text)")
        }
    }

    @Test func badThreadsAndEmptySessions() async throws {
        try await ScribeSchool.with { school in
            let empty = try await school.teacher.post(session(school, "ai-notes"), [:])
            #expect(empty.status == 409 && empty.code == "nothing_to_read")
            #expect(try await school.teacher.post(session(school, "study"), [:]).code == "nothing_to_read")
            _ = try await school.shared(Self.lecture)
            let about: JSONValue = .string(school.session)
            let mine = try await school.teacher.post(
                "/api/v1/scribe/questions", ["session": about, "question": "What is stenosis?"])
            for thread in [mine["thread"], "00000000-0000-7000-8000-000000000000"] {
                let answer = try await school.student.post(
                    "/api/v1/scribe/questions", ["session": about, "question": "And now?", "thread": thread ?? .null])
                #expect(answer.status == 404 && answer.code == "unknown_question", "of another person, or of nobody")
            }
            let blank = try await school.teacher.post(
                "/api/v1/scribe/questions", ["session": about, "question": "  "])
            #expect(blank.status == 422)
        }
    }
}
