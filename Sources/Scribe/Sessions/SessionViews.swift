import Kernel
import Web

extension JSONWriter {
    /// - Parameter counts: whether recordings and attachments are numbers; otherwise the caller lists them
    mutating func members(of card: SessionCard, counts: Bool = true) {
        let session = card.session
        member("id", session.id)
        member("title", session.title)
        member("kind", session.kind)
        member("date", session.date.description)
        member("startTime", session.startTime?.description)
        member("endTime", session.endTime?.description)
        member("module", with: { $0.object { $0.members(of: session.module) } })
        member(
            "group",
            with: { json in
                json.object {
                    $0.member("id", session.group.id)
                    $0.member("name", session.group.name)
                }
            })
        member("state", card.state.rawValue)
        if counts {
            member("recordings", card.recordings)
            member("attachments", card.attachments)
        }
        member("duration", seconds: card.duration)
        member("shared", card.shared)
        member("archived", card.archived)
        member("mayEdit", session.mayEdit)
        member("mayRecord", session.mayEdit)
        member("mayRestore", card.canRestore)
        member("absent", session.absent)
    }

    mutating func members(of module: SessionInfo.Module) {
        member("id", module.id)
        member("code", module.code)
        member("title", module.title)
    }

    mutating func members(of card: RecordingCard) {
        let recording = card.recording
        member("id", recording.id)
        member("session", recording.session)
        member("name", recording.name)
        member("origin", recording.origin.rawValue)
        member("bytes", recording.bytes)
        member("duration", seconds: recording.duration)
        member("codec", recording.codec)
        member("mime", recording.mime)
        member("recordedAt", at: recording.recordedAt.milliseconds)
        member(
            "uploadedBy",
            with: { json in
                json.object {
                    $0.member("id", recording.uploadedBy)
                    $0.member("name", recording.uploadedByName)
                }
            })
        member("state", card.state.rawValue)
        member("errorCode", card.errorCode)
        member("message", card.message)
        member("language", recording.language)
        member("model", recording.model)
        member("segments", recording.segments)
        member("done", seconds: recording.done)
        member("remaining", seconds: card.remaining)
        member("place", card.place)
        member("shared", recording.shared)
        member("job", card.job)
        member("media", "/api/v1/scribe/recordings/\(recording.id)/media")
    }
}
