import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Web

@Suite struct ReceivedBodyTests {
    private func source(_ chunks: [Int], pause: Duration = .zero) -> RequestBody {
        RequestBody(
            asyncSequence: AsyncStream { feed in
                let sender = Task {
                    for chunk in chunks {
                        feed.yield(ByteBuffer(repeating: 0x61, count: chunk))
                        try await Task.sleep(for: pause)
                    }
                    feed.finish()
                }
                feed.onTermination = { _ in sender.cancel() }
            })
    }

    /// With patience for a machine on which other tests hold the threads.
    private func patient(_ source: RequestBody, announced: Int?) -> ReceivedBody {
        ReceivedBody(source, announced: announced, patience: .seconds(3_600))
    }

    @Test func aBodyIsCountedWhileItArrives() async throws {
        #expect(try await patient(source([3, 4]), announced: nil).bytes(upTo: 7).count == 7)
        await #expect(throws: WebError.tooLarge(limit: 6)) {
            try await patient(source([3, 4]), announced: nil).bytes(upTo: 6)
        }
    }

    @Test func anAnnouncedSizeIsRefusedBeforeAnythingIsRead() async throws {
        await #expect(throws: WebError.tooLarge(limit: 6)) {
            try await patient(source([], pause: .seconds(60)), announced: 7).bytes(upTo: 6)
        }
    }

    @Test func whatWasReadIsKeptForTheHandler() async throws {
        let body = patient(source([5]), announced: 5)
        #expect(try await body.bytes(upTo: 10) == body.bytes(upTo: 10))
        await #expect(throws: WebError.tooLarge(limit: 4)) { try await body.bytes(upTo: 4) }
    }

    @Test func aLargeBodyIsHandedOnInPartsAndOnce() async throws {
        let sizes = Mutex<[Int]>([])
        let body = patient(source([3, 4, 2, 2]), announced: 11)
        try await body.parts(of: 5, upTo: 11) { part in sizes.withLock { $0.append(part.count) } }
        #expect(sizes.withLock { $0 } == [7, 4])
        await #expect(throws: WebError.malformedRequest) { try await body.parts(of: 5, upTo: 11) { _ in } }
        await #expect(throws: WebError.tooLarge(limit: 10)) {
            try await patient(source([3, 4, 4]), announced: nil).parts(of: 5, upTo: 10) { _ in }
        }
        await #expect(throws: WebError.tooLarge(limit: 10)) {
            try await patient(source([], pause: .seconds(60)), announced: 11).parts(of: 5, upTo: 10) { _ in }
        }
    }

    @Test func aBodyThatDribblesIsGivenUp() async throws {
        let slow = ReceivedBody(
            source(Array(repeating: 1, count: 1000), pause: .milliseconds(20)), announced: 1000,
            patience: .milliseconds(50))
        await #expect(throws: WebError.requestTimeout) { try await slow.bytes(upTo: 1000) }
    }
}
