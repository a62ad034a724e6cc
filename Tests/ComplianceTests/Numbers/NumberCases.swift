import Compliance
import Testing

/// Identifiers stand as `⟦PHONE:218-555-0102⟧`; a line without any is a trap.
func expectNumbers(_ source: String, _ location: SourceLocation = #_sourceLocation) {
    var text = ""
    var expected: Set<String> = []
    for (index, part) in source.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
        guard index > 0, let colon = part.firstIndex(of: ":"), let end = part.firstIndex(of: "⟧") else {
            text += part
            continue
        }
        let value = part[part.index(after: colon)..<end]
        let start = text.unicodeScalars.count
        expected.insert("\(part[..<colon]) \(start)–\(start + value.unicodeScalars.count) \(value)")
        text += value + part[part.index(after: end)...]
    }
    let note = NoteText(text)
    var chosen: [Candidate] = []
    for candidate in NumberDetectors.all.flatMap({ $0.find(in: note) }).sorted(by: { $0.confidence > $1.confidence })
    where candidate.confidence >= 0.5 && !chosen.contains(where: { $0.range.overlaps(candidate.range) }) {
        chosen.append(candidate)
    }
    let found = Set(
        chosen.map { "\($0.type.rawValue) \($0.range.lowerBound)–\($0.range.upperBound) \(note.string($0.range))" })
    #expect(found == expected, "\(text)", sourceLocation: location)
}
