import Foundation

/// The text of a recording or of a page as it stands, and whether a quotation still stands in it in whole sentences.
struct CurrentText: Sendable {
    private let bytes: [UInt8]
    /// Where a segment begins or ends: speech without full stops is quoted between them.
    private let edges: Set<Int>

    /// - Parameter segments: joined by single blanks, as passages of speech are
    init(segments: [String]) {
        var bytes: [UInt8] = []
        var edges: Set<Int> = []
        for segment in segments {
            let words = segment.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { continue }
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            edges.insert(bytes.count)
            bytes += Array(words.utf8)
            edges.insert(bytes.count)
        }
        (self.bytes, self.edges) = (bytes, edges)
    }

    init(page: String) {
        (bytes, edges) = (Array(page.utf8), [])
    }

    /// A quotation is the very characters of its source: what was changed by a letter does not stand any more, nor does
    /// what is only a part of a sentence now.
    func holds(_ quote: String) -> Bool {
        let quote = Array(quote.utf8)
        guard let first = quote.first, quote.count <= bytes.count else { return false }
        return bytes.withUnsafeBytes { text in
            guard let base = text.baseAddress else { return false }
            var from = 0
            let last = bytes.count - quote.count
            while from <= last, let found = memchr(base + from, Int32(first), last - from + 1) {
                let start = found - UnsafeMutableRawPointer(mutating: base)
                if memcmp(base + start, quote, quote.count) == 0, isWhole(start..<start + quote.count) { return true }
                from = start + 1
            }
            return false
        }
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        beginsSentence(range.lowerBound) && endsSentence(range)
    }

    private func beginsSentence(_ start: Int) -> Bool {
        if start == 0 || edges.contains(start) { return true }
        var place = start
        while place > 0, Self.isBlank(bytes[place - 1]) {
            if bytes[place - 1] == UInt8(ascii: "\n") { return true }
            place -= 1
        }
        if place == 0 { return true }
        return place < start ? !Self.goesOn(bytes[place - 1]) : Self.opens(bytes[start - 1])
    }

    private func endsSentence(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        if end == bytes.count || edges.contains(end) { return true }
        if bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\r") { return true }
        return (Self.isBlank(bytes[end]) || Self.closes(bytes[end])) && !Self.goesOn(bytes[end - 1])
    }

    /// What may stand before a sentence without a blank: `(`, a quotation mark, a bullet. No full stop: in `0.5 mg` no
    /// sentence begins.
    private static func opens(_ byte: UInt8) -> Bool { byte >= 0x80 || "([{\"'*_#>".utf8.contains(byte) }

    private static func closes(_ byte: UInt8) -> Bool { byte >= 0x80 || ")]}\"'*_".utf8.contains(byte) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// After a letter, a digit or a comma a sentence is not over.
    private static func goesOn(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","):
            true
        default: false
        }
    }
}
