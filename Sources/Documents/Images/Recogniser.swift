import Foundation
import Tools

/// Words in a picture, by tesseract.
struct Recogniser {
    let limits: ExtractionLimits

    /// Longest side in pixels to which a page is drawn.
    static let side = 2_400

    /// The pages of a picture (a TIFF may have several), boxes in pixels.
    /// - Parameter seconds: of processor time
    /// - Throws: `ToolError`, `DocumentError`
    func pages(of picture: URL, seconds: Int) async throws -> [WordTable.Page] {
        var table = WordTable(
            budget: ExtractionBudget(limits), minimumConfidence: 30, keepsLines: limits.keepsLines)
        let bounds = ToolLimits(
            wallSeconds: Double(seconds) * 3, memoryBytes: limits.memoryBytes, outputBytes: 64 << 20,
            fileBytes: 1 << 20, cpuSeconds: seconds)
        try await Tool.find("tesseract").stream([picture.path, "-", "-l", "eng", "tsv"], limits: bounds) {
            try table.add($0)
        }
        return try table.finish()
    }

    /// Whether a binary PGM has one shade of grey only: an empty page, which need not be read.
    static func isOneShade(_ data: Data) -> Bool {
        let pixels = data.dropFirst(20)
        guard let first = pixels.first else { return true }
        return pixels.withUnsafeBytes { bytes in
            // compares the bytes with themselves moved by one
            bytes.count < 2 || memcmp(bytes.baseAddress!, bytes.baseAddress! + 1, bytes.count - 1) == 0
        } && first == pixels.last
    }
}
