import Hummingbird
import NIOCore
import Synchronization

/// The open event streams. `close()` ends them all, so that a stopping server does not wait for browsers to go.
package final class EventStreams: Sendable {
    private struct State {
        var isClosed = false
        var nextID = 0
        var endings: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func close() {
        let endings = state.withLock { state in
            state.isClosed = true
            return Array(state.endings.values)
        }
        for end in endings { end() }
    }

    /// A body that sends events, and a comment every 15 s so that proxies keep the connection and a dead one is noticed.
    func body(of events: AsyncStream<ServerEvent>, for request: Request) -> ResponseBody {
        ResponseBody { writer in
            // a reader that is 256 events behind loses the oldest; every event only says "look again"
            let (lines, feed) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(256))
            let id = self.register { feed.finish() }
            defer { self.forget(id) }
            let pump = Task {
                for await event in events { feed.yield(event.text) }
                feed.finish()
            }
            let heartbeat = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: .seconds(15))
                    feed.yield(": \n\n")
                }
            }
            defer {
                pump.cancel()
                heartbeat.cancel()
            }
            try await request.body.consumeWithInboundCloseHandler { _ in
                for await line in lines { try await writer.write(ByteBuffer(string: line)) }
            } onInboundClosed: {
                feed.finish()
            }
            try await writer.finish(nil)
        }
    }

    private func register(_ end: @escaping @Sendable () -> Void) -> Int {
        let id: Int? = state.withLock { state in
            guard !state.isClosed else { return nil }
            state.nextID += 1
            state.endings[state.nextID] = end
            return state.nextID
        }
        if id == nil { end() }
        return id ?? 0
    }

    private func forget(_ id: Int) {
        state.withLock { _ = $0.endings.removeValue(forKey: id) }
    }
}
