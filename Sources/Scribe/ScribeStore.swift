package import Foundation
package import Jobs
package import Kernel
package import Language
package import Persistence
package import Speech
import Web

/// What is kept of recorded sessions. Files are in `media` under their SHA-256, everything else is rows; long work is jobs.
/// Every write is one transaction. Extensions in the sub-folders hold what each of them promises.
package final class ScribeStore: Sendable {
    package let database: Database
    package let clock: WallClock
    package let media: MediaStore
    package let jobs: JobStore
    package let sessions: any SessionDirectory
    package let transcriber: Transcriber
    /// Models of speech that are installed.
    package let models: ModelCatalogue
    /// Which language model answers questions.
    package let language: LanguageSettings

    package init(
        database: Database, clock: WallClock = .system, media: MediaStore, jobs: JobStore,
        sessions: any SessionDirectory, transcriber: Transcriber, models: ModelCatalogue,
        language: LanguageSettings = .builtIn
    ) {
        self.database = database
        self.clock = clock
        self.media = media
        self.jobs = jobs
        self.sessions = sessions
        self.transcriber = transcriber
        self.models = models
        self.language = language
    }
}

/// The recogniser as Scribe needs it.
package struct Transcriber: Sendable {
    package typealias Window = @Sendable (TranscriptWindow) async throws -> Void

    /// File, model, language (both nil: decided by the recogniser), the second to go on from, and what is done with each
    /// finished window.
    package let transcribe:
        @Sendable (URL, String?, String?, Double, @escaping Window) async throws -> TranscriptSummary

    package init(
        _ transcribe:
            @escaping @Sendable (URL, String?, String?, Double, @escaping Window) async throws ->
            TranscriptSummary
    ) {
        self.transcribe = transcribe
    }

    package init(_ recognisers: Recognisers) {
        self.init { file, model, language, start, window in
            try await recognisers.transcribe(file, model: model, language: language, from: start, window: window)
        }
    }
}
