import Persistence
import Web

extension RegisterStore {
    /// `hello` at once, then `change` with the newest change number whenever something was committed, also by another
    /// server. A slow listener hears only the newest.
    func changeEvents() -> AsyncStream<ServerEvent> {
        let (events, continuation) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(4))
        let changes = database.changes()
        let forwarding = Task {
            continuation.yield(ServerEvent(name: "hello", data: "{}"))
            for await change in changes {
                continuation.yield(ServerEvent(id: String(change), name: "change", data: "{\"change\":\(change)}"))
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in forwarding.cancel() }
        return events
    }
}
