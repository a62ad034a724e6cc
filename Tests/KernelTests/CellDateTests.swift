import Foundation
import Kernel
import Testing

struct CellDateTests {
    struct Cases: Decodable {
        struct Reading: Decodable {
            let text: String
            let day: String
            let nanoseconds: Int64?
        }

        let zone: String
        let read: [Reading]
        let refused: [String]
        let monthFirst: [Reading]
    }

    let cases: Cases
    let zone: TimeZone

    init() throws {
        cases = try Vectors.load("dates/cells.json")
        zone = try #require(TimeZone(identifier: cases.zone))
    }

    @Test func readsWhatPeopleWrite() throws {
        for (readings, order) in [(cases.read, CellDate.Order.dayFirst), (cases.monthFirst, .monthFirst)] {
            for reading in readings {
                let date = CellDate.parse(reading.text, in: zone, order: order)
                #expect(date?.day.description == reading.day, "\(reading.text)")
                #expect(date?.nanoseconds == reading.nanoseconds, "\(reading.text)")
            }
        }
    }

    @Test func refusesWhatWouldBeAGuess() {
        for text in cases.refused { #expect(CellDate.parse(text, in: zone) == nil, "\(text)") }
    }

    /// The dashboard's export in every notation it was ever seen in, with the times that must come out.
    @Test func readsTheDashboardsExport() throws {
        struct Expected: Decodable {
            struct Case: Decodable {
                struct Expect: Decodable { let parsed: [String: String]? }
                let expect: Expect
            }
            let cases: [String: Case]
        }
        let expected: Expected = try Vectors.load("attendance/expected.json")
        let parsed = try #require(expected.cases["dates"]?.expect.parsed)
        let table = try CSVReader().read(Vectors.bytes("attendance/dates.csv"))
        let column = try #require(table.column("startDateTime"))
        #expect(table.rows.count == 32)
        for row in table.rows {
            let text = CellDate.parse(row.cells[column], in: zone).map { date -> String in
                let milliseconds = (date.nanoseconds ?? 0) / 1_000_000
                let inDay = Instant(milliseconds: milliseconds).rfc3339.dropFirst(10).dropLast()
                return date.day.description + inDay
            }
            #expect(text == parsed[row.cells[0]], "\(row.cells[0])")
        }
    }
}
