import Foundation
import Tools

/// What poppler says about a PDF, and what its bytes say where poppler is not installed.
struct PDFInspection {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func inspect() async throws -> DocumentInspection {
        let file = try MemoryFile(bytes)
        let path = file.url.path
        var isActive = Self.namesScript(bytes) || PDFObjectStreams(bytes).contains(where: Self.namesScript)
        if let tool = try? Tool.find("pdfinfo") {
            // it scans every page for scripts; a limit that ends it is the reader's business later on
            let info = try? await tool.run([path], limits: ToolLimits(memoryBytes: ExtractionLimits().memoryBytes))
            if let info {
                if info.standardError.contains("Incorrect password") { throw DocumentError.encrypted }
                guard info.status == 0 else { throw DocumentError.damaged(part: "the PDF cannot be opened") }
                isActive =
                    isActive || Self.says(String(decoding: info.standardOutput, as: UTF8.self), "JavaScript", "yes")
            }
        }
        return DocumentInspection(kind: .pdf, pictures: await pictures(path), hasActiveContent: isActive)
    }

    private static func says(_ text: String, _ field: String, _ value: String) -> Bool {
        text.split(separator: "\n").contains { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 && String(parts[0]).trimmed == field && String(parts[1]).trimmed == value
        }
    }

    /// One line for each picture of `pdfimages -list`: page, number, type, width, height.
    private func pictures(_ path: String) async -> [String] {
        guard let tool = try? Tool.find("pdfimages"),
            let list = try? await tool.run(
                ["-list", path], limits: ToolLimits(memoryBytes: ExtractionLimits().memoryBytes)),
            list.status == 0
        else { return [] }
        return String(decoding: list.standardOutput, as: UTF8.self).split(separator: "\n").dropFirst(2).compactMap {
            line in
            let columns = line.split(separator: " ")
            guard columns.count > 5, columns[2] == "image" else { return nil }
            return "page \(columns[0]): \(columns[3]) × \(columns[4])"
        }
    }

    /// `/JavaScript` or `/JS` as a name.
    static func namesScript(_ bytes: [UInt8]) -> Bool {
        PDFNames(bytes[...]).contains { $0 == Array("JavaScript".utf8) || $0 == Array("JS".utf8) }
    }
}
