import Jobs
import Kernel
import Persistence
import Speech

/// Makes what a browser can play and seek of a recording that it could not, and learns its length by the way.
struct PrepareMedia: JobHandler {
    static let kind = "recording.prepare"

    let store: ScribeStore

    func run(_ job: RunningJob) async throws {
        guard let recording = try await store.database.read({ try Recording.find(job.job.subject, $0) }),
            recording.deletedAt == nil, recording.playableSha256 == nil
        else { return }
        let form = MediaForm(
            container: recording.container, codec: recording.codec, hasVideo: recording.hasVideo)
        guard let arguments = form.arguments else { return }
        let made = try await MediaWork.convert(
            try store.media.url(recording.sha256), arguments, into: store.media)
        let audio = try await AudioProbe.probe(try store.media.url(made.stored.sha256))
        try await job.checkpoint("made", progress: 1) { tx in
            try tx.execute(
                """
                UPDATE scribe_recording SET playable_sha256 = \(made.stored.sha256), playable_bytes = \(made.stored.bytes),
                    playable_mime = \(form.mime), duration = COALESCE(duration, \(audio.duration)),
                    change = \(try tx.nextChange())
                WHERE id = \(recording.id)
                """)
        }
        try await store.media.discard(made.id)
        try await store.removeUnreferenced([made.stored.sha256])
    }
}
