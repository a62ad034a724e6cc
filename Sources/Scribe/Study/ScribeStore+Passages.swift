package import Language
package import Web

/// What may be quoted: transcripts as corrected and the text of handouts, as far as the caller sees them.
extension ScribeStore {
    /// In the order of recordings, then of attachments.
    /// - Throws: `ScribeError.unknownSession`
    package func passages(ofSession id: String, for caller: Principal) async throws -> [Passage] {
        let session = try await visibleSession(id, for: caller)
        return try await transcriptPassages(ofSession: id, for: caller) + attachmentPassages(session: session)
    }

    /// Of all sessions of a module that the caller sees.
    /// - Throws: `StudyError.unknownModule`
    package func passages(ofModule id: String, for caller: Principal) async throws -> [Passage] {
        guard try await sessions.modules(for: caller).contains(where: { $0.id == id }) else {
            throw StudyError.unknownModule
        }
        var query = SessionQuery()
        query.module = id
        var passages = try await transcriptPassages(ofModule: id, for: caller)
        for (session, _) in try await visibleSessions(query, for: caller) {
            passages += try await attachmentPassages(session: session)
        }
        return passages
    }

    func passages(of scope: QuestionScope, for caller: Principal) async throws -> [Passage] {
        switch scope {
        case .session(let id): try await passages(ofSession: id, for: caller)
        case .module(let id): try await passages(ofModule: id, for: caller)
        }
    }
}
