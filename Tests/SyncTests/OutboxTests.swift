import Sync
import Testing

struct OutboxTests {
    struct Cases: Decodable {
        struct Delay: Decodable {
            let failures: Int
            let random: Double
            let retryAfter: Int
            let delay: Int
        }

        struct Batches: Decodable {
            let sizes: [Int]
            let count: Int
            let bytes: Int
            let ranges: [[Int]]
        }

        let delays: [Delay]
        let batches: [Batches]
        let afterTooLarge: [[Int]]
    }

    let cases: Cases

    init() throws {
        cases = try Vectors.load("sync/outbox.json")
    }

    @Test func waitsLongerAndNeverTooLong() {
        for delay in cases.delays {
            #expect(
                Outbox.delay(failures: delay.failures, random: delay.random, retryAfterSeconds: delay.retryAfter)
                    == delay.delay)
        }
    }

    @Test func cutsTheQueueAndKeepsItsOrder() {
        for batches in cases.batches {
            let ranges = Outbox.batches(sizes: batches.sizes, maximumCount: batches.count, maximumBytes: batches.bytes)
            #expect(ranges.map { [$0.lowerBound, $0.upperBound] } == batches.ranges)
        }
        for pair in cases.afterTooLarge { #expect(Outbox.countAfterTooLarge(pair[0]) == pair[1]) }
    }
}
