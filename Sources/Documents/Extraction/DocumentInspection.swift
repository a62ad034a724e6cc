import Foundation
import Tools

/// What can be known of a document before its text is read.
package struct DocumentInspection: Sendable, Equatable {
    package let kind: DocumentKind
    /// Names of pictures inside it, whose content nobody has looked at: `word/media/image1.png`, `page 3: 640 × 480`.
    package var pictures: [String]
    /// It holds something that a reader's program would run: JavaScript in a PDF, macros in an office file.
    package var hasActiveContent: Bool
}

extension TextExtraction {
    /// - Throws: `DocumentError` (`encrypted`, `damaged`, `too_large`, `unsupported_document`)
    package static func inspect(_ bytes: [UInt8], name: String) async throws -> DocumentInspection {
        switch FileSignature(Array(bytes.prefix(64 << 10))) {
        case .kind(.pdf): return try await PDFInspection(bytes).inspect()
        case .kind(let kind): return DocumentInspection(kind: kind, pictures: [], hasActiveContent: false)
        case .zip: return try OfficePackage.inspect(bytes)
        case .compoundFile: throw OfficePackage.refusal(ofCompoundFile: bytes)
        case .richText:
            var reader = RichTextReader(bytes, budget: ExtractionBudget(ExtractionLimits()))
            _ = try reader.read()
            return DocumentInspection(
                kind: .rtf, pictures: (0..<reader.pictures).map { "picture \($0 + 1)" }, hasActiveContent: false)
        case .text:
            return DocumentInspection(
                kind: isMarkdown(name) ? .markdown : .text, pictures: [], hasActiveContent: false)
        case .unknown: throw DocumentError.unsupported(hint: nil)
        }
    }
}

extension OfficePackage {
    static func inspect(_ bytes: [UInt8]) throws -> DocumentInspection {
        do {
            let archive = try ZipArchive(bytes, limits: zipLimits(ExtractionLimits()))
            let names = archive.entries.map(\.name)
            guard let kind = kind(of: bytes) else { throw DocumentError.unsupported(hint: nil) }
            let pictures = names.filter { $0.contains("/media/") }.sorted()
            let isActive = names.contains { $0.hasSuffix("vbaProject.bin") || $0.contains("/activeX/") }
            return DocumentInspection(kind: kind, pictures: pictures, hasActiveContent: isActive)
        } catch let error as DocumentError {
            throw error.ofDocument
        }
    }
}
