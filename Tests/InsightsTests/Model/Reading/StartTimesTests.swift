import Foundation
import Kernel
import Testing

@testable import Insights

struct StartTimesTests {
    private func times(_ cells: [String], _ options: ReadingOptions = ReadingOptions()) throws -> ReadExport {
        try Exports.read(cells.map { "1,a,b,c,d,\($0),1,true,," }.joined(separator: "\n"), options: options)
    }

    private func kept(_ export: ReadExport) -> [Int] { export.rows.rows.map(\.record) }

    /// The quick way for the usual notation must say what `CellDate` says.
    @Test func theQuickWayAgreesWithTheCarefulOne() throws {
        var random = SeededRandom(seed: 1)
        let usual = Array("2025-10-06T09:05:07".utf8)
        let signs = Array("0123456789-:T tZ./".utf8)
        for _ in 0..<20_000 {
            var cell = usual
            for _ in 0..<random.number(0...3) {
                cell[random.number(0...18)] = random.one(of: signs)
            }
            let padded = cell + [UInt8](repeating: 0, count: 8)
            let quick = padded.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { StartTimes.isoTime(RawCell(start: $0, count: 19)) }
            }
            let careful = CellDate.parse(String(decoding: cell, as: UTF8.self), in: ReadingOptions.school)
            // it may leave a cell to the other, and never says anything else
            if let quick, quick != StartTimes.bad {
                #expect(careful.map(SchoolTime.time) == quick, "\(String(decoding: cell, as: UTF8.self))")
            } else if cell[10] == UInt8(ascii: "T"), cell[16] == UInt8(ascii: ":"), careful != nil {
                #expect(cell[18] < 0x30 || cell[18] > 0x39, "\(String(decoding: cell, as: UTF8.self)) is slow")
            }
        }
    }

    @Test(arguments: [
        ("2025-10-01T09:30:00.1234567", "2025-10-01", 34_200_123_456_700),
        ("1/10/25 09:30", "2025-10-01", 34_200_000_000_000),
        ("2025-10-25T23:30:00Z", "2025-10-26", 1_800_000_000_000),
        ("2025-10-26T23:30:00Z", "2025-10-26", 84_600_000_000_000),
        ("01-oct-2025", "2025-10-01", 0), ("2025-03-30T01:30:00", "2025-03-30", 5_400_000_000_000),
        ("2100-12-31T23:59:59", "2100-12-31", 86_399_000_000_000),
    ])
    func aCellIsATimeByTheSchoolsClock(cell: String, day: String, nanoseconds: Int64) throws {
        let time = try #require(try times([cell]).rows.rows.first?.time)
        #expect(CivilDate(dayNumber: SchoolTime.day(time)).description == day)
        #expect(time - Int64(SchoolTime.day(time)) * SchoolTime.nanosecondsPerDay == nanoseconds)
    }

    @Test func anotherZoneConvertsOffsetsOnly() throws {
        let options = ReadingOptions(timeZone: try #require(TimeZone(identifier: "Asia/Kolkata")))
        let rows = try times(["2025-10-01T09:30:00Z", "2025-10-01T09:30:00"], options).rows.rows
        #expect(rows[0].time - rows[1].time == 19_800_000_000_000)
    }

    @Test func dayFirstByDefault() throws {
        let export = try times(["03/04/2025", "13/04/2025", "04/13/2025", "31/02/2025"])
        #expect(kept(export) == [1, 2] && !export.monthFirstOnly && export.accounting.badDate == 2)
        #expect(CivilDate(dayNumber: SchoolTime.day(export.rows.rows[0].time)).description == "2025-04-03")
    }

    /// No cell of a column that can only be month-first is read as day-first, and none is guessed to be month-first.
    @Test func aColumnThatIsOnlyMonthFirstIsAskedAbout() throws {
        let cells = ["03/04/2025", "04/13/2025", "05/05/2025", "2025-10-01T09:00:00", "1 May 2025", "4/14/25 09:00"]
        let export = try times(cells)
        #expect(export.monthFirstOnly && kept(export) == [3, 4, 5])
        #expect(export.problemTexts.map { $0.prefix(12) } == ["1@2 bad_date", "2@3 bad_date", "6@7 bad_date"])
        let months = try times(cells, ReadingOptions(dateOrder: .monthFirst))
        #expect(kept(months) == Array(1...6) && !months.monthFirstOnly)
        #expect(CivilDate(dayNumber: SchoolTime.day(months.rows.rows[0].time)).description == "2025-03-04")
        let days = try times(cells, ReadingOptions(dateOrder: .dayFirst))
        #expect(kept(days) == [1, 3, 4, 5] && !days.monthFirstOnly)
    }

    @Test func aColumnThatCouldBeBothIsDayFirst() throws {
        let export = try times(["03/04/2025", "05/06/2025", "31/31/2025", "4/4/2025"])
        #expect(!export.monthFirstOnly && kept(export) == [1, 2, 4])
    }

    /// More notations than are remembered at once.
    @Test func manyDifferentCells() throws {
        let cells = (0..<70_000).map { "2025-10-06T09:00:00.\(String($0 + 1_000_000).dropFirst())" }
        let export = try times(cells + [cells[0]])
        #expect(Set(export.rows.rows.map(\.time)).count == 70_000)
        #expect(export.rows.rows.last?.time == export.rows.rows.first?.time)
    }
}
