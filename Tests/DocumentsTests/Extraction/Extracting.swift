import Documents
import Foundation

/// Extracts from a file that exists as long as it takes.
func extract(
    _ bytes: [UInt8], name: String = "file", limits: ExtractionLimits = ExtractionLimits()
) async throws -> ExtractedText {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("rounds-test-" + UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await TextExtraction.extract(file, name: name, limits: limits)
}
