import Kernel
import Web

/// Personal notes: whoever sees a session may keep one, and sees no other.
struct NoteRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        let note = "/api/v1/scribe/sessions/{id}/note"
        routes.get(note, allow: .may(.studySessions), NoteDocs.one, handle: getNote)
        routes.put(note, allow: .may(.studySessions), NoteDocs.write, handle: writeNote)
        routes.get("/api/v1/scribe/notes", allow: .may(.studySessions), NoteDocs.list, handle: listNotes)
    }

    private func getNote(_ call: Call) async throws -> Reply {
        let session = try await store.sessions.session(call.id("id"), for: call.caller)
        let note = try await store.note(of: session, by: call.caller)
        return .object { $0.members(of: note) }
    }

    private func writeNote(_ call: Call) async throws -> Reply {
        let session = try await store.sessions.session(call.id("id"), for: call.caller)
        let body = try await call.decode(NoteBody.self)
        let note = try await store.writeNote(body.text, seen: body.version, of: session, by: call.caller)
        return .object { $0.members(of: note) }
    }

    private func listNotes(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 50, in: 1...200)
        let cursor = call.query("cursor")
        let before = cursor.flatMap(Int64.init).map(Instant.init(milliseconds:))
        guard cursor == nil || before != nil else {
            throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.")
        }
        let found = try await store.notes(of: call.caller, before: before, limit: limit)
        let last = found.count == limit ? found.last?.note.updatedAt : nil
        return .list(found, next: last.map { String($0.milliseconds) }) { json, item in
            json.member("session", with: { $0.object { $0.reference(to: item.session) } })
            json.member("excerpt", item.note.excerpt)
            json.member("version", item.note.version)
            json.member("updatedAt", at: item.note.updatedAt?.milliseconds)
        }
    }
}

private struct NoteBody: Decodable {
    let text: String
    let version: Int
}

extension JSONWriter {
    /// What a list says of the session that something belongs to.
    mutating func reference(to session: SessionInfo) {
        member("id", session.id)
        member("title", session.title)
        member("date", session.date.description)
        member("module", session.module.code)
    }
}

enum NoteDocs {
    private static let note = Schema.object(
        "PersonalNote",
        [
            .required("session", .uuid),
            .required("text", .string.described("Markdown; [12:34] stands for a moment of the recording.")),
            .required("version", .integer(min: 0).described("0: nothing is written yet.")),
            .required("updatedAt", .nullable(.instant)),
        ])

    static let sessionReference = Schema.object(
        "ScribeSessionReference",
        [
            .required("id", .uuid), .required("title", .string), .required("date", .date),
            .required("module", .string.described("Code of the module.")),
        ])

    static let one = Doc(
        "The caller's own note of a session; nobody else can read it", tag: "scribe", id: "getScribeNote",
        answers: note, fails: [404])

    static let write = Doc(
        "Writes the caller's own note; 409 stale_version has the note as it is in current", tag: "scribe",
        id: "writeScribeNote",
        body: .json(
            .object([
                .required("text", .string(max: PersonalNote.limit)),
                .required("version", .integer(min: 0).described("The version that the text was made from.")),
            ]), upTo: 2 << 20),
        answers: note, fails: [404, 409])

    static let list = Doc(
        "The caller's own notes, the latest first", tag: "scribe", id: "listScribeNotes",
        query: [.limit(1...200), .cursor],
        answers: .page(
            of: .object(
                "PersonalNoteItem",
                [
                    .required("session", sessionReference), .required("excerpt", .string),
                    .required("version", .integer), .required("updatedAt", .nullable(.instant)),
                ])))
}
