import Foundation
import Kernel
import Web

extension ScribeRoutes {
    func modules(_ call: Call) async throws -> Reply {
        .list(try await store.moduleCards(for: call.caller)) { json, card in
            json.members(of: card.module)
            json.member("sessions", card.sessions)
            json.member("recorded", card.recorded)
            json.member("seconds", seconds: card.seconds)
        }
    }

    func listSessions(_ call: Call) async throws -> Reply {
        var listing = SessionListing()
        listing.module = call.query("module")
        listing.text = call.query("q")
        listing.state = try call.choice("state", of: SessionState.self)
        listing.archived = try call.boolean("archived")
        listing.limit = try call.integer("limit", default: 50, in: 1...200)
        listing.after = try call.query("cursor").map(SessionCursor.read)
        let (cards, next) = try await store.cards(listing, for: call.caller)
        return .list(cards, next: next.map(SessionCursor.write)) { json, card in json.members(of: card) }
    }

    func session(_ call: Call) async throws -> Reply {
        try await detail(of: try await store.visibleSession(call.id("id"), for: call.caller), call)
    }

    func changeSession(_ call: Call) async throws -> Reply {
        let session = try await store.editableSession(call.id("id"), for: call.caller)
        let input = try await call.decode(ArchiveInput.self)
        try await store.setArchived(input.archived, session.id)
        return try await detail(of: session, call)
    }

    func listContents(_ call: Call) async throws -> Reply {
        let contents = try await store.contents(of: try await store.editableSession(call.id("id"), for: call.caller))
        return .object { json in for entry in contents { json.member(entry.name, entry.count) } }
    }

    func deleteContents(_ call: Call) async throws -> Reply {
        let session = try await store.editableSession(call.id("id"), for: call.caller)
        try await store.deleteContents(of: session, by: call.caller)
        return .noContent
    }

    func restoreContents(_ call: Call) async throws -> Reply {
        let session = try await store.editableSession(call.id("id"), for: call.caller)
        try await store.restoreContents(of: session)
        let cards = try await store.cards(of: [session], for: call.caller)
        return .object { json in for card in cards { json.members(of: card) } }
    }

    private func detail(of session: SessionInfo, _ call: Call) async throws -> Reply {
        let cards = try await store.cards(of: [session], for: call.caller)
        let recordings = try await store.recordings(of: session)
        let attachments = try await AttachmentHooks.json(of: session, store, for: call.caller)
        let notice = try await store.settings().notice
        return .object { json in
            for card in cards { json.members(of: card, counts: false) }
            json.member(
                "recordings", objects: { list in for card in recordings { list.object { $0.members(of: card) } } })
            json.member("attachments", elements: attachments)
            json.member("notice", notice)
        }
    }
}

private struct ArchiveInput: Decodable, Sendable {
    let archived: Bool
}

/// The place of a session in a list as text that clients hand back.
enum SessionCursor {
    static func write(_ place: SessionQuery.Place) -> String { "\(place.date)_\(place.period)_\(place.id)" }

    /// - Throws: `InvalidInput` for a cursor that is none of ours
    static func read(_ text: String) throws -> SessionQuery.Place {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, CivilDate(parts[0]) != nil, parts[1] == "day" || CivilTime(parts[1]) != nil,
            Identifier.isValid(parts[2])
        else { throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.") }
        return SessionQuery.Place(date: parts[0], period: parts[1], id: parts[2])
    }
}
