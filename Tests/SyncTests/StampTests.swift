import Foundation
import Kernel
import Sync
import Testing

struct StampTests {
    struct Cases: Decodable {
        struct Parts: Decodable {
            let text: String
            let milliseconds: Int64
            let counter: UInt16
            let device: String
        }

        struct Next: Decodable {
            let stamp: Stamp
            let device: String
            let next: String
        }

        let texts: [Parts]
        let refused: [String]
        let ascending: [String]
        let next: [Next]
    }

    let cases: Cases

    init() throws {
        cases = try Vectors.load("sync/stamps.json")
    }

    @Test func isTextOfFixedWidth() throws {
        for parts in cases.texts {
            let stamp = try #require(Stamp(parts.text))
            #expect(stamp.text == parts.text)
            #expect(stamp == Stamp(milliseconds: parts.milliseconds, counter: parts.counter, device: parts.device))
        }
        for text in cases.refused { #expect(Stamp(text) == nil, "\(text)") }
    }

    @Test func theOrderOfTextsIsTheOrderOfStamps() throws {
        let stamps = try cases.ascending.map { try #require(Stamp($0)) }
        for (one, stamp) in stamps.enumerated() {
            for (other, another) in stamps.enumerated() {
                #expect((stamp < another) == (one < other))
                #expect((stamp.text < another.text) == (one < other))
            }
        }
    }

    @Test func theNextStampIsJustAfter() {
        for next in cases.next {
            #expect(next.stamp.next(on: next.device).text == next.next)
            #expect(next.stamp < next.stamp.next(on: next.device))
        }
    }

    @Test func isTextAsJSON() throws {
        let stamp = try #require(Stamp(cases.ascending[0]))
        #expect(try JSONDecoder().decode([Stamp].self, from: JSONEncoder().encode([stamp])) == [stamp])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Stamp].self, from: Data(#"["now"]"#.utf8)) }
    }

    struct ClockCase: Decodable, CustomTestStringConvertible {
        struct Step: Decodable {
            let observe: Stamp?
            let now: Int64
            let stamp: String
        }

        let name: String
        let device: String
        let last: Stamp?
        let steps: [Step]
        var testDescription: String { name }
    }

    @Test(arguments: try Vectors.load("sync/clock.json", as: [ClockCase].self)) func stampsRise(_ expected: ClockCase) {
        var clock = HybridClock(device: expected.device, last: expected.last)
        var before = clock.last
        for step in expected.steps {
            let now = Instant(milliseconds: step.now)
            let stamp = step.observe.map { clock.observe($0, now: now) } ?? clock.tick(now: now)
            #expect(stamp.text == step.stamp)
            #expect(stamp > before)
            before = stamp
        }
    }
}
