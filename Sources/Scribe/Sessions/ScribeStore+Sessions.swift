import Kernel
import Persistence
package import Web

/// A list of sessions as somebody asks for it.
package struct SessionListing: Sendable {
    package var module: String?
    package var text: String?
    package var state: SessionState?
    package var archived: Bool?
    package var after: SessionQuery.Place?
    package var limit = 50

    package init() {}
}

extension ScribeStore {
    /// One page, and the place of its last session when there are more.
    func cards(
        _ listing: SessionListing, for caller: Principal
    ) async throws -> (cards: [SessionCard], next: SessionQuery.Place?) {
        var query = SessionQuery()
        query.module = listing.module
        query.text = listing.text
        query.after = listing.after
        if let state = listing.state, state != .empty { query.among = try await sessionsWithContents() }
        var cards: [SessionCard] = []
        var last: SessionQuery.Place?
        while true {
            query.limit = max(listing.limit, 100)
            let found = try await sessions.sessions(query, for: caller)
            let visible = try await self.visible(found, for: caller)
            for (card, place) in zip(
                try await self.cards(of: visible.map(\.session), for: caller), visible.map(\.place))
            where listing.admits(card) {
                guard cards.count < listing.limit else { return (cards, last) }
                cards.append(card)
                last = place
            }
            guard found.count == query.limit, let end = found.last?.place else { return (cards, nil) }
            query.after = end
        }
    }

    /// Sessions in reach of which the caller may see something: whoever sees only what is shared sees no other sessions.
    func visibleSessions(
        _ query: SessionQuery, for caller: Principal
    ) async throws -> [(session: SessionInfo, place: SessionQuery.Place)] {
        try await visible(try await sessions.sessions(query, for: caller), for: caller)
    }

    private func visible(
        _ found: [(session: SessionInfo, place: SessionQuery.Place)], for caller: Principal
    ) async throws -> [(session: SessionInfo, place: SessionQuery.Place)] {
        let doubtful = found.filter { !$0.session.seesUnshared }.map(\.session.id)
        guard !doubtful.isEmpty else { return found }
        let shared = try await database.read { try SessionContents.shared(among: doubtful, $0) }
        return found.filter { $0.session.seesUnshared || shared.contains($0.session.id) }
    }

    /// A session that the caller sees something of.
    /// - Throws: `ScribeError.unknownSession`
    package func visibleSession(_ id: String, for caller: Principal) async throws -> SessionInfo {
        let session = try await sessions.session(id, for: caller)
        if session.seesUnshared { return session }
        guard try await database.read({ try SessionContents.shared(among: [id], $0) }).contains(id) else {
            throw ScribeError.unknownSession
        }
        return session
    }

    private func sessionsWithContents() async throws -> [String] {
        try await database.read { reader in
            try reader.fetchAll(
                String.self,
                """
                SELECT session_id FROM scribe_recording WHERE deleted_at IS NULL
                UNION SELECT session_id FROM scribe_upload WHERE state <> \(UploadState.finished)
                """)
        }
    }

    /// The recordings of a session that the caller sees.
    package func recordings(of session: SessionInfo) async throws -> [RecordingCard] {
        let now = clock.now()
        return try await database.read { reader in
            let all = try Recording.all(of: [session.id], reader).filter { session.seesUnshared || $0.shared }
            return try RecordingCard.of(all, now: now, reader)
        }
    }

    func setArchived(_ archived: Bool, _ session: String) async throws {
        try await database.write { try SessionNotes.change(session, "archived = \(archived)", $0) }
    }
}

extension SessionListing {
    func admits(_ card: SessionCard) -> Bool {
        (state == nil || card.state == state) && (archived == nil || card.archived == archived)
    }
}
