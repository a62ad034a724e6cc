import Jobs
import Kernel
import Persistence
import Web

extension ScribeStore {
    /// `progress` now and whenever something of a recording changes, and `done` when nothing goes on with it any more. Ends
    /// also when the recording goes out of the caller's reach.
    func progress(of recording: String, for caller: Principal) -> AsyncStream<ServerEvent> {
        let (events, feed) = AsyncStream.makeStream(of: ServerEvent.self, bufferingPolicy: .bufferingNewest(4))
        let changes = database.changes()
        let telling = Task {
            var last = ""
            var isOver = await tell(recording, caller, &last, feed)
            if !isOver {
                for await _ in changes {
                    isOver = await tell(recording, caller, &last, feed)
                    if isOver { break }
                    // a job writes several times a second; a person reads slower
                    try? await Task.sleep(for: .milliseconds(250))
                }
            }
            feed.finish()
        }
        feed.onTermination = { _ in telling.cancel() }
        return events
    }

    /// - Returns: whether nothing more will come
    private func tell(
        _ id: String, _ caller: Principal, _ last: inout String, _ feed: AsyncStream<ServerEvent>.Continuation
    ) async -> Bool {
        guard !Task.isCancelled, let recording = try? await recording(id, for: caller).recording,
            let card = try? await cards(of: [recording]).first
        else { return true }
        var json = JSONWriter()
        json.object { json in
            json.member("state", card.state.rawValue)
            json.member("done", seconds: recording.done)
            json.member("duration", seconds: recording.duration)
            json.member("remaining", seconds: card.remaining)
            json.member("place", card.place)
            json.member("segments", recording.segments)
            json.member("message", card.message)
        }
        if json.text != last {
            last = json.text
            feed.yield(ServerEvent(name: "progress", data: json.text))
        }
        guard [.ready, .failed, .cancelled].contains(card.state) else { return false }
        feed.yield(ServerEvent(name: "done", data: json.text))
        return true
    }

    /// Jobs of a session and of its recordings and attachments; the newest first.
    func jobs(of session: SessionInfo) async throws -> [Job] {
        let recordings = try await recordings(of: session).map(\.recording.id)
        let attachments = try await attachments(of: session).map(\.attachment.id)
        let found = try await database.read { reader in
            try ([session.id] + recordings + attachments).flatMap { try JobStore.jobs(subject: $0, reader) }
        }
        return found.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
    }

    /// A job that the caller asked for, or of something that the caller sees; and whether it is theirs to end.
    /// - Throws: `ScribeError.unknownJob`
    func job(_ id: String, for caller: Principal) async throws -> (job: Job, mayCancel: Bool) {
        let job: Job
        do { job = try await jobs.job(id) } catch JobError.unknownJob { throw ScribeError.unknownJob }
        if job.owner == caller.userID { return (job, true) }
        do {
            return (job, try await recording(job.subject, for: caller).session.mayEdit)
        } catch ScribeError.unknownRecording {
            do {
                return (job, try await visibleSession(job.subject, for: caller).mayEdit)
            } catch ScribeError.unknownSession {
                throw ScribeError.unknownJob
            }
        }
    }
}
