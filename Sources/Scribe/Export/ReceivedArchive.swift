import Foundation
import Documents
import Kernel

/// An archive on disk whose every file was read and found to be what its manifest says. Nothing is stored yet.
struct ReceivedArchive: Sendable {
    static let zipLimits: ZipArchive.Limits = {
        var limits = ZipArchive.Limits()
        limits.entries = 4_000
        limits.total = 256 << 30
        return limits
    }()
    private static let largestManifest = 4 << 20
    /// A lecture of ten hours has a transcript of 15 MB with all its words.
    private static let largestText = 256 << 20

    let manifest: ArchiveManifest
    let zip: ZipFile
    let entries: [String: ZipArchive.Entry]

    /// Blocks while everything is read.
    /// - Throws: `ArchiveError`, `DocumentError`
    init(_ url: URL) throws {
        zip = try ZipFile(url, limits: Self.zipLimits)
        entries = Dictionary(zip.entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        guard let entry = entries[ArchiveManifest.name] else { throw ArchiveError.notOurs }
        manifest = try Self.manifest(try zip.read(entry, upTo: Self.largestManifest))
        try checkFiles()
    }

    private static func manifest(_ bytes: [UInt8]) throws -> ArchiveManifest {
        let data = Data(bytes)
        guard let head = try? JSONDecoder().decode(Head.self, from: data), head.format == ArchiveManifest.ours else {
            throw ArchiveError.notOurs
        }
        guard head.version <= ArchiveManifest.current else { throw ArchiveError.newerVersion(head.version) }
        guard let manifest = try? JSONDecoder().decode(ArchiveManifest.self, from: data) else {
            throw ArchiveError.notOurs
        }
        try manifest.check()
        return manifest
    }

    private struct Head: Decodable {
        let format: String
        let version: Int
    }

    /// Exactly the files of the manifest, each with its size and SHA-256.
    private func checkFiles() throws {
        let listed = Set(manifest.files.map(\.name))
        let there = Set(zip.entries.map(\.name)).subtracting([ArchiveManifest.name])
        guard listed.isSubset(of: there) else { throw ArchiveError.missingFile }
        guard there.isSubset(of: listed) else { throw ArchiveError.unlistedFile }
        for file in manifest.files {
            guard let entry = entries[file.name] else { throw ArchiveError.missingFile }
            guard entry.size == file.bytes else { throw ArchiveError.changedFile }
            var hash = Digest.Running()
            try zip.stream(entry) { hash.update($0) }
            guard hash.hex == file.sha256 else { throw ArchiveError.changedFile }
            if file.part.isMedia, !entry.isStored { throw ArchiveError.repacked }
        }
    }

    /// The JSON of a part; nil when it is not in the archive.
    /// - Parameter id: of the recording that it is of
    func decode<T: Decodable>(_ type: T.Type, _ part: ExportPart, of id: String? = nil) throws -> T? {
        guard let bytes = try bytes(part, of: id) else { return nil }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw ArchiveError.invalid(part: part)
        }
    }

    func bytes(_ part: ExportPart, of id: String? = nil) throws -> [UInt8]? {
        guard let file = manifest.files.first(where: { $0.part == part && $0.of == id }),
            let entry = entries[file.name]
        else { return nil }
        return try zip.read(entry, upTo: Self.largestText)
    }
}

extension ExportPart {
    /// Kept as files, stored as they are.
    var isMedia: Bool { self == .audio || self == .attachments }
}

extension ArchiveManifest {
    /// - Throws: `ArchiveError.invalid` for what no export writes
    func check() throws {
        let things = recordings.map(\.id) + attachments.map(\.id)
        let texts =
            [session.title, session.kind, session.module.code, session.module.title, session.group]
            + recordings.flatMap {
                [$0.name, $0.uploadedByName, $0.container, $0.codec, $0.mime, $0.language ?? "", $0.model ?? ""]
            } + attachments.flatMap { [$0.name, $0.kind, $0.uploadedByName] }
        guard Set(things).count == things.count, things.allSatisfy(Identifier.isValid),
            texts.allSatisfy({ $0.unicodeScalars.count <= 300 && !$0.utf8.contains(0) }),
            !session.module.code.isEmpty, !session.group.isEmpty,
            attachments.allSatisfy({ DocumentKind(rawValue: $0.kind) != nil || $0.kind == "other" }),
            recordings.allSatisfy({ $0.duration.map { $0.isFinite && $0 >= 0 } ?? true }),
            Set(files.map(\.name)).count == files.count,
            files.allSatisfy({ parts.contains($0.part) && ($0.of.map(things.contains) ?? !$0.part.isMedia) }),
            Set(files.map { [$0.part.rawValue, $0.of ?? ""] }).count == files.count
        else { throw ArchiveError.invalid(part: nil) }
    }
}
