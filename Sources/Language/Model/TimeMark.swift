/// A moment within a passage: at this byte of its text, the recording is at this second.
package struct TimeMark: Sendable, Codable, Hashable {
    /// UTF-8 bytes from the beginning of the text.
    package let offset: Int
    package let seconds: Double

    package init(offset: Int, seconds: Double) {
        self.offset = offset
        self.seconds = seconds
    }
}

extension Passage {
    /// The second at which a byte of the text is spoken, from the marks around it; nil without audio.
    package func second(at offset: Int) -> Double? {
        guard let start, let end else { return nil }
        let length = max(1, text.utf8.count)
        var before = TimeMark(offset: 0, seconds: start)
        for mark in marks + [TimeMark(offset: length, seconds: end)] {
            if mark.offset > offset {
                let share = Double(offset - before.offset) / Double(max(1, mark.offset - before.offset))
                return before.seconds + (mark.seconds - before.seconds) * share
            }
            before = mark
        }
        return end
    }
}
