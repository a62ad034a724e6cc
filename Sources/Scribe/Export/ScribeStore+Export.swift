package import Documents
import Foundation
import Kernel
import Persistence
package import Web

extension ScribeStore {
    /// The archive of what is ticked and the caller may see; media are read when they are sent.
    /// - Throws: `ScribeError.mediaGone` when a file is missing or is not the one that was stored
    package func export(
        _ parts: Set<ExportPart>, of session: SessionInfo, for caller: Principal
    ) async throws -> ZipParts {
        let contents = try await database.read { reader in
            try ArchiveContents(parts, of: session, for: caller.userID, reader)
        }
        let manifest = ArchiveManifest(contents)
        return try await Blocking.run { [media] in
            var plan = ZipPlan()
            plan.add(ArchiveManifest.name, try ArchiveContents.json(manifest))
            for file in contents.files {
                switch file.content {
                case .bytes(let bytes): plan.add(file.name, bytes)
                case .media(let sha256, _):
                    let stored = try? plan.add(file.name, file: media.url(sha256))
                    guard stored?.sha256 == sha256 else { throw ScribeError.mediaGone }
                }
            }
            return plan.finished()
        }
    }
}

extension ArchiveManifest {
    init(_ contents: ArchiveContents) {
        let session = contents.session
        self.init(
            parts: ExportPart.allCases.filter(contents.parts.contains),
            session: Session(
                title: session.title, kind: session.kind, date: session.date, startTime: session.startTime,
                endTime: session.endTime,
                module: .init(code: session.module.code, title: session.module.title), group: session.group.name),
            recordings: contents.recordings, attachments: contents.attachments,
            files: contents.files.map { file in
                switch file.content {
                case .bytes(let bytes):
                    File(
                        name: file.name, bytes: bytes.count, sha256: Digest.sha256Hex(bytes), part: file.part,
                        of: file.of)
                case .media(let sha256, let bytes):
                    File(name: file.name, bytes: bytes, sha256: sha256, part: file.part, of: file.of)
                }
            })
    }
}
