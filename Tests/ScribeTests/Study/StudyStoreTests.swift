import Kernel
import Language
import Persistence
import TestSupport
import Testing
import Web

@testable import Scribe

/// AI notes, questions and cards as the store keeps them, on both engines.
@Suite struct StudyStoreTests {
    private func notes(_ title: String) -> StudyNotes {
        StudyNotes(title: title, summary: [], outline: [], terms: [], tags: [], citations: [], provider: "built-in")
    }

    @Test(arguments: TestEngine.available)
    func aVersionIsKeptOnceAndCardsTakeThePlaceOfOlderOnes(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let (store, session) = (rounds.store, try await SampleContents.session(rounds))
            let order = StudyOrder(session, .grey)
            for (id, title) in [("a", "First"), ("a", "First again"), ("b", "Second")] {
                rounds.clock.move(seconds: 1)
                try await store.database.write { try store.keep(notes(title), as: id, order, $0) }
            }
            #expect(try await store.aiNotesVersions(of: session, by: .grey).map(\.id) == ["b", "a"])
            #expect(try await store.aiNotes(of: session, by: .grey)?.notes.title == "Second")
            #expect(try await store.aiNotes("a", of: session, by: .grey)?.notes.title == "First")
            #expect(try await store.aiNotes("c", of: session, by: .grey) == nil)
            #expect(try await store.aiNotes("a", of: session, by: .moss) == nil, "they are their author's")
            for count in [2, 1] {
                let cards = (0..<count).map { number in
                    StudyCards.Card(id: "\(number)", front: "f", back: "b", citation: SampleStudy.spoken("r", session))
                }
                try await store.database.write {
                    try store.keep(StudyCards(cards: cards, quiz: []), as: Identifier.v7(), order, $0)
                }
                #expect(try await store.study(of: session, by: .grey)?.cards.count == count)
            }
            #expect(try await rounds.count("scribe_study") == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func questionsKeepTheirThreadAndTheirAuthor(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let (store, session) = (rounds.store, try await SampleContents.fill(rounds))
            let before = try await store.questions(about: .session(session.id), by: .grey).count
            let asked = try await store.ask(
                "  How many\n valves does the heart have? ", about: .session(session.id), thread: nil, by: .grey)
            #expect(asked.question == "How many valves does the heart have?" && asked.thread == asked.id)
            #expect(asked.answer.contains("four valves") && asked.cited.count == 1 && !asked.isWithdrawn)
            let next = try await store.ask(
                "And which drug opens them?", about: .session(session.id), thread: asked.thread, by: .grey)
            #expect(next.refused && next.cited.isEmpty && next.thread == asked.thread)
            let all = try await store.questions(about: .session(session.id), by: .grey)
            #expect(all.count == before + 2 && all[0].id == next.id)
            #expect(try await store.questions(about: nil, by: .moss).isEmpty)
            await #expect(throws: StudyError.unknownQuestion) { try await store.forgetQuestion(asked.id, by: .moss) }
            await #expect(throws: StudyError.unknownQuestion) {
                try await store.ask("And now?", about: .session(session.id), thread: asked.thread, by: .moss)
            }
            try await store.forgetQuestion(asked.id, by: .grey)
            #expect(try await store.questions(about: .session(session.id), by: .grey).count == before + 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func deletedSourcesAreLeftOutUntilTheyAreBack(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let (store, session) = (rounds.store, try await SampleContents.fill(rounds))
            let whole = try #require(try await store.aiNotes(of: session, by: .grey))
            #expect(!whole.isWithdrawn && whole.notes.terms.count == 1 && whole.notes.tags.count == 1)
            let attachment = try await store.attachments(of: session)[0].attachment
            try await store.delete(attachment, by: .grey)
            let without = try #require(try await store.aiNotes(of: session, by: .grey))
            #expect(without.isWithdrawn && without.notes.summary.isEmpty, "one of its two sources is gone")
            #expect(try await store.questions(about: nil, by: .grey).count { $0.isWithdrawn } == 3)
            #expect(without.notes.terms.isEmpty && without.notes.outline.isEmpty && without.notes.tags.count == 1)
            #expect(without.notes.citations.map(\.n) == [1])
            let study = try #require(try await store.study(of: session, by: .grey))
            #expect(study.cards.count == 1 && study.quiz.isEmpty)
            try await store.restore(
                try #require(try await store.database.read { try Attachment.find(attachment.id, $0) }))
            #expect(try await store.aiNotes(of: session, by: .grey)?.notes == whole.notes)
            #expect(try await store.study(of: session, by: .grey)?.quiz.count == 1)
        }
    }

    /// Words that were withdrawn are in no row when the time to bring their source back is over.
    @Test(arguments: TestEngine.available)
    func whatIsPurgedLeavesTheRows(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let (store, session) = (rounds.store, try await SampleContents.fill(rounds))
            let attachment = try await store.attachments(of: session)[0].attachment
            try await store.purgeAttachment(attachment.id, because: .expired, now: rounds.clock.now)
            let texts = try await store.database.read { reader in
                try reader.fetchAll(String.self, "SELECT content FROM scribe_ai_notes")
                    + reader.fetchAll(String.self, "SELECT content FROM scribe_study")
                    + reader.fetchAll(String.self, "SELECT citations FROM scribe_question")
            }
            #expect(texts.count == 8 && !texts.contains { $0.contains(attachment.id) })
            #expect(!texts.contains { $0.contains("Mitral and tricuspid") })
            #expect(texts.contains { $0.contains("The heart has four valves,") }, "the other source is still cited")
            #expect(try #require(try await store.aiNotes(of: session, by: .grey)).isWithdrawn, "and it still says so")
            #expect(try await store.questions(about: nil, by: .grey).count { $0.isWithdrawn } == 3)
        }
    }

    /// Notes that came in an archive without their sources cite nothing that was deleted.
    @Test(arguments: TestEngine.available)
    func sourcesThatNeverWereHereAreNotWithdrawn(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let citation = SampleStudy.spoken(Identifier.v7(), try await SampleContents.session(rounds))
            let gone = try await rounds.store.database.read {
                try WithdrawnSources(among: [citation], seenIn: .all, $0)
            }
            #expect(!gone.contains(citation))
        }
    }
}
