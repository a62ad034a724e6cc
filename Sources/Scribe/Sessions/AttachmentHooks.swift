import Kernel
import Persistence
import Web

/// Where sessions and uploads meet attachments.
enum AttachmentHooks {
    static var schema: Schema { AttachmentDocs.attachment }

    /// Elements of a JSON array.
    static func json(of session: SessionInfo, _ store: ScribeStore, for caller: Principal) async throws -> [UInt8] {
        var json = JSONWriter()
        for card in try await store.attachments(of: session) { json.object { $0.members(of: card) } }
        return json.bytes
    }

    static func make(
        _ upload: Upload, _ store: ScribeStore, by caller: Principal
    ) async throws -> String {
        guard let sha256 = upload.sha256, let bytes = upload.bytes else { throw ScribeError.unknownUpload }
        let media = StoredMedia(sha256: sha256, bytes: Int64(bytes))
        return try await store.attach(
            media: media, name: upload.name, session: upload.session, by: caller, identity: upload.id
        ).id
    }

    static func reply(_ id: String, _ store: ScribeStore, for caller: Principal) async throws -> Reply {
        let card = try await store.attachment(id, for: caller)
        return .object(status: 201) { $0.members(of: card) }.header("Location", "/api/v1/scribe/attachments/\(id)")
    }
}
