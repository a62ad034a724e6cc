package import Jobs
import Persistence
package import Web

extension ScribeStore {
    /// What jobs are about, by their ids: `The heart, 2026-11-21: lecture.wav`, for work on a whole session its title and
    /// day. Nothing of what the caller does not see.
    package func subjects(of jobs: [Job], for caller: Principal) async throws -> [String: String] {
        // notes and cards are made for a session and a person
        let subjects = jobs.map { job in (id: job.id, subject: job.subject.prefix { $0 != "/" }.description) }
        guard !subjects.isEmpty else { return [:] }
        let ids = Set(subjects.map(\.subject)).sorted()
        let (recordings, attachments) = try await database.read { reader in
            (
                try reader.fetchAll(
                    Recording.self,
                    "SELECT \(Recording.columns) FROM scribe_recording WHERE deleted_at IS NULL AND id IN \(list: ids)"),
                try reader.fetchAll(
                    Attachment.self,
                    "SELECT \(Attachment.columns) FROM scribe_attachment WHERE deleted_at IS NULL AND id IN \(list: ids)"
                )
            )
        }
        var query = SessionQuery()
        query.among = Array(Set(ids + recordings.map(\.session) + attachments.map(\.session)))
        let reach = try await sessions.reach(for: caller)
        var names: [String: String] = [:]
        for (session, _) in try await visibleSessions(query, for: caller) {
            let title = "\(session.title), \(session.date)"
            names[session.id] = title
            for one in recordings where one.session == session.id && reach.sees(session.id, isShared: one.shared) {
                names[one.id] = "\(title): \(one.name)"
            }
            for one in attachments where one.session == session.id && reach.sees(session.id, isShared: one.shared) {
                names[one.id] = "\(title): \(one.name)"
            }
        }
        return Dictionary(
            uniqueKeysWithValues: subjects.compactMap { job in names[job.subject].map { (job.id, $0) } })
    }
}
