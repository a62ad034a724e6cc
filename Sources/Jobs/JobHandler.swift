import Kernel
package import Persistence

/// How one kind of job is done. A job runs at least once: after a crash it begins again with what it kept at its last
/// checkpoint, so whatever it does between two checkpoints must be harmless to do twice.
package protocol JobHandler: Sendable {
    /// Unique and for ever, as `scribe.transcribe`.
    static var kind: String { get }
    var lane: JobLane { get }
    /// Pauses before the next tries after an error that may pass; their number is the number of tries after the first.
    var pauses: [Duration] { get }
    /// Returns when the work is done. An error that may pass (`JobRetry`) is tried again, any other ends the job as
    /// failed with the code and sentence of the `Failure`. Ends soon with any error when its task is cancelled.
    func run(_ job: RunningJob) async throws
    /// Called in the transaction that ends a job as failed, after the last try or because it kills its workers, for rows
    /// that tell how the work stands.
    func failed(_ job: Job, in tx: any Transaction) throws
}

extension JobHandler {
    package var lane: JobLane { .ordinary }
    package var pauses: [Duration] { [.seconds(5), .seconds(30), .seconds(120)] }
    package func failed(_ job: Job, in tx: any Transaction) throws {}
}

/// Which errors may pass by themselves.
enum JobRetry {
    /// What refused the input will refuse it again; a busy database, a network or an error nobody has named may recover.
    static func mayPass(_ error: any Error) -> Bool {
        guard let failure = error as? any Failure else { return true }
        return switch failure.kind {
        case .unavailable, .rateLimited, .locked, .insufficientStorage: true
        default: false
        }
    }
}
