import Jobs
import Speech
package import Web

/// Every route of Scribe with the roles it lets in; what they see there is the business of `SessionDirectory`. Attachments,
/// notes, study, search and export have routes of their own in their folders.
package func addScribeRoutes(
    to routes: inout Routes, store: ScribeStore, identifiers: any IdentifierFinder
) {
    ScribeRoutes(store: store).add(to: &routes)
    VocabularyRoutes(store: store).add(to: &routes)
    AttachmentRoutes(store: store).add(to: &routes)
    NoteRoutes(store: store).add(to: &routes)
    StudyRoutes(store: store).add(to: &routes)
    CatchUpRoutes(store: store).add(to: &routes)
    ExportRoutes(store: store).add(to: &routes)
    SettingsRoutes(store: store).add(to: &routes)
    SearchRoutes(store: store).add(to: &routes)
    SharingRoutes(store: store, finder: identifiers).add(to: &routes)
}

struct ScribeRoutes: Sendable {
    let store: ScribeStore

    static let base = "/api/v1/scribe"

    func add(to routes: inout Routes) {
        addSessions(to: &routes)
        addUploads(to: &routes)
        addRecordings(to: &routes)
        addTranscripts(to: &routes)
    }

    private func addSessions(to routes: inout Routes) {
        let sessions = Self.base + "/sessions"
        let contents = sessions + "/{id}/contents"
        let attachment = AttachmentHooks.schema
        routes.get(Self.base + "/modules", allow: .may(.seeSessions), SessionDocs.modules, handle: modules)
        routes.get(sessions, allow: .may(.seeSessions), SessionDocs.list, handle: listSessions)
        routes.get(sessions + "/{id}", allow: .may(.seeSessions), SessionDocs.one(attachment), handle: session)
        routes.patch(
            sessions + "/{id}", allow: .may(.recordSessions), SessionDocs.change(attachment), handle: changeSession)
        routes.get(contents, allow: .may(.recordSessions), SessionDocs.contents, handle: listContents)
        routes.delete(contents, allow: .may(.recordSessions), SessionDocs.deleteContents, handle: deleteContents)
        routes.post(
            contents + "/restore", allow: .may(.recordSessions), SessionDocs.restoreContents, handle: restoreContents)
    }

    private func addUploads(to routes: inout Routes) {
        let uploads = Self.base + "/uploads"
        routes.post(
            Self.base + "/sessions/{id}/uploads", allow: .may(.recordSessions), UploadDocs.begin, handle: beginUpload)
        routes.get(uploads, allow: .may(.recordSessions), UploadDocs.list, handle: listUploads)
        routes.get(uploads + "/{id}", allow: .may(.recordSessions), UploadDocs.one, handle: getUpload)
        routes.patch(uploads + "/{id}", allow: .may(.recordSessions), UploadDocs.append, handle: appendUpload)
        routes.delete(uploads + "/{id}", allow: .may(.recordSessions), UploadDocs.discard, handle: discardUpload)
        routes.post(
            uploads + "/{id}/finish", allow: .may(.recordSessions), UploadDocs.finish(AttachmentHooks.schema),
            handle: finishUpload)
    }

    private func addRecordings(to routes: inout Routes) {
        let recording = Self.base + "/recordings/{id}"
        routes.get(recording, allow: .may(.seeSessions), RecordingDocs.one, handle: getRecording)
        routes.patch(recording, allow: .may(.recordSessions), RecordingDocs.change, handle: changeRecording)
        routes.delete(recording, allow: .may(.recordSessions), RecordingDocs.delete, handle: deleteRecording)
        routes.post(
            recording + "/restore", allow: .may(.recordSessions), RecordingDocs.restore, handle: restoreRecording)
        routes.get(recording + "/media", allow: .may(.seeSessions), RecordingDocs.media, handle: media)
        routes.get(recording + "/original", allow: .may(.seeSessions), RecordingDocs.original, handle: original)
        routes.post(
            recording + "/transcribe", allow: .may(.recordSessions), RecordingDocs.transcribe, handle: transcribe)
        routes.get(recording + "/events", allow: .may(.seeSessions), RecordingDocs.events, handle: events)
        let jobs = Self.base + "/jobs"
        routes.get(jobs, allow: .may(.seeSessions), RecordingDocs.jobs, handle: listJobs)
        routes.get(jobs + "/{id}", allow: .may(.seeSessions), RecordingDocs.oneJob, handle: getJob)
        routes.post(jobs + "/{id}/cancel", allow: .may(.seeSessions), RecordingDocs.cancelJob, handle: cancelJob)
    }

    private func addTranscripts(to routes: inout Routes) {
        let recording = Self.base + "/recordings/{id}"
        let segment = Self.base + "/segments/{id}"
        routes.get(recording + "/transcript", allow: .may(.seeSessions), TranscriptDocs.page, handle: transcript)
        for format in TranscriptFormat.allCases {
            routes.get(
                "\(recording)/transcript.\(format.rawValue)", allow: .may(.seeSessions), TranscriptDocs.file(format)
            ) { try await transcript($0, as: format) }
        }
        routes.patch(segment, allow: .may(.recordSessions), TranscriptDocs.change, handle: changeSegment)
        routes.get(segment + "/history", allow: .may(.seeSessions), TranscriptDocs.history, handle: segmentHistory)
        routes.post(segment + "/revert", allow: .may(.recordSessions), TranscriptDocs.revert, handle: revertSegment)
        routes.put(
            recording + "/speakers/{key}", allow: .may(.recordSessions), TranscriptDocs.speaker, handle: nameSpeaker)
        routes.post(recording + "/tags", allow: .may(.studySessions), TranscriptDocs.addTag, handle: addTag)
        routes.get(recording + "/tags", allow: .may(.seeSessions), TranscriptDocs.tags, handle: listTags)
        let tag = Self.base + "/tags/{id}"
        routes.delete(tag, allow: .may(.studySessions), TranscriptDocs.deleteTag, handle: deleteTag)
        routes.post(tag + "/restore", allow: .may(.studySessions), TranscriptDocs.restoreTag, handle: restoreTag)
    }
}
