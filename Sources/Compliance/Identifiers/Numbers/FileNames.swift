/// Names of pictures, recordings and scans of a person: `abbott_gait.jpg`. Full-face photographs are identifiers, and what
/// such a file is called often is one.
struct FileNames: NumberDetector {
    private static let endings: Set<String> = [
        "jpg", "jpeg", "png", "heic", "gif", "bmp", "tif", "tiff", "webp", "mov", "mp4", "avi", "m4v", "dcm", "wav",
        "mp3", "m4a",
    ]

    func find(in note: NoteText) -> [Candidate] {
        note.tokens.indices.compactMap { index in
            let token = note.tokens[index]
            let point = token.range.lowerBound - 1
            guard token.isWord, token.range.count < 5, point > 0, note.scalars[point] == ".",
                FileNames.endings.contains(ending(note, token))
            else { return nil }
            var start = point
            while start > 0, isPart(note, start - 1) { start -= 1 }
            guard start < point else { return nil }
            return Candidate(
                range: start..<(point + 1 + ending(note, token).utf8.count), type: .photo, confidence: 0.9,
                source: "file name")
        }
    }

    /// `mp4` is a word and a number.
    private func ending(_ note: NoteText, _ token: Token) -> String {
        var end = token.range.upperBound
        while note.isDigit(end) { end += 1 }
        return end == token.range.upperBound ? token.key : token.key + note.string(token.range.upperBound..<end)
    }

    private func isPart(_ note: NoteText, _ offset: Int) -> Bool {
        note.isCode(offset) || "_-.".unicodeScalars.contains(note.scalars[offset])
            || !note.scalars[offset].isASCII && note.scalars[offset].properties.isAlphabetic
    }
}
