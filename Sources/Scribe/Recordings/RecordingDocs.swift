import Speech
import Web

/// What the OpenAPI file says of uploads, recordings and jobs.
enum RecordingDocs {
    static let recording = Schema.object(
        "ScribeRecording",
        [
            .required("id", .uuid), .required("session", .uuid), .required("name", .string),
            .required("origin", .enumeration(RecordingOrigin.allCases.map(\.rawValue))),
            .required("bytes", .integer(min: 0)), .required("duration", SessionDocs.perhapsSeconds),
            .required("codec", .string), .required("mime", .string.described("Of the original.")),
            .required("recordedAt", .instant),
            .required("uploadedBy", .object([.required("id", .string), .required("name", .string)])),
            .required("state", .enumeration(RecordingState.allCases.map(\.rawValue))),
            .required("errorCode", SessionDocs.perhapsText), .required("message", SessionDocs.perhapsText),
            .required("language", SessionDocs.perhapsText), .required("model", SessionDocs.perhapsText),
            .required("segments", .integer(min: 0)),
            .required("done", SessionDocs.seconds.described("Seconds that are transcribed.")),
            .required("remaining", SessionDocs.perhapsSeconds.described("Estimated seconds until it is finished.")),
            .required("place", .nullable(.integer(min: 1)).described("In the queue; 1 is the next.")),
            .required("shared", .boolean), .required("job", .nullable(.uuid)), .required("media", .string),
        ])

    static let job = Schema.object(
        "ScribeJob",
        [
            .required("id", .uuid), .required("kind", .string), .required("subject", .string),
            .required("state", .enumeration(["queued", "running", "succeeded", "failed", "cancelled"])),
            .required("progress", .number.described("0 to 1.")), .required("message", SessionDocs.perhapsText),
            .required("errorCode", SessionDocs.perhapsText), .required("attempts", .integer(min: 0)),
            .required("place", .nullable(.integer(min: 1))), .required("createdAt", .instant),
            .required("startedAt", .nullable(.instant)), .required("finishedAt", .nullable(.instant)),
            .optional(
                "about",
                SessionDocs.perhapsText.described(
                    "Session and file, where the caller sees them; of lists and single jobs.")),
        ])

    static let one = Doc(
        "A recording", tag: "scribe", id: "getScribeRecording", answers: recording, fails: [404])

    static let change = Doc(
        "Renames a recording, or shows it to students or hides it from them", tag: "scribe",
        id: "changeScribeRecording",
        body: .json(
            .object([.optional("name", .string(max: DisplayName.limit)), .optional("shared", .boolean)])),
        answers: recording, fails: [404])

    static let delete = Doc(
        "Deletes a recording with its transcript; it can be brought back for some days", tag: "scribe",
        id: "deleteScribeRecording", answers: nil, fails: [404])

    static let restore = Doc(
        "Brings a deleted recording back", tag: "scribe", id: "restoreScribeRecording", answers: recording,
        fails: [404])

    private static let sound = [
        "audio/mpeg", "audio/mp4", "audio/ogg", "audio/webm", "audio/wav", "audio/flac", "audio/x-matroska",
        "video/mp4", "video/ogg", "video/webm", "video/x-matroska", "application/octet-stream",
    ]

    static let media = Doc(
        "The sound as browsers play it, whole or in part (Range, RFC 9110)", tag: "scribe", id: "getScribeMedia",
        answers: .file(sound), others: [206: .file(sound), 304: nil], fails: [404, 416])

    static let original = Doc(
        "The file as it was sent", tag: "scribe", id: "getScribeOriginal", answers: .file(sound),
        others: [206: .file(sound), 304: nil], fails: [404, 416])

    static let transcribe = Doc(
        "Puts a recording into the queue; its transcript stays until the new one is finished", tag: "scribe",
        id: "transcribeScribeRecording",
        body: .json(
            .object([
                .optional("model", .nullable(.string(max: 64))),
                .optional("language", .nullable(.string(max: 8)).described("ISO 639-1; heard when absent.")),
            ]), required: false),
        answers: job, status: 202, fails: [404])

    static let events = Doc(
        "Events progress {state, done, duration, remaining, place, segments} until done", tag: "scribe",
        id: "followScribeRecording", answers: .events, fails: [404])

    static let jobs = Doc(
        "Jobs of a session, the newest first", tag: "scribe", id: "listScribeJobs",
        query: [.query("session", .uuid, required: true)], answers: .page(of: job), fails: [404])

    static let oneJob = Doc("A job", tag: "scribe", id: "getScribeJob", answers: job, fails: [404])

    static let cancelJob = Doc(
        "Ends a job", tag: "scribe", id: "cancelScribeJob", answers: job, fails: [404, 409])
}
