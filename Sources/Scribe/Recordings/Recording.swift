import Jobs
package import Kernel
package import Persistence

package enum RecordingOrigin: String, Codable, Sendable, CaseIterable, SQLBindable {
    case microphone, upload
}

/// Where a recording stands on its way to text.
package enum RecordingState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case queued, transcribing, ready, failed, cancelled
}

/// A recording as it is stored. Times are seconds.
package struct Recording: Decodable, Sendable {
    package let id: String
    package let session: String
    package let name: String
    package let origin: RecordingOrigin
    /// Of the original, as it was sent.
    package let sha256: String
    package let bytes: Int
    package let duration: Double?
    package let container: String
    package let codec: String
    package let hasVideo: Bool
    package let mime: String
    /// What browsers get instead, where they cannot play or seek the original.
    package let playableSha256: String?
    package let playableBytes: Int?
    package let playableMime: String?
    package let recordedAt: Instant
    package let uploadedBy: String
    package let uploadedByName: String
    package let shared: Bool
    /// As it was written last; `RecordingCard` looks at the job too.
    package let state: RecordingState
    package let errorCode: String?
    package let message: String?
    package let language: String?
    package let model: String?
    package let segments: Int
    /// Seconds that are transcribed.
    package let done: Double
    /// When the work that goes on began, and how far the transcript was then.
    package let beganAt: Instant?
    package let beganDone: Double?
    package let jobID: String?
    /// The transcript that is shown, and one that is being made.
    package let transcript: String?
    package let pending: String?
    package let deletedAt: Instant?

    static let columns: SQL = """
        id, session_id AS session, name, origin, sha256, bytes, duration, container, codec, has_video, mime,
        playable_sha256, playable_bytes, playable_mime, recorded_at, uploaded_by, uploaded_by_name, shared, state,
        error_code, message, language, model, segments, done, began_at, began_done, job_id, transcript, pending, deleted_at
        """

    /// Deleted ones too.
    package static func find(_ id: String, _ reader: any Reader) throws -> Recording? {
        try reader.fetchOne(Recording.self, "SELECT \(columns) FROM scribe_recording WHERE id = \(id)")
    }

    /// Of sessions, in the order in which they were made.
    static func all(of sessions: [String], _ reader: any Reader) throws -> [Recording] {
        try reader.fetchAll(
            Recording.self,
            """
            SELECT \(columns) FROM scribe_recording WHERE session_id IN \(list: sessions) AND deleted_at IS NULL
            ORDER BY recorded_at, created_at, id
            """)
    }

    /// The transcript to show: a finished one, else what there is of the first.
    var shownTranscript: String? { transcript ?? pending }
}

/// A recording with what its job says now.
package struct RecordingCard: Sendable {
    package let recording: Recording
    package let state: RecordingState
    package let errorCode: String?
    package let message: String?
    /// Estimated seconds until the transcript is finished.
    package let remaining: Double?
    /// In the queue, 1 is the next.
    package let place: Int?
    /// Id of the unfinished job.
    package let job: String?

    init(_ recording: Recording, job: Job?, now: Instant) {
        self.recording = recording
        let unfinished = job.flatMap { $0.state.isFinished ? nil : $0 }
        self.job = unfinished?.id
        place = unfinished?.place
        switch (recording.state, job?.state) {
        case (_, .queued?):
            (state, errorCode, message) = (.queued, job?.errorCode, job?.message)
        case (_, .running?): (state, errorCode, message) = (.transcribing, nil, nil)
        case (.ready, _), (.cancelled, _):
            (state, errorCode, message) = (recording.state, recording.errorCode, recording.message)
        case (_, .cancelled?):
            (state, errorCode, message) = (recording.transcript == nil ? .cancelled : .ready, nil, nil)
        case (.failed, _):
            (state, errorCode, message) = (.failed, recording.errorCode, recording.message)
        default:
            // it was under way, and its job ended without a word
            (state, errorCode) = (.failed, job?.errorCode ?? "interrupted")
            message = job?.message ?? "The transcription ended before it was finished. Begin it again."
        }
        remaining = state == .transcribing ? Self.remaining(recording, now) : nil
    }

    /// At the speed since the work began.
    private static func remaining(_ recording: Recording, _ now: Instant) -> Double? {
        guard let duration = recording.duration, let began = recording.beganAt else { return nil }
        let made = recording.done - (recording.beganDone ?? 0)
        let spent = Double(now.milliseconds - began.milliseconds) / 1000
        guard made > 0, spent > 0 else { return nil }
        return max(0, duration - recording.done) * spent / made
    }

    /// With their jobs, where one may go on.
    static func of(_ recordings: [Recording], now: Instant, _ reader: any Reader) throws -> [RecordingCard] {
        try recordings.map { recording in
            let mayGoOn = [.queued, .transcribing, .failed].contains(recording.state)
            let job = mayGoOn ? try Self.job(recording.jobID, reader) : nil
            return RecordingCard(recording, job: job, now: now)
        }
    }

    /// nil when it is swept.
    private static func job(_ id: String?, _ reader: any Reader) throws -> Job? {
        guard let id else { return nil }
        do {
            return try JobStore.job(id, reader)
        } catch JobError.unknownJob {
            return nil
        }
    }
}
