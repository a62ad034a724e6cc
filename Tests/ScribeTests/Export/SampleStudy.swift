import Kernel
import Language
import Persistence
import Web

@testable import Scribe

/// Notes, questions and cards of Dr Grey and of somebody else, with citations of a recording and an attachment.
struct SampleStudy {
    static let files: [ExportPart: Set<String>] = [
        .aiNotes: ["ai-notes/ai-notes.json"], .questions: ["questions/questions.json"], .study: ["study/study.json"],
    ]

    static func spoken(_ recording: String, _ session: SessionInfo) -> Citation {
        Citation(
            n: 1, passage: "\(recording)#1",
            source: PassageSource(kind: .transcript, id: recording, title: "heart.wav", session: session.id), start: 0,
            end: 3.001, page: nil, quote: "The heart has four valves, “four”.")
    }

    static func fill(
        _ session: SessionInfo, _ recording: String, _ attachment: String, _ rounds: SampleRounds
    ) async throws {
        let spoken = spoken(recording, session)
        let written = Citation(
            n: 2, passage: "\(attachment)#0.1",
            source: PassageSource(kind: .attachment, id: attachment, title: "Handout.md", session: session.id),
            start: nil, end: nil, page: 1, quote: "Mitral and tricuspid.")
        let sentence = CitedText(text: "Four valves.", citations: [1, 2])
        for (author, title) in [("user-grey", "First"), ("user-grey", "Second"), ("user-moss", "Not mine")] {
            let notes = StudyNotes(
                title: title, summary: [sentence], outline: [.init(title: "Valves", points: [sentence])],
                terms: [.init(term: "mitral", text: "A valve.", citations: [2])],
                tags: [.init(label: "exam", citations: [1])], citations: [spoken, written], provider: "built-in")
            rounds.clock.move(seconds: 1)
            let order = StudyOrder(session, Principal(userID: author, name: author, role: .owner))
            try await rounds.store.database.write { try rounds.store.keep(notes, as: Identifier.v7(), order, $0) }
        }
        let cards = StudyCards(
            cards: [.init(id: Identifier.v7(), front: "How many valves?", back: "Four", citation: spoken)],
            quiz: [
                .init(id: Identifier.v7(), question: "Which?", choices: ["a", "b"], answer: 1, citation: written)
            ])
        try await rounds.store.database.write {
            try rounds.store.keep(cards, as: Identifier.v7(), StudyOrder(session, .grey), $0)
        }
        try await questions(session, [spoken, written], rounds)
    }

    /// A thread of two, one that was refused, and one about the module.
    private static func questions(
        _ session: SessionInfo, _ citations: [Citation], _ rounds: SampleRounds
    ) async throws {
        let first = Identifier.v7()
        let asked: [(String, String, String?, String, Bool)] = [
            (first, first, session.id, "How many valves?", false),
            (Identifier.v7(), first, session.id, "Which?", false),
            (Identifier.v7(), Identifier.v7(), session.id, "Who won?", true),
            (Identifier.v7(), Identifier.v7(), nil, "About the module", false),
        ]
        for (id, thread, about, question, refused) in asked {
            rounds.clock.move(seconds: 1)
            let now = rounds.clock.now
            try await rounds.store.database.write { tx in
                try tx.execute(
                    """
                    INSERT INTO scribe_question (id, thread, session_id, module_id, author, question, answer, refused,
                        citations, provider, at, change)
                    VALUES (\(id), \(thread), \(about), \(about == nil ? session.module.id : nil), 'user-grey',
                        \(question), 'Four. [1]', \(refused), \(try JSONColumn(refused ? [] : citations)), 'built-in',
                        \(now), \(try tx.nextChange()))
                    """)
            }
        }
    }
}
