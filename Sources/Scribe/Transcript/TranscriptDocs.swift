import Foundation
import Speech
import Web

/// What the OpenAPI file says of transcripts and tags.
enum TranscriptDocs {
    private static let segmentTag = Schema.object([
        .required("id", .uuid), .required("label", .string), .required("mine", .boolean),
        .required("byName", .string),
    ])

    static let segment = Schema.object(
        "ScribeSegment",
        [
            .required("id", .uuid), .required("position", .integer(min: 0)), .required("start", SessionDocs.seconds),
            .required("end", SessionDocs.seconds), .required("text", .string),
            .required(
                "words",
                .array(of: .array(of: .any)).described(
                    "[start, end, text] of each word of the text; empty once it was corrected.")),
            .required("speaker", SessionDocs.perhapsText), .required("edited", .boolean),
            .required("version", .integer(min: 1)), .required("tags", .array(of: segmentTag)),
        ])

    static let page = Doc(
        "A part of a transcript, with what there is of it while it is made", tag: "scribe", id: "getScribeTranscript",
        query: [
            .query("from", .integer(min: 0), "Position to begin at."),
            .query("at", .number, "Second to have on the page; used without from."), .limit(1...500),
        ],
        answers: .object(
            "ScribeTranscript",
            [
                .required("recording", .uuid), .required("language", SessionDocs.perhapsText),
                .required("model", SessionDocs.perhapsText),
                .required("state", .enumeration(RecordingState.allCases.map(\.rawValue))),
                .required("duration", SessionDocs.perhapsSeconds), .required("done", SessionDocs.seconds),
                .required("total", .integer(min: 0)), .required("items", .array(of: segment)),
                .required("next", .nullable(.integer(min: 0)).described("Position of the next page.")),
                .required("previous", .nullable(.integer(min: 0)).described("Position of the page before.")),
                .required(
                    "speakers", .array(of: .object([.required("key", .string), .required("name", .string)]))),
                .required("sentence", SessionDocs.perhapsText.described("What to tell when nothing was said.")),
            ]), fails: [404])

    private static let document = Schema.object(
        "ScribeTranscriptFile",
        [
            .optional("title", .string), .required("duration", SessionDocs.seconds),
            .required("language", SessionDocs.perhapsText), .required("model", .string),
            .required(
                "segments",
                .array(
                    of: .object([
                        .required("start", SessionDocs.seconds), .required("end", SessionDocs.seconds),
                        .required("text", .string), .required("speaker", SessionDocs.perhapsText),
                        .optional("words", .array(of: .any)),
                    ]))),
        ])

    static func file(_ format: TranscriptFormat) -> Doc {
        Doc(
            "The transcript as corrected, as \(format.rawValue)", tag: "scribe",
            id: "getScribeTranscriptAs\(format.rawValue.capitalized)",
            answers: format == .json ? document : .file(format.contentType),
            fails: [404, 409])
    }

    static let change = Doc(
        "Corrects a segment; 409 stale_version has the segment as it is in current", tag: "scribe",
        id: "changeScribeSegment",
        body: .json(
            .object([
                .required("version", .integer(min: 1).described("The version that was changed.")),
                .optional("text", .string(max: TranscriptInput.longestText)),
                .optional("speaker", .nullable(.string(min: 1, max: 40)).described("Key of a speaker.")),
            ])),
        answers: segment, fails: [404, 409])

    static let history = Doc(
        "What the text of a segment was, the latest first", tag: "scribe", id: "getScribeSegmentHistory",
        answers: .page(
            of: .object(
                "ScribeSegmentEdit",
                [
                    .required(
                        "version",
                        .nullable(.integer(min: 1)).described("null: of an earlier transcript of these seconds.")),
                    .required("text", .string),
                    .required("at", .nullable(.instant).described("null: what the recogniser wrote.")),
                    .required("byName", SessionDocs.perhapsText),
                ])), fails: [404])

    static let revert = Doc(
        "Goes back to what the recogniser wrote; an edit like any other", tag: "scribe", id: "revertScribeSegment",
        body: .json(.object([.required("version", .integer(min: 1).described("The version that is shown."))])),
        answers: segment, fails: [404, 409])

    static let speaker = Doc(
        "Names a speaker of a recording", tag: "scribe", id: "nameScribeSpeaker", path: ["key": .string(max: 40)],
        body: .json(.object([.required("name", .string(min: 1, max: 100))])),
        answers: .object([.required("key", .string), .required("name", .string)]), fails: [404])

    static let tag = Schema.object(
        "ScribeTag",
        [
            .required("id", .uuid), .required("recording", .uuid), .required("start", SessionDocs.seconds),
            .required("end", SessionDocs.seconds), .required("label", .string), .required("shared", .boolean),
            .required("mine", .boolean), .required("byName", .string), .required("at", .instant),
        ])

    static let addTag = Doc(
        "Tags a stretch of a recording", tag: "scribe", id: "addScribeTag",
        body: .json(
            .object(
                "ScribeNewTag",
                [
                    .required("start", SessionDocs.seconds), .required("end", SessionDocs.seconds),
                    .required("label", .string(min: 1, max: 100)),
                    .optional("shared", .boolean.described("Everybody who sees the recording sees it.")),
                ])),
        answers: tag, status: 201, fails: [404])

    static let tags = Doc(
        "Tags of a recording: shared ones and the caller's own", tag: "scribe", id: "listScribeTags",
        answers: .page(of: tag), fails: [404])

    static let deleteTag = Doc(
        "Removes a tag", tag: "scribe", id: "deleteScribeTag", answers: nil, fails: [404])

    static let restoreTag = Doc(
        "Brings a removed tag back", tag: "scribe", id: "restoreScribeTag", answers: tag, fails: [404])
}
