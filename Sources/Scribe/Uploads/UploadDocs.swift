import Web

/// What the OpenAPI file says of uploads.
enum UploadDocs {
    private static let begun = Schema.object(
        "ScribeUploadBegun",
        [
            .required("id", .uuid), .required("offset", .integer(min: 0)),
            .required("state", .enumeration(UploadState.allCases.map(\.rawValue))),
            .required("chunk", .integer(min: 1).described("Bytes to send at once.")),
            .required("limit", .integer(min: 1).described("The largest file, in bytes.")),
        ])

    private static let upload = Schema.object(
        "ScribeUpload",
        [
            .required("id", .uuid), .required("session", .uuid), .required("name", .string),
            .required("size", .nullable(.integer(min: 0))), .required("offset", .integer(min: 0)),
            .required("state", .enumeration(UploadState.allCases.map(\.rawValue))),
            .required("purpose", .enumeration(UploadPurpose.allCases.map(\.rawValue))),
            .required("take", SessionDocs.perhapsText), .required("part", .nullable(.integer(min: 0))),
            .required("result", .nullable(.uuid).described("The recording or attachment it has become.")),
        ])

    static let begin = Doc(
        "Announces a file. The same part of the same take announced again is the same upload", tag: "scribe",
        id: "beginScribeUpload",
        body: .json(
            .object(
                "ScribeNewUpload",
                [
                    .required("name", .string(max: DisplayName.limit)),
                    .optional("size", .nullable(.integer(min: 0)).described("Bytes; null while it still grows.")),
                    .required("purpose", .enumeration(UploadPurpose.allCases.map(\.rawValue))),
                    .optional(
                        "take", .nullable(.string(min: 1, max: 100)).described("The sender's id of a microphone take.")),
                    .optional("part", .nullable(.integer(0...9999)).described("Of the take, from 0.")),
                    .optional("startedAt", .nullable(.instant)),
                ])),
        answers: begun, status: 201, fails: [404, 413, 507])

    static let list = Doc(
        "The caller's own unfinished uploads in a session", tag: "scribe", id: "listScribeUploads",
        query: [.query("session", .uuid, required: true)], answers: .page(of: upload), fails: [404])

    static let one = Doc(
        "One of the caller's own uploads, and how far it is", tag: "scribe", id: "getScribeUpload", answers: upload,
        fails: [404])

    static let append = Doc(
        "Adds bytes; 409 offset_mismatch tells where to go on", tag: "scribe", id: "appendScribeUpload",
        query: [.query("offset", .integer(min: 0), required: true)],
        body: .file("application/octet-stream", upTo: Upload.chunk),
        answers: .object([.required("id", .uuid), .required("offset", .integer(min: 0))]),
        fails: [404, 409, 413, 507])

    static let discard = Doc(
        "Gives an unfinished upload up", tag: "scribe", id: "discardScribeUpload", answers: nil, fails: [404, 409])

    static func finish(_ attachment: Schema) -> Doc {
        Doc(
            "Says that all is sent. 202: more parts of the take are to come", tag: "scribe", id: "finishScribeUpload",
            body: .json(
                .object(
                    "ScribeUploadEnd",
                    [
                        .required("size", .integer(min: 0)),
                        .optional("sha256", .nullable(.string(pattern: "^[0-9a-f]{64}$"))),
                        .optional("last", .nullable(.boolean).described("Of a take: no part comes after this one.")),
                        .optional("parts", .nullable(.integer(1...10_000)).described("How many parts the take has.")),
                    ])),
            answers: .either(RecordingDocs.recording, attachment), status: 201,
            others: [202: .object([.required("state", .enumeration(["waiting"]))])], fails: [404, 409, 422, 507])
    }
}
