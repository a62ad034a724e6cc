package import Kernel

/// A rule's verdict on a note, with everything a reader needs: the words it rests on, the citation, what to do.
package struct Finding: Sendable, Equatable, Codable {
    package struct Evidence: Sendable, Equatable, Codable {
        /// Code points of the original text.
        package var start: Int
        package var end: Int
        /// The exact words.
        package var quote: String
        /// From 1; nil for text without pages.
        package var page: Int?
        /// Of the recognition of a scanned page, 0 to 1.
        package var confidence: Double?

        package init(start: Int, end: Int, quote: String, page: Int? = nil, confidence: Double? = nil) {
            self.start = start
            self.end = end
            self.quote = quote
            self.page = page
            self.confidence = confidence
        }

        package var range: Range<Int> { start..<end }
    }

    /// Derived from the note's hash, the rule and the evidence: the same finding has the same id in every run.
    package var id: String
    package var ruleId: String
    package var ruleVersion: String
    package var title: String
    package var severity: Severity
    package var status: FindingStatus
    package var evidence: [Evidence]
    package var searched: [String]
    package var missing: [String]
    package var due: CivilDate?
    package var warning: String?
    package var reason: String
    package var citation: Citation
    package var tip: String
    package var exampleWording: String
    package var financial: String

    /// - Parameter key: 16 bytes in hex of SHA-256 over what identifies it
    package static func id(noteHash: String, rule: String, status: FindingStatus, evidence: [Range<Int>]) -> String {
        var text = "\(noteHash)|\(rule)|\(status.rawValue)"
        for range in evidence { text += "|\(range.lowerBound)-\(range.upperBound)" }
        return String(Digest.sha256Hex(text).prefix(32))
    }
}
