import Kernel

/// What happened, a line for each step. Two runs of one seed have the same lines, and so the same digest.
package struct Trace: Sendable {
    package struct Line: Sendable, CustomStringConvertible {
        let at: Instant
        let text: String
        package var description: String { "\(at.rfc3339) \(text)" }
    }

    package private(set) var lines: [Line] = []
    private var chain = ""

    mutating func note(_ at: Instant, _ text: String) {
        lines.append(Line(at: at, text: text))
    }

    /// Bytes that went over the wire count too, without being shown.
    mutating func mix(_ bytes: [UInt8]) {
        chain = Digest.sha256Hex(Array(chain.utf8) + bytes)
    }

    /// SHA-256 over all lines and all bytes, lowercase hexadecimal.
    package var digest: String {
        Digest.sha256Hex(lines.map(\.description).joined(separator: "\n") + chain)
    }
}
