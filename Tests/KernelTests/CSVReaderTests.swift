import Kernel
import Testing

struct CSVReaderTests {
    struct Case: Decodable, CustomTestStringConvertible {
        struct Row: Decodable, Equatable {
            let line: Int
            let cells: [String]
        }

        struct Malformed: Decodable, Equatable {
            let line: Int
            let reason: String
        }

        let name: String
        let text: String?
        let hex: String?
        let error: String?
        let encoding: String?
        let delimiter: String?
        let header: [String]?
        let rows: [Row]?
        let malformed: [Malformed]?

        var testDescription: String { name }
        var bytes: [UInt8] { text.map { Array($0.utf8) } ?? hex.flatMap(Hex.bytes) ?? [] }
    }

    @Test(arguments: try Vectors.load("csv/reader.json", as: [Case].self)) func reads(_ expected: Case) {
        do {
            let table = try CSVReader().read(expected.bytes)
            #expect(expected.error == nil)
            #expect(table.encoding.rawValue == expected.encoding)
            #expect(String(table.delimiter) == expected.delimiter)
            #expect(table.header == expected.header)
            #expect(table.rows.map { Case.Row(line: $0.line, cells: $0.cells) } == expected.rows)
            #expect(
                table.malformed.map { Case.Malformed(line: $0.line, reason: $0.reason.rawValue) } == expected.malformed)
        } catch {
            #expect(error.code == expected.error)
        }
    }

    /// Rows and malformed rows of the dashboard's exports, counted by somebody else.
    @Test(arguments: [
        ("core_501.csv", 397, 0, "utf-8", ","), ("core_101.csv", 360, 0, "utf-8", ","),
        ("bools.csv", 36, 0, "utf-8", ","),
        ("ids.csv", 10, 0, "utf-8", ","), ("dates.csv", 32, 0, "utf-8", ","), ("dups.csv", 15, 0, "utf-8", ","),
        ("placements.csv", 41, 0, "utf-8", ","), ("names.csv", 20, 0, "utf-8", ","), ("shape.csv", 9, 1, "utf-8", ","),
        ("semicolon.csv", 2, 0, "utf-8", ";"), ("enc_cp1252.csv", 2, 0, "windows-1252", ","),
        ("header_only.csv", 0, 0, "utf-8", ","),
    ]) func accountsForEveryRow(file: String, rows: Int, malformed: Int, encoding: String, delimiter: String) throws {
        let table = try CSVReader().read(Vectors.bytes("attendance/\(file)"))
        #expect(table.rows.count + table.malformed.count == rows)
        #expect(table.malformed.count == malformed)
        #expect(table.encoding.rawValue == encoding)
        #expect(String(table.delimiter) == delimiter)
    }

    @Test func findsColumnsInAnyCase() throws {
        let table = try CSVReader().read(Vectors.bytes("attendance/shape.csv"))
        #expect(table.column("studentId") == 0)
        #expect(table.column("registerType") == 6)
        #expect(table.column("module") == nil)
    }

    @Test func aWorkbookIsNoCSV() throws {
        let bytes = try Vectors.bytes("attendance/notes.xlsx")
        #expect(throws: CSVError.unreadable) { try CSVReader().read(bytes) }
    }

    @Test func aFileOverTheLimitIsNotRead() {
        #expect(throws: CSVError.tooLarge(limit: 4)) { try CSVReader(limit: 4).read(Array("a,b\n1".utf8)) }
    }

    @Test func everySingleByteAndPairIsReadOrRefused() {
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max { _ = try? CSVReader().read([0x61, 0x2C, first, second, 0x0A, 0x22]) }
        }
    }
}
