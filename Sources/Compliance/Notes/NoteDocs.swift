import Foundation
import Web

/// What the OpenAPI file says of notes.
enum NoteDocs {
    static let perhapsText = Schema.nullable(.string)
    static let type = Schema.enumeration(NoteType.allCases.map(\.rawValue))
    static let discipline = Schema.enumeration(Discipline.allCases.map(\.rawValue))
    static let severity = Schema.enumeration(Severity.allCases.map(\.rawValue))
    static let status = Schema.enumeration(FindingStatus.allCases.map(\.rawValue))
    static let rubric = Schema.object(
        "ComplianceRubricReference", [.required("id", .string), .required("version", .string)])

    static let cardMembers: [Schema.Property] = [
        .required("id", .uuid), .required("name", .string.described("Without identifiers.")),
        .required("at", .instant), .required("state", .enumeration(NoteState.allCases.map(\.rawValue))),
        .required("errorCode", perhapsText), .required("message", perhapsText), .required("noteType", .nullable(type)),
        .required("discipline", .nullable(discipline)),
        .required("dateOfService", perhapsText.described("As an offset, [DATE+21d].")),
        .required(
            "violated",
            .object([
                .required("high", .integer), .required("medium", .integer), .required("low", .integer),
            ])),
        .required("pending", .integer), .required("undeterminable", .integer), .required("episode", .nullable(.uuid)),
        .required("batch", .nullable(.uuid)), .required("rubric", .nullable(rubric)),
        .required("cached", .boolean.described("The same text had been analysed before.")),
    ]

    static let card = Schema.object(
        "ComplianceDocumentCard", cardMembers + [.required("score", .nullable(.number))])

    static let citation = Schema.object(
        "ComplianceCitation",
        [
            .required("publication", .string), .required("chapter", perhapsText), .required("section", .string),
            .required("effective", perhapsText),
        ])

    static let evidence = Schema.object(
        "ComplianceEvidence",
        [
            .required("start", .integer.described("Code points of the masked text, end exclusive.")),
            .required("end", .integer), .required("maskedStart", .integer), .required("maskedEnd", .integer),
            .required("originalStart", .integer.described("Code points of the original.")),
            .required("originalEnd", .integer), .required("quote", .string.described("The masked words.")),
            .required("page", .nullable(.integer)), .required("confidence", .nullable(.number)),
        ])

    static let verdict = Schema.object(
        "ComplianceVerdict",
        [.required("correct", .boolean), .required("comment", perhapsText), .required("at", .instant)])

    static let finding = Schema.object(
        "ComplianceFinding",
        [
            .required("id", .string), .required("ruleId", .string), .required("ruleVersion", .string),
            .required("title", .string), .required("severity", severity), .required("status", status),
            .required("evidence", .array(of: evidence)), .required("searched", .array(of: .string)),
            .required("missing", .array(of: .string)), .required("due", .nullable(.date)),
            .required("maskedDue", perhapsText.described("The same as an offset, for passing on.")),
            .required("warning", perhapsText), .required("reason", .string), .required("citation", citation),
            .required("tip", .string), .required("exampleWording", .string), .required("financial", .string),
            .required("verdict", .nullable(verdict)),
        ])

    static let document = Schema.object(
        "ComplianceDocument",
        cardMembers + [
            .required("masked", perhapsText),
            .required(
                "spans",
                .array(
                    of: .object([
                        .required("start", .integer), .required("end", .integer), .required("type", .string),
                        .required("sub", perhapsText), .required("replacement", .string),
                        .required("confidence", .number),
                    ]))),
            .required("findings", .array(of: finding)),
            .required(
                "score",
                .object([
                    .required("value", .nullable(.number)), .required("numerator", .integer),
                    .required("denominator", .integer), .required("capped", .boolean),
                ])),
            .required(
                "classification",
                .nullable(
                    .object([
                        .required("type", .nullable(type)), .required("discipline", .nullable(discipline)),
                        .required("typeEvidence", .array(of: evidence)),
                        .required("disciplineEvidence", .array(of: evidence)),
                        .required("conflicts", .array(of: .string)), .required("recertification", .boolean),
                    ]))),
            .required(
                "checklist",
                .array(
                    of: .object([
                        .required("ruleId", .string), .required("title", .string), .required("severity", severity),
                        .required("status", status),
                    ]))),
            .required(
                "notChecked", .array(of: .object([.required("what", .string), .required("why", .string)]))),
            .required("limits", .array(of: .string)), .required("engineVersion", perhapsText),
            .required("encoding", perhapsText), .required("pages", .integer),
            .required("withheldImages", .array(of: .string)), .required("warning", perhapsText),
            .required("originalKept", .boolean), .required("expiresAt", .nullable(.instant)),
            .required("options", options), .required("report", .nullable(.uuid)),
        ])

    static let options = Schema.object(
        "ComplianceOptions",
        [
            .required("discipline", .nullable(discipline)), .required("type", .nullable(type)),
            .required("asOf", .nullable(.date)), .required("strict", .nullable(.boolean)),
        ])

    private static let wantedOptions = Schema.object([
        .optional("discipline", .nullable(discipline)), .optional("type", .nullable(type)),
        .optional("asOf", .nullable(.date).described("Judged as of this day; today without it.")),
        .optional("strict", .nullable(.boolean).described("Masks doubtful identifiers too.")),
    ])

    static let optionParameters: [Parameter] = [
        .query("name", .string(max: 1_000)), .query("discipline", discipline), .query("type", type),
        .query("asOf", .date), .query("strict", .boolean),
    ]

    static let add = Doc(
        "Keeps a note and analyses it at once", tag: ComplianceBase.tag, id: "addComplianceDocument",
        body: .json(
            .object([
                .optional("name", .nullable(.string(max: 1_000))), .required("text", .string(min: 1, max: 2_000_000)),
                .optional("options", .nullable(wantedOptions)), .optional("episode", .nullable(.uuid)),
            ]), upTo: NoteRoutes.largestText),
        answers: document, status: 201, fails: [404])

    static let addFile = Doc(
        "Keeps a file, refused at once where that can be known, and analyses it in the background",
        tag: ComplianceBase.tag, id: "addComplianceFile", query: optionParameters + [.query("episode", .uuid)],
        body: .file("*/*", upTo: Intake.largest << 20),
        answers: .object("ComplianceQueued", [.required("document", document), .required("job", .uuid)]), status: 202,
        fails: [404, 413, 415])

    static let list = Doc(
        "The caller's own notes, the newest first", tag: ComplianceBase.tag, id: "listComplianceDocuments",
        query: [
            .query("state", .enumeration(NoteState.allCases.map(\.rawValue))), .query("type", type),
            .query("discipline", discipline), .query("rule", .string(max: 40), "Notes that violate it."),
            .query("q", .string(max: 200), "Part of the name."), .query("from", .date), .query("to", .date),
            .limit(1...200), .cursor,
        ], answers: .page(of: card))

    static let one = Doc(
        "A note with its findings; looking at it is put on record", tag: ComplianceBase.tag,
        id: "getComplianceDocument", query: [.query("report", .uuid, "An earlier report of it.")], answers: document,
        fails: [404])

    static let change = Doc(
        "Gives a note another name or episode", tag: ComplianceBase.tag, id: "changeComplianceDocument",
        body: .json(
            .object([
                .optional("name", .nullable(.string(max: 1_000))), .optional("episode", .nullable(.uuid)),
            ])), answers: document, fails: [404])

    static let unmask = Doc(
        "The note as it was written, for its owner; the reason is put on record", tag: ComplianceBase.tag,
        id: "unmaskComplianceDocument",
        body: .json(.object([.required("reason", .string(min: 1, max: 500))])),
        answers: .object(
            "ComplianceOriginal",
            [
                .required("text", .string),
                .required(
                    "findings",
                    .array(
                        of: .object([
                            .required("id", .string),
                            .required(
                                "evidence",
                                .array(of: .object([.required("start", .integer), .required("end", .integer)]))),
                        ]))),
            ]), fails: [404, 409])

    static let analyse = Doc(
        "Analyses a note anew by the active rules; the report before is kept", tag: ComplianceBase.tag,
        id: "analyseComplianceDocument",
        body: .json(.object([.optional("options", .nullable(wantedOptions))]), required: false),
        answers: document, fails: [404, 409])

    static let delete = Doc(
        "Deletes a note; it can be brought back for seven days", tag: ComplianceBase.tag,
        id: "deleteComplianceDocument", answers: nil, fails: [404])

    static let restore = Doc(
        "Brings a deleted note back", tag: ComplianceBase.tag, id: "restoreComplianceDocument", answers: document,
        fails: [404])

    static let reports = Doc(
        "The reports of a note, the newest first", tag: ComplianceBase.tag, id: "listComplianceReports",
        answers: .page(
            of: .object(
                "ComplianceReport",
                [
                    .required("id", .uuid), .required("at", .instant), .required("rubric", rubric),
                    .required("score", .nullable(.number)),
                ])), fails: [404])

    static func file(_ format: ReportFormat) -> Doc {
        Doc(
            "A report without identifiers as \(format.rawValue.uppercased())", tag: ComplianceBase.tag,
            id: "getComplianceReport\(format.rawValue.capitalized)", query: [.query("report", .uuid)],
            answers: format == .json ? .any : .file(format.mediaType), fails: [404, 409])
    }
}
