package import Kernel

/// A date as a note writes it.
package struct FoundDate: Sendable, Hashable {
    package enum Precision: Sendable, Hashable {
        case day, monthDay, monthYear, year, dayOfMonth
    }

    /// Code points, a weekday before it included.
    package let range: Range<Int>
    /// The day meant; a month and day alone, or a day alone, take year and month from the note's own date. Nil when
    /// incomplete (month and year, year) or impossible.
    package let date: CivilDate?
    package let precision: Precision
    /// False for 02/30/2024 and 13/05/2024.
    package let isPossible: Bool
    /// As written or completed; nil when neither says.
    package let year: Int?
    package let month: Int?
    /// 0…1: how sure it is that these numbers are a date and no score.
    package let confidence: Double
}

/// Every date of a note, by one grammar: numbers with `/`, `-` or `.`, ISO, names of months in both orders, ranges, a month and
/// day alone, "on the 14th". Scores (4/5), fractions, times and vertebrae are none.
package struct NoteDates: Sendable {
    /// In order, not overlapping; doubtful ones (confidence below 0.5) are left out.
    package let dates: [FoundDate]
    /// Those below 0.5, for strict masking.
    package let doubtful: [FoundDate]
    /// The note's own date: of service, else the first that is no birth date.
    package let anchor: CivilDate?

    package init(_ note: NoteText) {
        let reader = DateReader(note)
        var resolver = DateResolver(reader)
        let found = resolver.resolve()
        dates = found.filter { $0.confidence >= 0.5 }
        doubtful = found.filter { $0.confidence < 0.5 && $0.confidence >= 0.3 }
        anchor = resolver.anchor
    }

    /// Those that begin inside `range` of code points.
    package func dates(in range: Range<Int>) -> [FoundDate] {
        dates.filter { range.contains($0.range.lowerBound) }
    }

    /// The first that begins at `offset` or at most `within` code points behind it.
    package func first(after offset: Int, within: Int) -> FoundDate? {
        dates.first { $0.range.lowerBound >= offset && $0.range.lowerBound <= offset + within }
    }
}
