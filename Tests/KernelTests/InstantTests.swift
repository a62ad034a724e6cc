import Foundation
import Kernel
import Testing

struct InstantTests {
    struct Cases: Decodable {
        struct Reading: Decodable {
            let text: String
            let instant: String
        }

        let read: [Reading]
        let refused: [String]
    }

    @Test func readsAndWritesRFC3339() throws {
        let cases: Cases = try Vectors.load("dates/rfc3339.json")
        for reading in cases.read {
            #expect(Instant(rfc3339: reading.text)?.rfc3339 == reading.instant, "\(reading.text)")
        }
        for text in cases.refused { #expect(Instant(rfc3339: text) == nil, "\(text)") }
    }

    @Test func agreesWithTheSystemCalendarOverCenturies() {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for milliseconds in stride(from: Int64(-2_208_988_800_000), to: 7_258_118_400_000, by: 98_765_432_000) {
            let text = Instant(milliseconds: milliseconds).rfc3339
            #expect(text == Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(style))
            #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
        }
    }

    @Test func isTextAsJSON() throws {
        let bytes = try JSONEncoder().encode([Instant(milliseconds: 0)])
        #expect(String(decoding: bytes, as: UTF8.self) == #"["1970-01-01T00:00:00.000Z"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["today"]"#.utf8)) }
    }

    @Test(arguments: [Int64.min / 2, -62_167_219_200_001, Int64.max / 2]) func farAwayIsNoCrash(milliseconds: Int64) {
        #expect(!Instant(milliseconds: milliseconds).rfc3339.isEmpty)
    }
}
