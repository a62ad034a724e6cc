import Language
import Web

/// What the OpenAPI file says of AI notes and cards.
enum StudyDocs {
    static let citation = Schema.object(
        "ScribeCitation",
        [
            .required("n", .integer(min: 1).described("The number of its mark.")),
            .required("source", .enumeration(PassageSource.Kind.allCases.map(\.rawValue))),
            .required("sourceId", .string.described("The recording, the attachment or the note.")),
            .required("session", .string), .required("title", .string),
            .required("start", SessionDocs.perhapsSeconds), .required("end", SessionDocs.perhapsSeconds),
            .required("page", .nullable(.integer(min: 1))),
            .required("quote", .string.described("Whole sentences, verbatim in the source; checked by code.")),
        ])

    static let citations = Schema.array(of: .integer(min: 1).described("n of a citation."))

    private static let sentences = Schema.array(
        of: .object("ScribeCitedSentence", [.required("text", .string), .required("citations", citations)]))

    private static let version: [Schema.Property] = [
        .required("id", .uuid), .required("at", .instant),
        .required("provider", .string.described("built-in, or the name of the model.")),
    ]

    private static let aiNotes = Schema.object(
        "ScribeAINotes",
        version + [
            .required("withdrawn", .boolean.described("Something is left out because its source is deleted.")),
            .required("title", SessionDocs.perhapsText), .required("summary", sentences),
            .required(
                "outline",
                .array(of: .object([.required("title", .string), .required("points", sentences)]))),
            .required(
                "terms",
                .array(
                    of: .object([
                        .required("term", .string), .required("text", .string), .required("citations", citations),
                    ]))),
            .required(
                "tags",
                .array(
                    of: .object([
                        .required("label", .enumeration(["exam", "important", "confusing"])),
                        .required("citations", citations),
                    ]))),
            .required("citations", .array(of: citation)),
        ])

    private static let perhapsJob = Schema.nullable(RecordingDocs.job)
        .described("The caller's job that is not finished, or failed last.")

    static let makeNotes = Doc(
        "Makes a new version of the caller's AI notes; older ones stay", tag: "scribe", id: "makeScribeAINotes",
        body: .json(.object([]), required: false), answers: RecordingDocs.job, status: 202, fails: [404, 409])

    static let notes = Doc(
        "The caller's AI notes of a session: the newest, and which versions there are", tag: "scribe",
        id: "getScribeAINotes",
        answers: .object([
            .required("versions", .array(of: .object("ScribeAINotesVersion", version))),
            .required("current", .nullable(aiNotes)), .required("job", perhapsJob),
        ]), fails: [404])

    static let versionDoc = Doc(
        "A version of the caller's AI notes", tag: "scribe", id: "getScribeAINotesVersion", answers: aiNotes,
        fails: [404])

    private static let cardSchema = Schema.object(
        "ScribeCard",
        [
            .required("id", .uuid), .required("front", .string), .required("back", .string),
            .required("citation", citation),
        ])

    private static let quizSchema = Schema.object(
        "ScribeQuizQuestion",
        [
            .required("id", .uuid), .required("question", .string), .required("choices", .array(of: .string)),
            .required("answer", .integer(min: 0).described("Index of the right choice.")),
            .required("citation", citation),
        ])

    static let makeCards = Doc(
        "Makes the caller's cards and quiz questions anew", tag: "scribe", id: "makeScribeStudy",
        body: .json(.object([]), required: false), answers: RecordingDocs.job, status: 202, fails: [404, 409])

    static let cards = Doc(
        "The caller's cards and quiz questions", tag: "scribe", id: "getScribeStudy",
        answers: .object([
            .required("cards", .array(of: cardSchema)), .required("quiz", .array(of: quizSchema)),
            .required("job", perhapsJob),
        ]), fails: [404])

    static let csv = Doc(
        "Cards and quiz questions for Anki: front, back, tags", tag: "scribe", id: "getScribeStudyCSV",
        answers: .file("text/csv"), fails: [404])
}

/// What the OpenAPI file says of questions.
enum QuestionDocs {
    private static let question = Schema.object(
        "ScribeQuestion",
        [
            .required("id", .uuid), .required("thread", .uuid), .required("session", .nullable(.uuid)),
            .required("module", .nullable(.uuid)), .required("question", .string),
            .required("answer", .string.described("Sentences with their marks, as [1].")),
            .required("refused", .boolean.described("The sources do not hold the answer.")),
            .required("withdrawn", .boolean.described("Something is left out because its source is deleted.")),
            .required("citations", .array(of: StudyDocs.citation)),
            .required(
                "nearest",
                .array(of: StudyDocs.citation).described("What stands nearest to a refused question; no answer to it.")),
            .required("provider", .string), .required("at", .instant),
        ])

    static let ask = Doc(
        "Asks about a session or a module; the answer is what the sources say, with verified quotations", tag: "scribe",
        id: "askScribeQuestion",
        body: .json(
            .object([
                .optional("session", .nullable(.uuid)),
                .optional("module", .nullable(.uuid).described("Instead of a session.")),
                .required("question", .string(min: 1, max: ScribeStore.longestQuestion)),
                .optional("thread", .nullable(.uuid).described("Of the question that this one follows.")),
            ])),
        answers: question, status: 201, fails: [404])

    static let list = Doc(
        "The caller's own questions, the latest first", tag: "scribe", id: "listScribeQuestions",
        query: [.query("session", .uuid, "About this session."), .query("module", .uuid, "About this module.")],
        answers: .page(of: question), fails: [404])

    static let forget = Doc(
        "Forgets a question of one's own", tag: "scribe", id: "forgetScribeQuestion", answers: nil, fails: [404])
}
