import Jobs
import Kernel
import Web

extension Segment {
    /// As the API shows it.
    func json(tags: [Tag], for caller: Principal? = nil) -> JSONValue {
        var writer = JSONWriter()
        writer.object { $0.members(of: self, tags: tags, for: caller) }
        return (try? JSONParser.value(writer.bytes)) ?? .null
    }
}

extension JSONWriter {
    mutating func members(of segment: Segment, tags: [Tag], for caller: Principal?) {
        member("id", segment.id)
        member("position", segment.position)
        member("start", seconds: segment.startSecond)
        member("end", seconds: segment.endSecond)
        member("text", segment.text)
        member("words", raw: segment.isEdited ? "[]" : segment.words)
        member("speaker", segment.speaker)
        member("edited", segment.isEdited)
        member("version", segment.version)
        member(
            "tags",
            objects: { list in
                for tag in tags where tag.marks(segment) {
                    list.object { json in
                        json.member("id", tag.id)
                        json.member("label", tag.label)
                        json.member("mine", tag.byUser == caller?.userID)
                        json.member("byName", tag.byName)
                    }
                }
            })
    }

    mutating func members(of tag: Tag, for caller: Principal) {
        member("id", tag.id)
        member("recording", tag.recordingID)
        member("start", seconds: tag.startSecond)
        member("end", seconds: tag.endSecond)
        member("label", tag.label)
        member("shared", tag.shared)
        member("mine", tag.byUser == caller.userID)
        member("byName", tag.byName)
        member("at", at: tag.at.milliseconds)
    }

    mutating func members(of page: TranscriptPage, limit: Int, for caller: Principal) {
        let recording = page.card.recording
        let end = page.first + page.segments.count
        member("recording", recording.id)
        member("language", recording.language)
        member("model", recording.model)
        member("state", page.card.state.rawValue)
        member("duration", seconds: recording.duration)
        member("done", seconds: recording.done)
        member("total", page.total)
        member(
            "items",
            objects: { list in
                for segment in page.segments {
                    list.object { $0.members(of: segment, tags: page.tags, for: caller) }
                }
            })
        member("next", !page.segments.isEmpty && end < page.total ? end : nil)
        member("previous", page.first > 0 ? max(0, page.first - limit) : nil)
        member(
            "speakers",
            objects: { list in
                for speaker in page.speakers {
                    list.object {
                        $0.member("key", speaker.key)
                        $0.member("name", speaker.name)
                    }
                }
            })
        let isSilent = page.card.state == .ready && page.total == 0
        member("sentence", isSilent ? "No speech was found in this recording." : nil)
    }

    mutating func members(of job: Job) {
        member("id", job.id)
        member("kind", job.kind)
        member("subject", job.subject)
        member("state", job.state.rawValue)
        member("progress", decimal: job.progress)
        member("message", job.message)
        member("errorCode", job.errorCode)
        member("attempts", job.attempts)
        member("place", job.place)
        member("createdAt", at: job.createdAt.milliseconds)
        member("startedAt", at: job.startedAt?.milliseconds)
        member("finishedAt", at: job.finishedAt?.milliseconds)
    }
}
