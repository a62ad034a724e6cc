import Kernel
import Testing

struct CSVWriterTests {
    struct Case: Decodable {
        let cells: [JSONValue]
        let line: String
    }

    @Test func writesLinesThatASpreadsheetTakesForText() throws {
        for expected in try Vectors.load("csv/writer.json", as: [Case].self) {
            var writer = CSVWriter(header: [])
            let before = writer.bytes.count
            writer.append(expected.cells.map(Self.cell))
            #expect(String(decoding: writer.bytes[before...], as: UTF8.self) == expected.line + "\r\n")
        }
    }

    @Test func beginsWithAMarkAndTheHeader() {
        let writer = CSVWriter(header: ["number", "=name"])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("number,'=name\r\n".utf8))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let rows = [["Zoë", "a,b", "say \"hi\""], ["", "x;y", "日本 🚌"], ["O'Neil", "\"", ",,,"]]
        for delimiter: Character in [",", ";", "\t"] {
            var writer = CSVWriter(header: ["one", "two", "three"], delimiter: delimiter)
            for row in rows { writer.append(row.map { .text($0) }) }
            #expect(try CSVReader().read(writer.bytes).rows.map(\.cells) == rows)
        }
    }

    private static func cell(_ value: JSONValue) -> CSVWriter.Cell {
        switch value {
        case .string(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        default: .empty
        }
    }
}
