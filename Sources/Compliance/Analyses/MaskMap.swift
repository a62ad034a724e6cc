/// Where a place of a note stands in its masked rendering. Offsets are code points.
struct MaskMap: Sendable {
    private struct Piece {
        let original: Range<Int>
        let masked: Range<Int>
    }

    private let pieces: [Piece]
    private let spans: [IdentifierSpan]
    private let note: NoteText
    let masked: String

    /// - Throws: `IdentifierError.detectorFailed` when spans and masked text do not belong together: whatever is wrong
    ///   there, nothing of the note may leave
    init(_ note: NoteText, _ identified: Identified) throws {
        var pieces: [Piece] = []
        var text = String.UnicodeScalarView()
        var at = 0
        for span in identified.spans {
            guard span.start >= at, span.start < span.end, span.end <= note.scalars.count else {
                throw IdentifierError.detectorFailed
            }
            text.append(contentsOf: note.scalars[at..<span.start])
            let start = text.count
            text.append(contentsOf: span.replacement.unicodeScalars)
            pieces.append(Piece(original: span.start..<span.end, masked: start..<text.count))
            at = span.end
        }
        text.append(contentsOf: note.scalars[at...])
        guard String(text) == identified.masked else { throw IdentifierError.detectorFailed }
        self.note = note
        self.pieces = pieces
        spans = identified.spans
        masked = identified.masked
    }

    /// A place that touches an identifier grows to the whole of its replacement.
    func masked(_ range: Range<Int>) -> Range<Int> {
        let start = place(range.lowerBound, isEnd: false)
        return start..<max(start, place(range.upperBound, isEnd: true))
    }

    private func place(_ offset: Int, isEnd: Bool) -> Int {
        // the last piece that begins before the offset
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].original.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let piece = pieces[low - 1]
        if offset < piece.original.upperBound { return isEnd ? piece.masked.upperBound : piece.masked.lowerBound }
        return offset - piece.original.upperBound + piece.masked.upperBound
    }

    /// The masked words of a place.
    func quote(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        var at = range.lowerBound
        for (piece, span) in zip(pieces, spans)
        where piece.original.upperBound > range.lowerBound && piece.original.lowerBound < range.upperBound {
            if piece.original.lowerBound > at { text.append(contentsOf: note.scalars[at..<piece.original.lowerBound]) }
            text.append(contentsOf: span.replacement.unicodeScalars)
            at = piece.original.upperBound
        }
        if at < range.upperBound { text.append(contentsOf: note.scalars[at..<range.upperBound]) }
        return String(text)
    }
}
