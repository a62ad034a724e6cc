import Kernel
import Web

/// Students open their packs; staff see who did.
struct CatchUpRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        let session = "/api/v1/scribe/sessions/{id}/catch-up"
        routes.get("/api/v1/scribe/catch-up", allow: .may(.studySessions), CatchUpDocs.own, handle: list)
        routes.post(session + "/opened", allow: .may(.studySessions), CatchUpDocs.open, handle: open)
        routes.get(session, allow: .may(.seeSessions), CatchUpDocs.absentees, handle: absentees)
    }

    private func list(_ call: Call) async throws -> Reply {
        let missed = try await store.catchUp(for: call.caller)
        let cards = try await store.cards(of: missed.map(\.session), for: call.caller)
        return .list(zip(missed, cards)) { json, item in
            json.member("session", with: { $0.object { $0.members(of: item.1) } })
            json.member("openedAt", at: item.0.opening?.openedAt.milliseconds)
        }
    }

    private func open(_ call: Call) async throws -> Reply {
        let session = try await store.sessions.session(call.id("id"), for: call.caller)
        let opening = try await store.openCatchUp(session, by: call.caller)
        return .object { json in
            json.member("session", session.id)
            json.member("openedAt", at: opening.openedAt.milliseconds)
        }
    }

    /// Everybody who is marked absent, and whoever opened a pack while they were.
    private func absentees(_ call: Call) async throws -> Reply {
        let session = try await store.sessions.session(call.id("id"), for: call.caller)
        guard session.seesUnshared else { throw WebError.forbidden }
        let openings = try await store.openings(of: session.id)
        let absentees = try await store.sessions.absentees(session.id)
        let byPerson = Dictionary(openings.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let absent = Set(absentees.map(\.person))
        let rows =
            absentees.map {
                CatchUpRow(
                    person: $0.person, number: $0.number, name: $0.name, status: $0.status, opening: byPerson[$0.person]
                )
            }
            + openings.filter { !absent.contains($0.person) }.map {
                CatchUpRow(person: $0.person, number: nil, name: $0.name, status: nil, opening: $0)
            }
        return .list(rows) { json, row in
            json.member("person", row.person)
            json.member("number", row.number)
            json.member("name", row.name)
            json.member("status", row.status)
            json.member("openedAt", at: row.opening?.openedAt.milliseconds)
            json.member("lastOpenedAt", at: row.opening?.lastOpenedAt.milliseconds)
            json.member("times", row.opening?.times ?? 0)
        }
    }
}

private struct CatchUpRow {
    let person: String
    let number: String?
    let name: String
    let status: String?
    let opening: ScribeStore.Opening?
}
