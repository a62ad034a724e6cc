import Hummingbird
import NIOCore

/// A request body that is read at most once from the network. The idempotency check needs its bytes before the handler
/// does, so they are kept.
actor ReceivedBody {
    private let source: RequestBody
    private let announced: Int?
    private var received: [UInt8]?

    /// Set once the body went by in parts, as it cannot be had a second time.
    private var hasPassed = false

    /// A body that keeps coming but slower than this is given up: 30 s, and another second for each 64 KiB. One that
    /// stops coming is given up by the connection's idle time.
    private let patience: Duration
    private static let leastBytesEachSecond = 64 << 10

    init(_ source: RequestBody, announced: Int?, patience: Duration = .seconds(30)) {
        self.source = source
        self.announced = announced
        self.patience = patience
    }

    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let received {
            guard received.count <= limit else { throw WebError.tooLarge(limit: limit) }
            return received
        }
        if let announced, announced > limit { throw WebError.tooLarge(limit: limit) }
        let start = ContinuousClock.now
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(announced ?? 0, limit))
        for try await buffer in source {
            guard bytes.count + buffer.readableBytes <= limit else { throw WebError.tooLarge(limit: limit) }
            bytes.append(contentsOf: buffer.readableBytesView)
            let allowed = patience + .seconds(bytes.count / Self.leastBytesEachSecond)
            if ContinuousClock.now - start > allowed { throw WebError.requestTimeout }
        }
        received = bytes
        return bytes
    }

    /// Hands the body on as it comes, in parts of at least `size` bytes but for the last one. While a part is worked on no
    /// more is read, so memory is bounded by the part.
    func parts(
        of size: Int, upTo limit: Int, _ work: @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        if let received {
            guard received.count <= limit else { throw WebError.tooLarge(limit: limit) }
            return try await work(received)
        }
        guard !hasPassed else { throw WebError.malformedRequest }
        hasPassed = true
        if let announced, announced > limit { throw WebError.tooLarge(limit: limit) }
        var start = ContinuousClock.now
        var total = 0
        var part: [UInt8] = []
        part.reserveCapacity(size + (64 << 10))
        for try await buffer in source {
            total += buffer.readableBytes
            guard total <= limit else { throw WebError.tooLarge(limit: limit) }
            part.append(contentsOf: buffer.readableBytesView)
            if ContinuousClock.now - start > patience + .seconds(part.count / Self.leastBytesEachSecond) {
                throw WebError.requestTimeout
            }
            guard part.count >= size else { continue }
            try await work(part)
            part.removeAll(keepingCapacity: true)
            // the time of the work is not the sender's fault
            start = .now
        }
        if !part.isEmpty { try await work(part) }
    }
}
