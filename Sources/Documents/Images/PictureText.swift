import Foundation
import Tools

/// The words in a picture file; boxes are in pixels.
struct PictureText {
    let file: URL
    let kind: DocumentKind
    let head: [UInt8]
    let limits: ExtractionLimits

    func extract() async throws -> ExtractedText {
        if let size = try size() {
            guard size.width.multipliedReportingOverflow(by: size.height).partialValue <= limits.pixels,
                size.width <= 1 << 20, size.height <= 1 << 20
            else { throw DocumentError.tooLarge(what: "more than \(limits.pixels / 1_000_000) million pixels") }
        }
        guard Tool.isInstalled("tesseract") else { throw DocumentError.missingTool("tesseract") }
        do {
            let pages = try await Recogniser(limits: limits).pages(of: file, seconds: Int(limits.seconds) + 1)
            return ExtractedText(
                kind: kind, pages: pages.map { ExtractedPage(number: $0.number, blocks: $0.blocks) })
        } catch let error as ToolError {
            if case .failed = error { throw DocumentError.damaged(part: "the picture cannot be opened") }
            throw DocumentError(error)
        }
    }

    /// A TIFF's directory may stand at its end, a JPEG's frame behind long profiles.
    private func size() throws -> PictureSize? {
        if let size = PictureSize(head, kind: kind) { return size }
        guard kind == .tiff || kind == .jpeg else { return nil }
        let data = try Data(contentsOf: file, options: .alwaysMapped)
        guard data.count <= limits.fileBytes else {
            throw DocumentError.tooLarge(what: "more than \(limits.fileBytes >> 20) MB")
        }
        return PictureSize([UInt8](data), kind: kind)
    }
}
