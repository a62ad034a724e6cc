package import Jobs

/// What Scribe's jobs are done by; each part has its own in its folder.
package func scribeJobHandlers(_ store: ScribeStore) -> [any JobHandler] {
    [
        TranscribeRecording(store: store), PrepareMedia(store: store), ReadAttachment(store: store),
        MakeNotes(store: store), MakeStudy(store: store),
        SweepScribe(store: store),
    ]
}
