import Compliance

/// A note whose identifiers stand between ⟦ and ⟧: what must be masked, and by that what must not.
struct MarkedNote {
    let text: String
    let marked: [Range<Int>]

    init(_ source: String) {
        var scalars = String.UnicodeScalarView()
        var marked: [Range<Int>] = []
        var start = 0
        for scalar in source.unicodeScalars {
            switch scalar {
            case "⟦": start = scalars.count
            case "⟧": marked.append(start..<scalars.count)
            default: scalars.append(scalar)
            }
        }
        text = String(scalars)
        self.marked = marked
    }

    /// Letters and digits left readable in a mark, and masked outside of one, as words.
    func faults(_ found: Identified) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var isMarked = [Bool](repeating: false, count: scalars.count)
        var isMasked = isMarked
        for range in marked { for at in range { isMarked[at] = true } }
        for span in found.spans { for at in span.start..<span.end { isMasked[at] = true } }
        var faults: [String] = []
        for range in marked where range.contains(where: { isLetter(scalars[$0]) && !isMasked[$0] }) {
            faults.append("readable: \(words(scalars[range]))")
        }
        for span in found.spans
        where (span.start..<span.end).contains(where: { isLetter(scalars[$0]) && !isMarked[$0] }) {
            faults.append("masked: \(span.text)")
        }
        return faults
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
