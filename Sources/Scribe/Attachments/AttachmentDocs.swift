import Documents
import Web

/// What the OpenAPI file says of attachments.
enum AttachmentDocs {
    static let attachment = Schema.object(
        "ScribeAttachment",
        [
            .required("id", .uuid), .required("session", .uuid), .required("name", .string),
            .required("kind", .enumeration(DocumentKind.allCases.map(\.rawValue) + ["other"])),
            .required("bytes", .integer(min: 0)),
            .required(
                "state",
                .enumeration(AttachmentState.allCases.map(\.rawValue))
                    .described("reading until its text is there; no_text: read, and there is none.")),
            .required("reasonCode", SessionDocs.perhapsText),
            .required("reason", SessionDocs.perhapsText.described("Why there is no text, or what of it is missing.")),
            .required("pages", .integer(min: 0).described("Pages, slides or sheets; 1 for flowing text.")),
            .required("shared", .boolean),
            .required("uploadedBy", .object([.required("id", .string), .required("name", .string)])),
            .required("uploadedAt", .instant), .required("file", .string),
        ])

    static let list = Doc(
        "The files of a session in the order in which they came", tag: "scribe", id: "listScribeAttachments",
        answers: .page(of: attachment), fails: [404])

    static let one = Doc(
        "A file of a session", tag: "scribe", id: "getScribeAttachment", answers: attachment, fails: [404])

    static let pages = Doc(
        "The text of an attachment page by page", tag: "scribe", id: "listScribeAttachmentPages",
        query: [
            .query("from", .integer(1...1_000_000), "Number of the first page."), .limit(1...100),
        ],
        answers: .object(
            "ScribeAttachmentPages",
            [
                .required(
                    "items",
                    .array(
                        of: .object([
                            .required("number", .integer(min: 1)),
                            .required("title", SessionDocs.perhapsText.described("Of a slide; the name of a sheet.")),
                            .required(
                                "text",
                                .string.described(
                                    "Paragraphs as lines, cells of a table row between tabs, speaker notes after a blank line."
                                )),
                        ]))),
                .required("next", .nullable(.integer(min: 1)).described("Number of the page after these.")),
            ]),
        fails: [404])

    static let file = Doc(
        "The file as it was sent, as a download", tag: "scribe", id: "getScribeAttachmentFile",
        answers: .file(DocumentKind.allCases.map(\.mediaType) + ["application/octet-stream"]),
        others: [206: .file("application/octet-stream"), 304: nil], fails: [404, 416])

    static let change = Doc(
        "Renames a file, or shows it to students or hides it from them", tag: "scribe", id: "changeScribeAttachment",
        body: .json(.object([.optional("name", .string(max: DisplayName.limit)), .optional("shared", .boolean)])),
        answers: attachment, fails: [404])

    static let delete = Doc(
        "Deletes a file; it can be brought back for some days", tag: "scribe", id: "deleteScribeAttachment",
        answers: nil, fails: [404])

    static let restore = Doc(
        "Brings a deleted file back", tag: "scribe", id: "restoreScribeAttachment", answers: attachment, fails: [404])
}
