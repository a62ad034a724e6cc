import Kernel
import Persistence
package import Web

extension ScribeStore {
    /// What of all sessions in the caller's reach has these words: transcripts and handouts that the caller sees, and the
    /// caller's own notes. The best first.
    /// - Throws: `ScribeError.unknownSession` for a session out of reach, `InvalidInput` for a cursor that is none
    package func search(
        _ text: String, in scope: SearchScope = SearchScope(), limit: Int, after cursor: String? = nil,
        for caller: Principal
    ) async throws -> SearchPage {
        let query = TextQuery(text)
        let reach = try await sessions.reach(for: caller)
        let scopes = try await scopes(scope, reach, for: caller)
        let found = try await database.read { reader in
            let sight = SearchSight(reach: reach, caller: caller.userID, reader: reader)
            let hits = try ScribeIndex.texts.search(
                query, scopes: scopes, visible: sight.visible, limit: limit, after: cursor, reader)
            return (hits, try SearchPlaces(hits.hits.compactMap { ScribeIndex.Entry(key: $0.key) }, reader))
        }
        let (hits, places) = found
        let sessions = try await sessions(Set(hits.hits.map(\.scope)), for: caller)
        return SearchPage(
            hits: hits.hits.compactMap { hit in
                guard let session = sessions[hit.scope], let place = places.place(hit.key) else { return nil }
                return SearchHit(session: session, place: place, snippet: hit.snippet)
            }, next: hits.next, total: hits.total, isMore: hits.isMore)
    }

    /// The sessions to look in; nil: all there are.
    private func scopes(
        _ scope: SearchScope, _ reach: SessionReach, for caller: Principal
    ) async throws -> Set<String>? {
        if let id = scope.session {
            let session = try await sessions.session(id, for: caller)
            return scope.module.map { $0 == session.module.id } ?? true ? [id] : []
        }
        var reachable: Set<String>?
        if case .sessions(let whole, let shared) = reach { reachable = whole.union(shared) }
        guard let module = scope.module else { return reachable }
        let indexed = try await database.read { try ScribeIndex.texts.knownScopes($0) }
        var query = SessionQuery()
        query.module = module
        query.among = indexed.intersection(reachable ?? indexed).sorted()
        return Set(try await sessions.sessions(query, for: caller).map(\.session.id))
    }

    private func sessions(_ ids: Set<String>, for caller: Principal) async throws -> [String: SessionInfo] {
        guard !ids.isEmpty else { return [:] }
        var query = SessionQuery()
        query.among = ids.sorted()
        let found = try await sessions.sessions(query, for: caller).map(\.session)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
