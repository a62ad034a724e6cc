package import Kernel
import Synchronization

/// A part did not answer in time.
package struct TooLate: Failure {
    package var code: String { "timeout" }
    package var kind: FailureKind { .unavailable(retryAfter: 5) }
    package var sentence: String { "This part of Rounds did not answer in time." }
}

enum Deadline {
    /// Waits for `work` at most so long. Work that cannot be cancelled goes on by itself and its answer is dropped; it
    /// belongs to no request, so it is not on record as one.
    /// - Throws: `TooLate`, and what `work` throws
    static func within<T: Sendable>(
        _ time: Duration, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let once = Once<T>()
        return try await withCheckedThrowingContinuation { continuation in
            once.wait(continuation)
            let working = Task.detached {
                do {
                    once.end(.success(try await work()))
                } catch {
                    once.end(.failure(error))
                }
            }
            Task.detached {
                try? await Task.sleep(for: time)
                if once.end(.failure(TooLate())) { working.cancel() }
            }
        }
    }

    private final class Once<T: Sendable>: Sendable {
        private let waiting = Mutex<CheckedContinuation<T, any Error>?>(nil)

        func wait(_ continuation: CheckedContinuation<T, any Error>) { waiting.withLock { $0 = continuation } }

        /// - Returns: whether this was the first end
        @discardableResult func end(_ result: Result<T, any Error>) -> Bool {
            let continuation = waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
            continuation?.resume(with: result)
            return continuation != nil
        }
    }
}
