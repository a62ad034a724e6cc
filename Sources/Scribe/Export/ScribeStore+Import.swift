package import Foundation
import Documents
import Kernel
import Persistence
package import Web

/// What an import has made.
package struct ImportedSession: Sendable {
    package let session: SessionInfo
    /// Name of a kind of thing → how many.
    package let created: [(name: String, count: Int)]
}

extension ScribeStore {
    /// Takes the archive of a session in. Everything is checked first; then files are stored, then all rows come in one
    /// transaction. Its module, group and session are made when they are missing.
    /// - Throws: `ArchiveError`, `DocumentError`, `WebError.forbidden`; nothing of it stays then but a session of the
    ///   register that was just made
    package func importArchive(at url: URL, by caller: Principal) async throws -> ImportedSession {
        let (archive, contents) = try await Blocking.run {
            let archive = try ReceivedArchive(url)
            return (archive, try ReceivedContents(archive))
        }
        let session = try await sessions.makeSession(WantedSession(archive.manifest.session), by: caller)
        guard session.mayEdit else { throw WebError.forbidden }
        try await database.read { try Self.checkEmpty(session.id, $0) }
        let uploads = try await storeMedia(of: archive)
        do {
            let now = clock.now()
            let created = try await database.write { [self] tx in
                try Self.checkEmpty(session.id, tx)
                var writer = ArchiveWriter(contents, into: session, by: caller, at: now, jobs: jobs)
                return try writer.write(tx)
            }
            for id in uploads.map(\.id) { try? await media.discard(id) }
            return ImportedSession(session: session, created: created)
        } catch {
            try await forget(uploads)
            throw error
        }
    }

    /// Copies sound and attachments out of the archive.
    private func storeMedia(of archive: ReceivedArchive) async throws -> [(id: String, sha256: String)] {
        var uploads: [(id: String, sha256: String)] = []
        do {
            for file in archive.manifest.files where file.part.isMedia {
                guard let entry = archive.entries[file.name] else { throw ArchiveError.missingFile }
                let id = try await media.begin(expected: Int64(file.bytes))
                uploads.append((id, file.sha256))
                var offset = 0
                while offset < entry.size {
                    let from = offset
                    let piece = try await Blocking.run { () throws in
                        try archive.zip.stored(entry, from: from, upTo: 4 << 20)
                    }
                    try await media.append(id, offset: Int64(offset), piece, durable: false)
                    offset += piece.count
                }
                _ = try await media.seal(id, expectedSHA256: file.sha256)
            }
            return uploads
        } catch {
            try await forget(uploads)
            throw error
        }
    }

    private func forget(_ uploads: [(id: String, sha256: String)]) async throws {
        for id in uploads.map(\.id) { try? await media.discard(id) }
        try await removeUnreferenced(uploads.map(\.sha256))
    }

    /// Two sessions are never mixed: what people deleted here must be gone from their eyes, and they have no note of theirs.
    private static func checkEmpty(_ session: String, _ reader: any Reader) throws {
        for table in ["scribe_recording", "scribe_attachment"] {
            let found = try reader.integer(
                "SELECT 1 FROM \(raw: table) WHERE session_id = \(session) AND deleted_at IS NULL LIMIT 1")
            if found != nil { throw ArchiveError.sessionNotEmpty }
        }
    }
}

extension WantedSession {
    init(_ session: ArchiveManifest.Session) {
        self.init(
            moduleCode: session.module.code, moduleTitle: session.module.title, group: session.group,
            title: session.title, kind: session.kind, date: session.date, startTime: session.startTime,
            endTime: session.endTime)
    }
}
