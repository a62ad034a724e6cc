import Documents
import Kernel
import Persistence
import Web

/// Files of a session: whoever sees it reads what is shared with them, whoever records in it adds and removes.
struct AttachmentRoutes: Sendable {
    let store: ScribeStore

    func add(to routes: inout Routes) {
        let one = "/api/v1/scribe/attachments/{id}"
        routes.get(
            "/api/v1/scribe/sessions/{id}/attachments", allow: .may(.seeSessions), AttachmentDocs.list, handle: list)
        routes.get(one, allow: .may(.seeSessions), AttachmentDocs.one, handle: get)
        routes.get(one + "/pages", allow: .may(.seeSessions), AttachmentDocs.pages, handle: pages)
        routes.get(one + "/file", allow: .may(.seeSessions), AttachmentDocs.file, handle: file)
        routes.patch(one, allow: .may(.recordSessions), AttachmentDocs.change, handle: change)
        routes.delete(one, allow: .may(.recordSessions), AttachmentDocs.delete, handle: delete)
        routes.post(one + "/restore", allow: .may(.recordSessions), AttachmentDocs.restore, handle: restore)
    }

    private func list(_ call: Call) async throws -> Reply {
        let session = try await store.visibleSession(call.id("id"), for: call.caller)
        return .list(try await store.attachments(of: session)) { json, card in json.members(of: card) }
    }

    private func get(_ call: Call) async throws -> Reply {
        let card = try await store.attachment(call.id("id"), for: call.caller)
        return .object { $0.members(of: card) }
    }

    private func pages(_ call: Call) async throws -> Reply {
        let attachment = try await store.attachment(call.id("id"), for: call.caller).attachment
        let first = try call.integer("from", default: 1, in: 1...1_000_000)
        let limit = try call.integer("limit", default: 20, in: 1...100)
        let found = try await store.pages(of: attachment, from: first, limit: limit + 1)
        return .object { json in
            json.member(
                "items",
                objects: { list in
                    for page in found.prefix(limit) {
                        list.object { json in
                            json.member("number", page.number)
                            json.member("title", page.title)
                            json.member("text", page.text)
                        }
                    }
                })
            json.member("next", found.count > limit ? found[limit].number : nil)
        }
    }

    /// The bytes as they were sent, always as a download: nothing of them runs in the pages of Rounds.
    private func file(_ call: Call) async throws -> Reply {
        let attachment = try await store.attachment(call.id("id"), for: call.caller).attachment
        let content = FileContent(
            try store.media.url(attachment.sha256), bytes: attachment.bytes,
            type: attachment.document?.mediaType ?? "application/octet-stream", tag: attachment.sha256)
        return .file(content, named: attachment.fileName, for: call)
    }

    private func change(_ call: Call) async throws -> Reply {
        let attachment = try await store.editableAttachment(call.id("id"), for: call.caller)
        let input = try await call.decode(AttachmentInput.self, upTo: 64 << 10)
        let name = try input.name.map { try DisplayName.clean($0, orElse: attachment.name) }
        try await store.change(attachment, name: name, shared: input.shared)
        return try await reply(attachment.id, call)
    }

    private func delete(_ call: Call) async throws -> Reply {
        try await store.delete(try await store.editableAttachment(call.id("id"), for: call.caller), by: call.caller)
        return .noContent
    }

    private func restore(_ call: Call) async throws -> Reply {
        let attachment = try await store.editableAttachment(call.id("id"), for: call.caller, deleted: true)
        try await store.restore(attachment)
        return try await reply(attachment.id, call)
    }

    private func reply(_ id: String, _ call: Call) async throws -> Reply {
        let card = try await store.attachment(id, for: call.caller)
        return .object { $0.members(of: card) }
    }
}

private struct AttachmentInput: Decodable, Sendable {
    let name: String?
    let shared: Bool?
}

extension Attachment {
    /// For a download: without folders, with the ending of what the file is.
    var fileName: String {
        let parts = name.split { $0 == "/" || $0 == "\\" }
        let last = parts.last { !$0.allSatisfy { $0 == "." } }.map(String.init) ?? "attachment"
        guard let document else { return last }
        let endings: [String] =
            switch document {
            case .jpeg: ["jpg", "jpeg"]
            case .tiff: ["tif", "tiff"]
            case .text: ["txt", "csv", "srt", "vtt", "log"]
            case .markdown: ["md", "markdown", "mdown"]
            default: [document.rawValue]
            }
        return endings.contains { last.lowercased().hasSuffix("." + $0) } ? last : last + "." + endings[0]
    }
}

extension JSONWriter {
    mutating func members(of card: AttachmentCard) {
        let attachment = card.attachment
        member("id", attachment.id)
        member("session", attachment.session)
        member("name", attachment.name)
        member("kind", attachment.kind)
        member("bytes", attachment.bytes)
        member("state", card.state.rawValue)
        member("reasonCode", card.reasonCode)
        member("reason", card.reason)
        member("pages", attachment.pages)
        member("shared", attachment.shared)
        member(
            "uploadedBy",
            with: { json in
                json.object {
                    $0.member("id", attachment.uploadedBy)
                    $0.member("name", attachment.uploadedByName)
                }
            })
        member("uploadedAt", at: attachment.createdAt.milliseconds)
        member("file", "/api/v1/scribe/attachments/\(attachment.id)/file")
    }
}
