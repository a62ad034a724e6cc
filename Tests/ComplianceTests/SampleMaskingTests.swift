import Compliance
import Testing

/// The figures of the compliance paper on the 36 synthetic notes, counted as its scorer counts them.
struct SampleMaskingTests {
    @Test func syntheticNotesReachTheFigures() throws {
        var (marked, covered, predicted, right, plain, lost) = (0, 0, 0, 0, 0, 0)
        for note in try SampleNotes.all() {
            let scalars = Array(note.text.unicodeScalars)
            let found = try Scrubber().scrub(NoteText(note.text))
            var isMarked = [Bool](repeating: false, count: scalars.count)
            var isMasked = isMarked
            for span in note.spans { for at in span.start..<span.end { isMarked[at] = true } }
            for span in found.spans { for at in span.start..<span.end { isMasked[at] = true } }
            for span in note.spans where span.tier == "safe_harbor" {
                marked += 1
                if (span.start..<span.end).allSatisfy({ isMasked[$0] || !isLetter(scalars[$0]) }) { covered += 1 }
            }
            for span in found.spans {
                predicted += 1
                if (span.start..<span.end).contains(where: { isMarked[$0] }) { right += 1 }
            }
            for at in scalars.indices where isLetter(scalars[at]) && !isMarked[at] {
                plain += 1
                if isMasked[at] { lost += 1 }
            }
        }
        #expect(marked > 400)
        #expect(Double(covered) >= 0.995 * Double(marked))
        #expect(Double(right) >= 0.97 * Double(predicted))
        #expect(Double(lost) <= 0.005 * Double(plain))
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
