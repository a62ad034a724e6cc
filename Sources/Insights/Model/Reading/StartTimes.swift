import Foundation
import Kernel

/// Reads the cells of `startDateTime` (rule 6), one after the other.
struct StartTimes: ~Copyable {
    /// Who decides which number comes first in `3/4/2025`.
    enum Order: Equatable {
        /// A person did.
        case stated(CellDate.Order)
        /// The day does; the column is watched for dates that can only be month-first.
        case dayUnlessImpossible
        /// The column turned out to be month-first only: whatever needs an order is rejected.
        case none
    }

    private let order: Order
    private let timeZone: TimeZone
    private var cache = ByteDictionary()
    private var cached: [Int64] = []
    private var last = 0
    /// The bytes of the latest cell in the usual notation: a class has the same time again and again.
    private var latest: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var latestTime = Self.bad

    /// Cells that only one of the two orders can read, and cells that both read differently.
    private(set) var hasDayFirstOnly = false
    private(set) var hasMonthFirstOnly = false
    private(set) var hasAmbiguous = false

    /// Some cells can only be month-first, none only day-first, and nobody said which it is.
    var isMonthFirstOnly: Bool { hasMonthFirstOnly && !hasDayFirstOnly }

    /// No time; far outside 2000…2100.
    static let bad = Int64.min
    private static let cacheLimit = 1 << 16

    init(order: Order, timeZone: TimeZone) {
        self.order = order
        self.timeZone = timeZone
    }

    /// Nanoseconds since 1970-01-01T00:00 by the school's clock, or `bad`.
    mutating func time(_ cell: RawCell) -> Int64 {
        if cell.count == 19, cell.wholeWord(0) == latest.0, cell.wholeWord(8) == latest.1, cell.word(16) == latest.2 {
            return latestTime
        }
        let quick = Self.isoTime(cell)
        if quick != Self.bad {
            (latest, latestTime) = ((cell.wholeWord(0), cell.wholeWord(8), cell.word(16)), quick)
            return quick
        }
        if let known = cache.find(cell, expecting: last) {
            last = known
            return cached[known]
        }
        if cache.count == Self.cacheLimit {
            cache = ByteDictionary()
            cached = []
        }
        let time = parse(CellText.clean(Array(cell.bytes)[...]))
        last = cache.insert(cell, value: 0)
        cached.append(time)
        return time
    }

    private mutating func parse(_ text: String) -> Int64 {
        if case .stated(let order) = order { return read(text, order) ?? Self.bad }
        let day = read(text, .dayFirst)
        // a date that begins with its year has no order
        let hasOrder = text.utf8.prefix(3).contains { $0 < 0x30 || $0 > 0x39 }
        let month = hasOrder ? read(text, .monthFirst) : day
        guard day != month else { return day ?? Self.bad }
        if day != nil, month != nil {
            hasAmbiguous = true
        } else if day != nil {
            hasDayFirstOnly = true
        } else {
            hasMonthFirstOnly = true
        }
        return order == .none ? Self.bad : day ?? Self.bad
    }

    private func read(_ text: String, _ order: CellDate.Order) -> Int64? {
        CellDate.parse(text, in: timeZone, order: order).map(SchoolTime.time)
    }

    /// `YYYY-MM-DDTHH:MM:SS` (or a blank for the T) without anything else; `bad` for every other cell, right or wrong.
    static func isoTime(_ cell: RawCell) -> Int64 {
        guard cell.count == 19 else { return bad }
        let bytes = cell.start
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20
        else { return bad }
        var wrong: UInt8 = 0
        @inline(__always)
        func pair(_ offset: Int) -> Int {
            let (tens, ones) = (bytes[offset] &- 0x30, bytes[offset + 1] &- 0x30)
            wrong |= (tens > 9 ? 1 : 0) | (ones > 9 ? 1 : 0)
            return Int(tens) * 10 + Int(ones)
        }
        let (year, month, day) = (pair(0) * 100 + pair(2), pair(5), pair(8))
        let (hour, minute, second) = (pair(11), pair(14), pair(17))
        guard wrong == 0, year >= 2000, year <= 2100, hour < 24, minute < 60, second < 60,
            Gregorian.isDay(year: year, month: month, day: day)
        else { return bad }
        let seconds = Gregorian.days(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return Int64(seconds) * 1_000_000_000
    }
}
