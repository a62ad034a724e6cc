import Foundation
import Jobs
import Kernel
import Persistence
import Speech

/// Turns a recording into text, window by window. What a window has brought is stored together with the second to go on
/// from, so a crash loses one window at most and repeats none.
struct TranscribeRecording: JobHandler {
    static let kind = "recording.transcribe"

    let store: ScribeStore

    var lane: JobLane { .speech }
    var pauses: [Duration] { [.seconds(2), .seconds(20)] }

    /// How it was ordered.
    struct Order: Codable, Sendable {
        var model: String?
        var language: String?
    }

    /// How far it is.
    struct Mark: Codable, Sendable {
        var second = 0.0
        /// Of the next segment.
        var position = 0
        /// As it was found, so that what goes on after a crash does not guess again.
        var language: String?
        var isFinished = false
    }

    func run(_ job: RunningJob) async throws {
        guard let recording = try await store.database.read({ try Recording.find(job.job.subject, $0) }),
            recording.deletedAt == nil
        else { return }
        let mark = try job.job.checkpoint.map { try JSONDecoder().decode(Mark.self, from: Data($0.utf8)) } ?? Mark()
        guard !mark.isFinished else { return }
        do {
            let order = try JSONDecoder().decode(Order.self, from: Data(job.job.payload.utf8))
            try await begin(recording, at: mark, job)
            let progress = TranscriptProgress(mark)
            let model = try await store.model(order.model)
            let summary = try await store.transcriber.transcribe(
                try store.media.url(recording.sha256), model, order.language ?? mark.language, mark.second
            ) { window in
                try await progress.add(window) { mark, segments in
                    try await store(segments, at: mark, window.language, recording, job)
                }
            }
            try await finish(recording, summary, at: await progress.mark, job)
        } catch let error as CancellationError {
            throw error
        } catch {
            // a server that stops cancels the work, whatever the error looks like
            try Task.checkCancellation()
            throw TranscriptionFailure(error)
        }
    }

    /// Whatever ended the job, the recording says so. What there is of a first transcript stays.
    func failed(_ job: Job, in tx: any Transaction) throws {
        try tx.execute(
            """
            UPDATE scribe_recording SET state = \(RecordingState.failed), error_code = \(job.errorCode),
                message = \(job.message), change = \(try tx.nextChange())
            WHERE id = \(job.subject) AND job_id = \(job.id)
            """)
    }

    /// What another attempt has left half done goes, unless it is this one's.
    private func begin(_ recording: Recording, at mark: Mark, _ job: RunningJob) async throws {
        let (id, now) = (job.job.id, store.clock.now())
        try await job.write { tx in
            if let stale = recording.pending, stale != id {
                try TranscriptRows.remove(stale, of: recording.id, tx)
            }
            try tx.execute(
                """
                UPDATE scribe_recording SET state = \(RecordingState.transcribing), pending = \(id), job_id = \(id),
                    done = \(mark.second), began_at = \(now), began_done = \(mark.second), error_code = NULL,
                    message = NULL, change = \(try tx.nextChange())
                WHERE id = \(recording.id)
                """)
            if recording.transcript == nil {
                try tx.execute("UPDATE scribe_recording SET segments = \(mark.position) WHERE id = \(recording.id)")
            }
        }
    }

    private func store(
        _ segments: [TranscriptSegment], at mark: Mark, _ language: String?, _ recording: Recording, _ job: RunningJob
    ) async throws {
        let progress = recording.duration.map { $0 > 0 ? mark.second / $0 : 1 } ?? 0
        try await job.checkpoint(try mark.text(), progress: progress) { tx in
            let first = mark.position - segments.count
            let rows = try TranscriptRows.insert(
                segments, from: first, transcript: job.job.id, of: recording.id, tx)
            try tx.execute(
                """
                UPDATE scribe_recording SET done = \(mark.second), change = \(try tx.nextChange())
                WHERE id = \(recording.id)
                """)
            // until there is a finished transcript this one is shown while it grows
            guard recording.transcript == nil else { return }
            try tx.execute(
                """
                UPDATE scribe_recording SET segments = \(mark.position), language = COALESCE(\(language), language)
                WHERE id = \(recording.id)
                """)
            try TranscriptRows.index(rows, session: recording.session, tx)
        }
    }

    /// Now, and not before, it takes the place of the one that was shown.
    private func finish(
        _ recording: Recording, _ summary: TranscriptSummary, at mark: Mark, _ job: RunningJob
    ) async throws {
        let id = job.job.id
        var last = mark
        last.isFinished = true
        try await job.checkpoint(try last.text(), progress: 1) { tx in
            if let old = recording.transcript {
                try TranscriptRows.remove(old, of: recording.id, tx)
                let rows = try Segment.all(of: id, recording: recording.id, tx)
                try TranscriptRows.index(rows.map { ($0.id, $0.text) }, session: recording.session, tx)
            }
            try tx.execute(
                """
                UPDATE scribe_recording SET transcript = \(id), pending = NULL, state = \(RecordingState.ready),
                    duration = COALESCE(duration, \(summary.duration)), done = COALESCE(duration, \(summary.duration)),
                    language = \(summary.language ?? mark.language), model = \(summary.model),
                    segments = \(mark.position),
                    error_code = NULL, message = NULL, change = \(try tx.nextChange())
                WHERE id = \(recording.id)
                """)
        }
    }
}

extension TranscribeRecording.Mark {
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// Counts segments from window to window.
private actor TranscriptProgress {
    private(set) var mark: TranscribeRecording.Mark

    init(_ mark: TranscribeRecording.Mark) { self.mark = mark }

    func add(
        _ window: TranscriptWindow,
        store: @Sendable (TranscribeRecording.Mark, [TranscriptSegment]) async throws -> Void
    ) async throws {
        var next = mark
        next.second = max(mark.second, window.end)
        next.position += window.segments.count
        next.language = window.language ?? mark.language
        try await store(next, window.segments)
        mark = next
    }
}

/// Why a transcription ended, for the recording and the job. What a person must put right first is not tried again.
struct TranscriptionFailure: Failure {
    let code: String
    let kind: FailureKind
    let sentence: String

    init(_ error: any Error) {
        let failure = error as? any Failure
        code = failure?.code ?? "internal_error"
        sentence = failure?.sentence ?? "Rounds made a mistake. It has been logged."
        switch error {
        case is ModelError, is SpeechError: kind = .invalid
        default: kind = failure?.kind ?? .unavailable(retryAfter: 5)
        }
    }
}
