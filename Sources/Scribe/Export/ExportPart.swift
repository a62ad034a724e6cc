import Kernel

/// What can be ticked for an export. The order is that of the archive.
package enum ExportPart: String, Codable, Sendable, CaseIterable {
    case audio
    case transcriptText = "transcript.txt"
    case transcriptSubRip = "transcript.srt"
    case transcriptWebVTT = "transcript.vtt"
    case transcriptJSON = "transcript.json"
    case transcriptMarkdown = "transcript.md"
    case notes
    case aiNotes = "ai-notes"
    case tags, questions, study, attachments

    /// Names separated by commas; all of them when nothing is said.
    /// - Throws: `InvalidInput`
    static func read(_ text: String?) throws -> Set<ExportPart> {
        guard let text else { return Set(allCases) }
        let names = text.split(separator: ",").map(String.init)
        let parts = names.compactMap(ExportPart.init(rawValue:))
        guard parts.count == names.count, !parts.isEmpty else {
            let all = allCases.map(\.rawValue).joined(separator: ", ")
            throw InvalidInput("parts", code: "unknown_value", "Write some of \(all), separated by commas.")
        }
        return Set(parts)
    }
}
