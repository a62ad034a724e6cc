/// The sections of a note, found by its headings however they are set: `**A**`, `== Plan ==`, `## Goals`, underlined,
/// numbered, `S:`, `plan - …`, `[Exam] …`, capitals, a cell of a table; and in a note run together into one line.
package struct Outline: Sendable {
    /// In order, without gaps: the header first (it may be empty), then heading after heading.
    package let sections: [Section]

    package init(_ note: NoteText) {
        var finder = HeadingFinder(note)
        let found = finder.find()
        var sections: [Section] = []
        let firstEnd = found.first?.start ?? note.scalars.count
        sections.append(Section(kind: .header, heading: 0..<0, body: 0..<firstEnd))
        for (index, heading) in found.enumerated() {
            let end = index + 1 < found.count ? found[index + 1].start : note.scalars.count
            let bodyStart = min(heading.bodyStart, end)
            sections.append(Section(kind: heading.kind, heading: heading.words, body: bodyStart..<end))
        }
        self.sections = sections
    }

    /// The section that holds `offset`; its heading counts as part of it.
    package func section(at offset: Int) -> Section {
        var (low, high) = (0, sections.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            let start = middle == 0 ? 0 : sections[middle].heading.lowerBound
            if start <= offset { low = middle } else { high = middle - 1 }
        }
        return sections[low]
    }

    /// Bodies of all sections of these kinds, in order.
    package func bodies(_ kinds: Set<SectionKind>) -> [Range<Int>] {
        sections.filter { kinds.contains($0.kind) && !$0.body.isEmpty }.map(\.body)
    }
}

/// Where a heading stands.
struct FoundHeading {
    let kind: SectionKind
    /// Where its line or its decoration begins.
    let start: Int
    let words: Range<Int>
    let bodyStart: Int
}
