import Hummingbird
import NIOCore

/// A request body that is read at most once from the network. The idempotency check needs its bytes before the handler
/// does, so they are kept.
actor ReceivedBody {
    private let source: RequestBody
    private let announced: Int?
    private var received: [UInt8]?

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
}
