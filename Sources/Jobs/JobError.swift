package import Kernel

package enum JobError: Failure, Equatable {
    case unknownJob

    package var code: String { "not_found" }
    package var kind: FailureKind { .notFound }
    package var sentence: String { "There is no such job." }
}

/// Why a job failed, where its own error does not say it.
enum JobFailure {
    /// The process died again and again without a finished piece in between.
    static let crashedRepeatedly = "crashed_repeatedly"
    static let internalError = "internal_error"
}
