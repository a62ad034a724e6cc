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
    private let heartbeat: Duration

    package init(heartbeat: Duration = .seconds(15)) { self.heartbeat = heartbeat }

    package func close() {
        let endings = state.withLock { state in
            state.isClosed = true
            return Array(state.endings.values)
        }
        for end in endings { end() }
    }

    /// One stream as text: its events, and a comment every 15 s so that proxies keep the connection and a dead one is
    /// noticed. At every such beat the listener is looked at again; a stream ends with the sign-in that opened it. When
    /// the text ends, for whatever reason, the source is told.
    struct Lines: Sendable {
        let text: AsyncStream<String>
        let end: @Sendable () -> Void
    }

    func lines(
        of events: AsyncStream<ServerEvent>, while mayListen: @escaping @Sendable () async -> Bool = { true }
    ) -> Lines {
        // a reader that is 256 events behind loses the oldest; every event only says "look again"
        let (text, feed) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(256))
        let pump = Task {
            for await event in events { feed.yield(event.text) }
            feed.finish()
        }
        let heartbeat = Task { [interval = heartbeat] in
            try await Task.sleep(for: interval)
            while await mayListen() {
                feed.yield(": \n\n")
                try await Task.sleep(for: interval)
            }
            feed.finish()
        }
        let id = nextID()
        feed.onTermination = { _ in
            pump.cancel()
            heartbeat.cancel()
            self.state.withLock { _ = $0.endings.removeValue(forKey: id) }
        }
        let isOpen = state.withLock { state in
            guard !state.isClosed else { return false }
            state.endings[id] = { feed.finish() }
            return true
        }
        if !isOpen { feed.finish() }
        return Lines(text: text) { feed.finish() }
    }

    func body(
        of events: AsyncStream<ServerEvent>, for request: Request, while mayListen: @escaping @Sendable () async -> Bool
    ) -> ResponseBody {
        let lines = lines(of: events, while: mayListen)
        return ResponseBody { writer in
            try await request.body.consumeWithInboundCloseHandler { _ in
                for await text in lines.text { try await writer.write(ByteBuffer(string: text)) }
            } onInboundClosed: {
                lines.end()
            }
            try await writer.finish(nil)
        }
    }

    private func nextID() -> Int {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }
}
