import Jobs
import Kernel
import Language
import Web

/// AI notes, questions and cards: whoever sees a session may have their own, and sees nobody else's.
struct StudyRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        let session = ScribeRoutes.base + "/sessions/{id}"
        let notes = session + "/ai-notes"
        routes.post(notes, allow: .may(.studySessions), StudyDocs.makeNotes, handle: makeNotes)
        routes.get(notes, allow: .may(.studySessions), StudyDocs.notes, handle: listNotes)
        routes.get(notes + "/{version}", allow: .may(.studySessions), StudyDocs.versionDoc, handle: getNotes)
        let questions = ScribeRoutes.base + "/questions"
        routes.post(questions, allow: .may(.studySessions), QuestionDocs.ask, handle: ask)
        routes.get(questions, allow: .may(.studySessions), QuestionDocs.list, handle: listQuestions)
        routes.delete(questions + "/{id}", allow: .may(.studySessions), QuestionDocs.forget, handle: forgetQuestion)
        routes.post(session + "/study", allow: .may(.studySessions), StudyDocs.makeCards, handle: makeCards)
        routes.get(session + "/study", allow: .may(.studySessions), StudyDocs.cards, handle: getCards)
        routes.get(session + "/study.csv", allow: .may(.studySessions), StudyDocs.csv, handle: cardsForAnki)
    }

    // MARK: AI notes

    private func makeNotes(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        let job = try await store.order(MakeNotes.kind, of: session, by: call.caller)
        return .object(status: 202) { $0.members(of: job) }
    }

    private func listNotes(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        let versions = try await store.aiNotesVersions(of: session, by: call.caller)
        let current = try await store.aiNotes(of: session, by: call.caller)
        let job = try await store.studyJob(MakeNotes.kind, of: session, by: call.caller)
        return .object { json in
            json.member(
                "versions",
                objects: { list in
                    for version in versions {
                        list.object { json in
                            json.member("id", version.id)
                            json.member("at", at: version.at.milliseconds)
                            json.member("provider", version.provider)
                        }
                    }
                })
            json.member("current", object: current) { $0.members(of: $1) }
            json.member("job", object: job) { $0.members(of: $1) }
        }
    }

    private func getNotes(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        guard let notes = try await store.aiNotes(try call.id("version"), of: session, by: call.caller) else {
            throw StudyError.unknownNotes
        }
        return .object { $0.members(of: notes) }
    }

    // MARK: Questions

    private func ask(_ call: Call) async throws -> Reply {
        let input = try await call.decode(QuestionInput.self)
        let asked = try await store.ask(
            input.question, about: try input.scope, thread: input.thread, by: call.caller)
        return .object(status: 201) { $0.members(of: asked) }
    }

    private func listQuestions(_ call: Call) async throws -> Reply {
        let scope: QuestionScope?
        switch (call.query("session"), call.query("module")) {
        case (let id?, nil): scope = .session(try await store.visibleSession(id, for: call.caller).id)
        case (nil, let id?):
            guard try await store.sessions.modules(for: call.caller).contains(where: { $0.id == id }) else {
                throw StudyError.unknownModule
            }
            scope = .module(id)
        case (nil, nil): scope = nil
        case (_?, _?): throw QuestionInput.eitherOr
        }
        return .list(try await store.questions(about: scope, by: call.caller)) { json, one in json.members(of: one) }
    }

    private func forgetQuestion(_ call: Call) async throws -> Reply {
        try await store.forgetQuestion(call.id("id"), by: call.caller)
        return .noContent
    }

    // MARK: Cards

    private func makeCards(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        let job = try await store.order(MakeStudy.kind, of: session, by: call.caller)
        return .object(status: 202) { $0.members(of: job) }
    }

    private func getCards(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        let study = try await store.study(of: session, by: call.caller) ?? StudyCards(cards: [], quiz: [])
        let job = try await store.studyJob(MakeStudy.kind, of: session, by: call.caller)
        return .object { json in
            json.members(of: study)
            json.member("job", object: job) { $0.members(of: $1) }
        }
    }

    private func cardsForAnki(_ call: Call) async throws -> Reply {
        let session = try await session(call)
        let study = try await store.study(of: session, by: call.caller) ?? StudyCards(cards: [], quiz: [])
        return .bytes(
            AnkiCSV.bytes(study, tags: [session.module.code, session.title]), type: "text/csv; charset=utf-8",
            fileName: "\(session.title) \(session.date).csv")
    }

    private func session(_ call: Call) async throws -> SessionInfo {
        try await store.visibleSession(call.id("id"), for: call.caller)
    }
}

private struct QuestionInput: Decodable, Sendable {
    let session: String?
    let module: String?
    let question: String
    let thread: String?

    static let eitherOr = InvalidInput(
        "session", code: "session_or_module", "Name either a session or a module.")

    var scope: QuestionScope {
        get throws {
            switch (session, module) {
            case (let id?, nil): .session(id)
            case (nil, let id?): .module(id)
            default: throw Self.eitherOr
            }
        }
    }
}
