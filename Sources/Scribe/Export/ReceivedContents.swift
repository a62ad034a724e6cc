import Kernel

/// The parts of a received archive, decoded and checked.
struct ReceivedContents: Sendable {
    let manifest: ArchiveManifest
    /// Archive id of a recording → its transcript.
    let transcripts: [String: ArchiveTranscript]
    let tags: [ArchiveTag]
    /// nil when notes were not ticked.
    let note: String?
    let study: ArchiveStudy
    /// Files that stand in the archive, by what they are of.
    let media: [String: ArchiveManifest.File]

    /// - Throws: `ArchiveError.invalid`
    init(_ archive: ReceivedArchive) throws {
        manifest = archive.manifest
        let recordings = Set(manifest.recordings.map(\.id))
        var transcripts: [String: ArchiveTranscript] = [:]
        for id in manifest.recordings.map(\.id) {
            guard let transcript = try archive.decode(ArchiveTranscript.self, .transcriptJSON, of: id) else { continue }
            try transcript.check()
            transcripts[id] = transcript
        }
        self.transcripts = transcripts
        tags = try archive.decode([ArchiveTag].self, .tags) ?? []
        for tag in tags {
            try tag.check()
            guard recordings.contains(tag.recording) else { throw ArchiveError.invalid(part: .tags) }
        }
        note = try archive.bytes(.notes).map { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.utf8.elementsEqual(bytes), (try? PersonalNote.check(text)) != nil else {
                throw ArchiveError.invalid(part: .notes)
            }
            return text
        }
        study = try ArchiveStudy(archive)
        media = Dictionary(
            manifest.files.filter(\.part.isMedia).compactMap { file in file.of.map { ($0, file) } },
            uniquingKeysWith: { first, _ in first })
        guard manifest.attachments.allSatisfy({ media[$0.id] != nil }) else {
            throw ArchiveError.invalid(part: .attachments)
        }
    }
}
