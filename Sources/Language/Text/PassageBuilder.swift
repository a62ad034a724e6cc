/// Joins timed segments, or the text of a page, to passages of whole sentences.
package struct PassageBuilder: Sendable {
    /// Words a passage has at least, where its source has them.
    package let shortest: Int
    /// Words a passage has at most, unless one sentence has more.
    package let longest: Int
    /// Seconds of silence after which a new passage begins, once the one before is long enough for half of `shortest`.
    static let longPause = 8.0

    package init(shortest: Int = 60, longest: Int = 120) {
        self.shortest = shortest
        self.longest = longest
    }

    /// Passages of one recording in their order, with ids `<source id>#<number>`.
    package func passages(of segments: [TimedText], source: PassageSource) -> [Passage] {
        let speech = TimedSpeech(segments)
        var passages: [Passage] = []
        var first = 0
        for end in boundaries(of: speech.sentences, words: { speech.words(in: $0) }, pauses: speech.pauses) {
            let range = speech.sentences[first].lowerBound..<speech.sentences[end - 1].upperBound
            passages.append(
                Passage(
                    id: "\(source.id)#\(passages.count + 1)", source: source,
                    start: speech.second(at: range.lowerBound),
                    end: speech.second(at: range.upperBound), text: String(speech.text[range]),
                    marks: speech.marks(in: range)))
            first = end
        }
        return passages
    }

    /// Passages of one page or note, with ids `<source id>#<page>.<number>`.
    package func passages(of text: String, source: PassageSource, page: Int?) -> [Passage] {
        let sentences = Sentences.ranges(in: text)
        var passages: [Passage] = []
        var first = 0
        for end in boundaries(of: sentences, words: { Word.words(in: String(text[$0])).count }, pauses: []) {
            let range = sentences[first].lowerBound..<sentences[end - 1].upperBound
            passages.append(
                Passage(
                    id: "\(source.id)#\(page ?? 0).\(passages.count + 1)", source: source, page: page,
                    text: String(text[range])))
            first = end
        }
        return passages
    }

    /// Where passages end: indices behind their last sentences. What is left at the end joins the passage before it when
    /// it is short and there is room.
    private func boundaries(
        of sentences: [Range<String.Index>], words: (Range<String.Index>) -> Int, pauses: Set<Int>
    ) -> [Int] {
        var ends: [Int] = []
        var lengths: [Int] = []
        var length = 0
        for (index, sentence) in sentences.enumerated() {
            let count = words(sentence)
            let isFull = length > 0 && (length >= shortest || length + count > longest)
            if isFull || pauses.contains(index) && length >= shortest / 2 {
                ends.append(index)
                lengths.append(length)
                length = 0
            }
            length += count
        }
        guard !sentences.isEmpty else { return [] }
        if let last = lengths.last, length < shortest / 2, last + length <= longest { ends.removeLast() }
        return ends + [sentences.count]
    }
}

/// The segments of a recording as one text that knows its times.
private struct TimedSpeech {
    let text: String
    let sentences: [Range<String.Index>]
    /// Sentences that begin after a long pause.
    let pauses: Set<Int>
    private let marks: [(start: String.Index, end: String.Index, from: Double, to: Double)]

    init(_ segments: [TimedText]) {
        var text = ""
        var places: [(Int, Int, Double, Double)] = []
        for segment in segments {
            let words = segment.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { continue }
            if !text.isEmpty { text += " " }
            let start = text.utf8.count
            text += words
            places.append((start, text.utf8.count, segment.start, max(segment.start, segment.end)))
        }
        let whole = text
        marks = places.map { place in
            (
                whole.utf8.index(whole.startIndex, offsetBy: place.0),
                whole.utf8.index(whole.startIndex, offsetBy: place.1), place.2, place.3
            )
        }
        self.text = whole
        sentences = Self.shortened(Sentences.ranges(in: whole), in: whole, at: marks.map(\.end))
        var pauses: Set<Int> = []
        for (previous, next) in zip(marks, marks.dropFirst()) where next.from - previous.to >= PassageBuilder.longPause
        {
            if let index = sentences.firstIndex(where: { $0.lowerBound >= next.start }),
                sentences[index].lowerBound == next.start
            {
                pauses.insert(index)
            }
        }
        self.pauses = pauses
    }

    func words(in range: Range<String.Index>) -> Int { text[range].split(separator: " ").count }

    func second(at index: String.Index) -> Double? {
        guard let mark = marks.last(where: { $0.start < index }) ?? marks.first else { return nil }
        if let next = marks.first(where: { $0.start == index }) { return next.from }
        let length = text.utf8.distance(from: mark.start, to: mark.end)
        let share = Double(text.utf8.distance(from: mark.start, to: min(index, mark.end))) / Double(max(1, length))
        return mark.from + (mark.to - mark.from) * max(0, share)
    }

    func marks(in range: Range<String.Index>) -> [TimeMark] {
        marks.filter { range.contains($0.start) }.map { mark in
            TimeMark(offset: text.utf8.distance(from: range.lowerBound, to: mark.start), seconds: mark.from)
        }
    }

    /// Cuts what has no full stop for too long where segments end.
    private static func shortened(
        _ sentences: [Range<String.Index>], in text: String, at ends: [String.Index]
    ) -> [Range<String.Index>] {
        sentences.flatMap { sentence -> [Range<String.Index>] in
            guard text[sentence].split(separator: " ").count > Sentences.longest else { return [sentence] }
            var pieces: [Range<String.Index>] = []
            var start = sentence.lowerBound
            for end in ends where end > start && end < sentence.upperBound {
                guard text[start..<end].split(separator: " ").count >= Sentences.longest / 4 else { continue }
                pieces.append(start..<end)
                start = text.index(end, offsetBy: 1, limitedBy: sentence.upperBound) ?? sentence.upperBound
            }
            if start < sentence.upperBound { pieces.append(start..<sentence.upperBound) }
            return pieces
        }
    }
}
