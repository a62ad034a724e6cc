import Documents
import Kernel
import Web

/// A session goes out as a ZIP and comes in as one.
struct ExportRoutes: Sendable {
    let store: ScribeStore

    /// An archive of a session with several recordings; each of them keeps to the limit of the settings.
    private static let largest = 64 << 30

    func add(to routes: inout Routes) {
        let session = "/api/v1/scribe/sessions/{id}"
        routes.get(session + "/export", allow: .may(.seeSessions), ExportDocs.export, handle: export)
        routes.post("/api/v1/scribe/import", allow: .may(.recordSessions), ExportDocs.take, handle: importArchive)
    }

    private func export(_ call: Call) async throws -> Reply {
        let parts = try ExportPart.read(call.given("parts"))
        let session = try await store.visibleSession(call.id("id"), for: call.caller)
        let archive = try await store.export(parts, of: session, for: call.caller)
        let name = "\(session.module.code) \(session.date) \(session.title).zip"
        return .parts(length: archive.length, type: "application/zip", fileName: name) { try await archive.part($0) }
    }

    private func importArchive(_ call: Call) async throws -> Reply {
        try call.requireMediaType("application/zip", "application/octet-stream", "application/x-zip-compressed")
        let spool = try await ArchiveSpool(store.media)
        do {
            try await call.parts(of: ArchiveSpool.partSize, upTo: Self.largest) { try await spool.take($0) }
            let imported = try await store.importArchive(at: spool.url, by: call.caller)
            await spool.remove()
            return Reply.object(status: 201) { json in
                json.member("session", imported.session.id)
                json.member(
                    "created",
                    with: { $0.object { for (name, count) in imported.created { $0.member(name, count) } } })
            }
            .header("Location", "/api/v1/scribe/sessions/\(imported.session.id)")
        } catch {
            await spool.remove()
            throw error
        }
    }
}
