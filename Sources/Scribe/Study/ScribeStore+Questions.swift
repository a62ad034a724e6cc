import Kernel
import Language
import Persistence
package import Web

/// Questions of one person about a session or a module. The author is part of every statement.
extension ScribeStore {
    /// How much of a thread a follow-up knows.
    static let longestThread = 8
    /// Characters of a question.
    package static let longestQuestion = 2000

    /// Answers from what the caller sees now, and keeps question and answer.
    /// - Parameter thread: of an earlier question about the same session or module
    /// - Throws: `ScribeError.unknownSession`, `StudyError`, `InvalidInput`
    package func ask(
        _ text: String, about scope: QuestionScope, thread: String?, by caller: Principal
    ) async throws -> AskedQuestion {
        let question = try Self.cleaned(text)
        let passages = try await passages(of: scope, for: caller)
        let history = try await history(thread, scope, caller)
        let answer = try await Answerer(provider: language.provider).answer(
            question, history: history, passages: passages)
        let cited = answer.refused ? answer.nearest : answer.citations
        let id = Identifier.v7()
        let now = clock.now()
        return try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO scribe_question (id, thread, session_id, module_id, author, question, answer, refused,
                    citations, provider, at, change)
                VALUES (\(id), \(thread ?? id), \(scope.sessionID), \(scope.moduleID), \(caller.userID), \(question),
                    \(answer.text), \(answer.refused), \(try JSONColumn(cited)), \(answer.provider), \(now),
                    \(try tx.nextChange()))
                """)
            return try Self.question(id, caller.userID, tx)
        }
    }

    /// The caller's questions about a session or a module, the latest first; about anything when nothing is named.
    package func questions(about scope: QuestionScope?, by caller: Principal) async throws -> [AskedQuestion] {
        let about: SQL =
            switch scope {
            case .session(let id): "AND session_id = \(id)"
            case .module(let id): "AND module_id = \(id)"
            case nil: ""
            }
        let reach = try await sessions.reach(for: caller)
        return try await database.read { reader in
            let questions = try reader.fetchAll(
                AskedQuestion.self,
                """
                SELECT \(AskedQuestion.columns) FROM scribe_question
                WHERE author = \(caller.userID) AND deleted_at IS NULL \(about) ORDER BY at DESC, id DESC LIMIT 500
                """)
            return try WithdrawnSources.shown(questions, in: reach, reader)
        }
    }

    /// Forgets a question of the caller's.
    /// - Throws: `StudyError.unknownQuestion`
    package func forgetQuestion(_ id: String, by caller: Principal) async throws {
        try await database.write { tx in
            let count = try tx.execute("DELETE FROM scribe_question WHERE id = \(id) AND author = \(caller.userID)")
            guard count == 1 else { throw StudyError.unknownQuestion }
            _ = try tx.nextChange()
        }
    }

    /// The exchanges of a thread, oldest first.
    private func history(_ thread: String?, _ scope: QuestionScope, _ caller: Principal) async throws -> [Exchange] {
        guard let thread else { return [] }
        let reach = try await sessions.reach(for: caller)
        let earlier = try await database.read { reader in
            let questions = try reader.fetchAll(
                AskedQuestion.self,
                """
                SELECT \(AskedQuestion.columns) FROM scribe_question
                WHERE thread = \(thread) AND author = \(caller.userID) AND deleted_at IS NULL
                ORDER BY at DESC, id DESC LIMIT \(Self.longestThread)
                """)
            return try WithdrawnSources.shown(questions, in: reach, reader)
        }
        guard !earlier.isEmpty, earlier.allSatisfy({ $0.session == scope.sessionID && $0.module == scope.moduleID })
        else { throw StudyError.unknownQuestion }
        return earlier.reversed().map { Exchange(question: $0.question, answer: $0.answer) }
    }

    private static func question(_ id: String, _ author: String, _ reader: any Reader) throws -> AskedQuestion {
        let found = try reader.fetchOne(
            AskedQuestion.self,
            "SELECT \(AskedQuestion.columns) FROM scribe_question WHERE id = \(id) AND author = \(author)")
        guard let found else { throw StudyError.unknownQuestion }
        return found
    }

    private static func cleaned(_ text: String) throws -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { throw InvalidInput("question", code: "required", "Write a question.") }
        guard line.count <= longestQuestion, !line.utf8.contains(0) else {
            throw InvalidInput("question", code: "too_long", "A question may have \(longestQuestion) characters.")
        }
        return line
    }
}
