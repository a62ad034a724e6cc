/// A piece of a text, for showing where a search found it. The pieces of a snippet joined are the original's words.
package struct TextPiece: Codable, Hashable, Sendable {
    package let text: String
    package let hit: Bool
}

/// The part of a text around what was found, with the original's spelling.
enum TextSnippet {
    private static let words = 40

    /// - Parameter places: ranges of token numbers in any order
    static func pieces(of text: String, _ tokens: [TextToken], _ places: [Range<Int>]) -> [TextPiece] {
        let places = places.sorted { $0.lowerBound < $1.lowerBound }
        let window = self.window(tokens.count, places)
        let utf8 = Array(text.utf8)
        let whole = 0..<utf8.count
        let start = window.lowerBound == 0 ? whole.lowerBound : tokens[window.lowerBound].range.lowerBound
        let end = window.upperBound >= tokens.count ? whole.upperBound : tokens[window.upperBound - 1].range.upperBound
        var pieces: [TextPiece] = []
        func add(_ range: Range<Int>, hit: Bool) {
            if !range.isEmpty { pieces.append(TextPiece(text: String(decoding: utf8[range], as: UTF8.self), hit: hit)) }
        }
        if start > whole.lowerBound { pieces.append(TextPiece(text: "… ", hit: false)) }
        var position = start
        for place in places where place.lowerBound >= window.lowerBound && place.upperBound <= window.upperBound {
            let range = tokens[place.lowerBound].range.lowerBound..<tokens[place.upperBound - 1].range.upperBound
            guard range.lowerBound >= position else { continue }
            add(position..<range.lowerBound, hit: false)
            add(range, hit: true)
            position = range.upperBound
        }
        add(position..<end, hit: false)
        if end < whole.upperBound { pieces.append(TextPiece(text: " …", hit: false)) }
        return pieces
    }

    /// The window with the most places in it, a few words before the first of them.
    private static func window(_ count: Int, _ places: [Range<Int>]) -> Range<Int> {
        guard count > words, !places.isEmpty else { return 0..<count }
        var best = (start: 0, found: 0)
        var last = 0
        for first in places.indices {
            while last < places.count, places[last].upperBound - places[first].lowerBound <= words - 8 { last += 1 }
            if last - first > best.found { best = (places[first].lowerBound, last - first) }
        }
        if best.found == 0 { best.start = places[0].lowerBound }
        let start = max(0, min(best.start - 6, count - words))
        return start..<min(count, start + words)
    }
}
