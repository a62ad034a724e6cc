import Synchronization

/// The values used last, at most so many and so large together.
final class RecentValues<Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let size: Int
        var used: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var size = 0
        var turn: UInt64 = 0
    }

    private let limit: Int
    private let sizeLimit: Int
    private let state = Mutex(State())

    init(limit: Int, sizeLimit: Int) {
        self.limit = limit
        self.sizeLimit = sizeLimit
    }

    var count: Int { state.withLock { $0.entries.count } }

    func value(_ key: String) -> Value? {
        state.withLock { state in
            state.turn += 1
            state.entries[key]?.used = state.turn
            return state.entries[key]?.value
        }
    }

    /// - Parameter size: about how many bytes it takes
    func keep(_ value: Value, size: Int, as key: String) {
        state.withLock { state in
            state.turn += 1
            if let old = state.entries[key] { state.size -= old.size }
            state.entries[key] = Entry(value: value, size: size, used: state.turn)
            state.size += size
            if state.entries.count > limit || state.size > sizeLimit { Self.drop(&state, limit, sizeLimit) }
        }
    }

    /// Drops the eighth that was used longest ago at once, so that the order need not be kept up with every use.
    private static func drop(_ state: inout State, _ limit: Int, _ sizeLimit: Int) {
        let oldestFirst = state.entries.sorted { $0.value.used < $1.value.used }
        for (key, entry) in oldestFirst {
            guard state.entries.count > 1,
                state.entries.count > limit - limit / 8 || state.size > sizeLimit - sizeLimit / 8
            else { return }
            state.entries[key] = nil
            state.size -= entry.size
        }
    }
}
