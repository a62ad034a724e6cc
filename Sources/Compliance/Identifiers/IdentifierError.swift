package import Kernel

/// Why a note has no masked text. Whoever gets one stores, shows and sends nothing of that note.
package enum IdentifierError: Failure, Equatable {
    /// A detector gave up or answered what cannot be: spans outside of the text or over each other.
    case detectorFailed

    package var code: String { "deid_error" }
    package var kind: FailureKind { .invalid }
    package var sentence: String {
        "The identifiers of this note could not be found with certainty, so nothing of it was kept."
    }
}
