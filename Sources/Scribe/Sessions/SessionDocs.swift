import Web

/// What the OpenAPI file says of modules and sessions.
enum SessionDocs {
    static let seconds = Schema.number.described("Seconds, to three decimal places.")
    static let perhapsSeconds = Schema.nullable(.number).described("Seconds, to three decimal places.")
    static let perhapsText = Schema.nullable(.string)

    private static let module: [Schema.Property] = [
        .required("id", .uuid), .required("code", .string), .required("title", .string),
    ]

    static let cardMembers: [Schema.Property] = [
        .required("id", .uuid), .required("title", .string), .required("kind", .string), .required("date", .date),
        .required("startTime", .nullable(.time)), .required("endTime", .nullable(.time)),
        .required("module", .object(module)),
        .required("group", .object([.required("id", .uuid), .required("name", .string)])),
        .required("state", .enumeration(SessionState.allCases.map(\.rawValue))),
        .required("recordings", .integer(min: 0)), .required("duration", perhapsSeconds),
        .required("shared", .boolean), .required("attachments", .integer(min: 0)), .required("archived", .boolean),
        .required("mayEdit", .boolean), .required("mayRecord", .boolean),
        .required("mayRestore", .boolean.described("Its contents were deleted and can be brought back.")),
        .required("absent", .boolean.described("The caller is a student who was marked absent or excused.")),
    ]

    /// A session with what is recorded of it.
    static let card = Schema.object("ScribeSession", cardMembers)

    static let modules = Doc(
        "Modules with what is recorded in them", tag: "scribe", id: "listScribeModules",
        answers: .page(
            of: .object(
                "ScribeModule",
                module + [
                    .required("sessions", .integer(min: 0)), .required("recorded", .integer(min: 0)),
                    .required("seconds", seconds),
                ])))

    static let list = Doc(
        "Sessions, the latest first", tag: "scribe", id: "listScribeSessions",
        query: [
            .query("module", .uuid), .query("q", .string(max: 200), "Words of the title, module, group or day."),
            .query("state", .enumeration(SessionState.allCases.map(\.rawValue))),
            .query("archived", .boolean, "Both when absent."), .limit(1...200), .cursor,
        ], answers: .page(of: card))

    static func one(_ attachment: Schema) -> Doc {
        Doc(
            "A session with its recordings and attachments", tag: "scribe", id: "getScribeSession",
            answers: detail(attachment), fails: [404])
    }

    static func change(_ attachment: Schema) -> Doc {
        Doc(
            "Puts a session into the archive, or takes it out", tag: "scribe", id: "changeScribeSession",
            body: .json(.object([.required("archived", .boolean)])), answers: detail(attachment), fails: [404])
    }

    private static func detail(_ attachment: Schema) -> Schema {
        .object(
            "ScribeSessionDetail",
            cardMembers.filter { !["recordings", "attachments"].contains($0.name) } + [
                .required("recordings", .array(of: RecordingDocs.recording)),
                .required("attachments", .array(of: attachment)),
                .required("notice", .string.described("What everybody in the room is told when recording begins.")),
            ])
    }

    static let contents = Doc(
        "What a deletion of everything kept for the session takes along", tag: "scribe", id: "getScribeContents",
        answers: .map(of: .integer(min: 0)), fails: [404])

    static let deleteContents = Doc(
        "Deletes everything that is kept for the session; it can be brought back for some days", tag: "scribe",
        id: "deleteScribeContents", answers: nil, fails: [404])

    static let restoreContents = Doc(
        "Brings back what was deleted of the session", tag: "scribe", id: "restoreScribeContents",
        answers: card, fails: [404])
}
