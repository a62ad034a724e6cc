package import Jobs
import Kernel
import Persistence
import Speech
package import Web

extension ScribeStore {
    /// Puts a recording into the queue to be transcribed; one that is there already stays as it is.
    @discardableResult
    static func enqueueTranscription(
        _ recording: String, owner: String, model: String? = nil, language: String? = nil, _ jobs: JobStore,
        _ tx: any Transaction
    ) throws -> Job {
        let order = try JSONColumn(TranscribeRecording.Order(model: model, language: language))
        guard case .text(let payload) = order.sqlValue else { throw ScribeError.unknownRecording }
        let job = try jobs.enqueue(
            kind: TranscribeRecording.kind, subject: recording, owner: owner, payload: payload, in: tx)
        try tx.execute(
            """
            UPDATE scribe_recording SET state = \(RecordingState.queued), job_id = \(job.id), error_code = NULL,
                message = NULL, change = \(try tx.nextChange())
            WHERE id = \(recording)
            """)
        return job
    }

    /// - Throws: `ScribeError.mediaGone` when its sound is not kept any more
    package func transcribe(
        _ recording: Recording, model: String?, language: String?, by caller: Principal
    ) async throws -> Job {
        guard !recording.sha256.isEmpty else { throw ScribeError.mediaGone }
        return try await database.write { [jobs] tx in
            try Self.enqueueTranscription(
                recording.id, owner: caller.userID, model: model, language: language, jobs, tx)
        }
    }

    /// Ends a job. A recording goes back to the transcript it had; without one, what there is of the first stays.
    package func cancel(_ job: Job) async throws -> Job {
        guard !job.state.isFinished else { throw ScribeError.jobIsOver }
        let cancelled = try await jobs.cancel(job.id)
        guard job.kind == TranscribeRecording.kind else { return cancelled }
        try await database.write { tx in
            guard let recording = try Recording.find(job.subject, tx), recording.jobID == job.id,
                [.queued, .transcribing, .failed].contains(recording.state)
            else { return }
            if recording.transcript != nil, let pending = recording.pending {
                try TranscriptRows.remove(pending, of: recording.id, tx)
                try tx.execute("UPDATE scribe_recording SET pending = NULL WHERE id = \(recording.id)")
            }
            let state = recording.transcript == nil ? RecordingState.cancelled : .ready
            try tx.execute(
                """
                UPDATE scribe_recording SET state = \(state), change = \(try tx.nextChange())
                WHERE id = \(recording.id)
                """)
        }
        return cancelled
    }

    func hasModel(_ name: String) -> Bool { (try? models.find(name)) != nil }

    /// The model of the order, else the one of the settings, else whichever the installation takes.
    func model(_ ordered: String?) async throws -> String? {
        if let ordered { return ordered }
        return try await settings().model
    }

    package func cards(of recordings: [Recording]) async throws -> [RecordingCard] {
        let now = clock.now()
        return try await database.read { try RecordingCard.of(recordings, now: now, $0) }
    }
}
