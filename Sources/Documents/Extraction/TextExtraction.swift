package import Foundation
import Kernel
import Tools

/// Text with positions out of documents that strangers chose: office files are read here, piece by piece within
/// `ExtractionLimits`; PDF and pictures by poppler and tesseract in child processes.
package enum TextExtraction {
    /// The kind of a document by content; nil for what cannot be read.
    /// - Parameter head: the first bytes of the file, 64 KiB or more for office files, or all of it.
    package static func kind(of head: [UInt8], name: String = "") -> DocumentKind? {
        switch FileSignature(head) {
        case .kind(let kind): kind
        case .zip: OfficePackage.kind(of: head)
        case .text: isMarkdown(name) ? .markdown : .text
        case .richText: .rtf
        case .compoundFile, .unknown: nil
        }
    }

    /// - Returns: also for a document without text, with a warning that says so.
    /// - Throws: `DocumentError` (`encrypted`, `damaged`, `too_large`, `unsupported_document`, `tool_missing`,
    ///   `took_too_long`), `CancellationError`.
    package static func extract(
        _ file: URL, name: String, limits: ExtractionLimits = ExtractionLimits()
    ) async throws -> ExtractedText {
        let (size, head) = try await Blocking.run { try beginning(of: file) }
        if size == 0 {
            return ExtractedText(kind: isMarkdown(name) ? .markdown : .text, pages: [], warning: "This file is empty.")
        }
        let result: ExtractedText
        switch FileSignature(head) {
        case .kind(.pdf): result = try await PDFText(file: file, limits: limits).extract()
        case .kind(let kind):
            result = try await PictureText(file: file, kind: kind, head: head, limits: limits).extract()
        case .zip, .compoundFile: result = try await readWhole(file, size, limits.fileBytes, name: name, limits)
        case .text: result = try await readWhole(file, size, limits.textBytes * 2, name: name, limits)
        case .richText: result = try await readWhole(file, size, limits.fileBytes, name: name, limits)
        case .unknown: throw DocumentError.unsupported(hint: nil)
        }
        return result.hasText || result.warning != nil
            ? result : ExtractedText(kind: result.kind, pages: result.pages, warning: noText)
    }

    static let noText = "No text was found in this file."

    static func isMarkdown(_ name: String) -> Bool {
        [".md", ".markdown", ".mdown"].contains { name.lowercased().hasSuffix($0) }
    }

    private static func beginning(of file: URL) throws -> (size: Int, head: [UInt8]) {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let head = [UInt8](try handle.read(upToCount: 64 << 10) ?? Data())
        return (Int(try handle.seekToEnd()), head)
    }

    /// A file that is read into memory, on a thread of its own.
    private static func readWhole(
        _ file: URL, _ size: Int, _ limit: Int, name: String, _ limits: ExtractionLimits
    ) async throws -> ExtractedText {
        guard size <= limit else { throw DocumentError.tooLarge(what: "more than \(limit >> 20) MB") }
        let stop = ReadingStop()
        return try await withTaskCancellationHandler {
            try await Blocking.run { try read(file, name: name, limits: limits, stop: stop) }
        } onCancel: {
            stop.set()
        }
    }

    private static func read(
        _ file: URL, name: String, limits: ExtractionLimits, stop: ReadingStop
    ) throws -> ExtractedText {
        let bytes = [UInt8](try Data(contentsOf: file, options: .alwaysMapped))
        switch FileSignature(Array(bytes.prefix(64 << 10))) {
        case .zip: return try OfficePackage.extract(bytes, limits: limits, stop: stop)
        case .compoundFile: throw OfficePackage.refusal(ofCompoundFile: bytes)
        case .richText: return try RichTextReader.extract(bytes, ExtractionBudget(limits, stop: stop))
        default:
            return try PlainText.extract(
                bytes, kind: isMarkdown(name) ? .markdown : .text, ExtractionBudget(limits, stop: stop))
        }
    }
}
