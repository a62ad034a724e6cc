import Kernel
import Testing

@testable import Compliance

@Suite struct MaskMapTests {
    private static let text = "Ann met Bo at 9, then Ann left."

    /// `Ann` → `[A]`, `Bo` → `[RELATIVE_1]`.
    private static func identified(_ masked: String? = nil) -> Identified {
        func span(_ start: Int, _ end: Int, _ text: String, _ replacement: String) -> IdentifierSpan {
            IdentifierSpan(
                start: start, end: end, type: .name, sub: nil, text: text, replacement: replacement, confidence: 1)
        }
        return Identified(
            spans: [span(0, 3, "Ann", "[A]"), span(8, 10, "Bo", "[RELATIVE_1]"), span(22, 25, "Ann", "[A]")],
            masked: masked ?? "[A] met [RELATIVE_1] at 9, then [A] left.", pseudonyms: Pseudonyms())
    }

    @Test(
        "A place of the note is found in the masked text, grown to whole replacements",
        arguments: [
            (4..<7, "met"), (0..<3, "[A]"), (1..<2, "[A]"), (8..<9, "[RELATIVE_1]"), (9..<13, "[RELATIVE_1] at"),
            (14..<15, "9"), (26..<31, "left."), (0..<31, "[A] met [RELATIVE_1] at 9, then [A] left."), (3..<3, ""),
            (31..<31, ""),
        ])
    func places(_ range: Range<Int>, _ expected: String) throws {
        let map = try MaskMap(NoteText(Self.text), Self.identified())
        let place = map.masked(range)
        let masked = Array(map.masked.unicodeScalars)
        #expect(String(String.UnicodeScalarView(masked[place])) == expected)
        #expect(map.quote(range) == expected)
    }

    @Test("Spans that do not make the masked text let nothing out")
    func closed() {
        let note = NoteText(Self.text)
        #expect(throws: IdentifierError.detectorFailed) { try MaskMap(note, Self.identified("Ann met Bo")) }
        let outside = Identified(
            spans: [
                IdentifierSpan(
                    start: 30, end: 40, type: .name, sub: nil, text: "", replacement: "[A]", confidence: 1)
            ], masked: Self.text, pseudonyms: Pseudonyms())
        #expect(throws: IdentifierError.detectorFailed) { try MaskMap(note, outside) }
    }
}
