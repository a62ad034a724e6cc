import Sync
import Web

/// The sync protocol on the wire.
enum SyncSchemas {
    static let operation = Schema.object(
        "Operation",
        [
            .required("id", .uuid.described("Made by the device; pushing it twice changes nothing.")),
            .required("seq", .integer(min: 1).described("Counts the device's operations.")),
            .required("entity", .enumeration(Operation.Entity.allCases.map(\.rawValue))),
            .required("key", .string(min: 1, max: 200)),
            .required("fields", .map(of: .any).described("Touched fields only: texts, whole numbers or null.")),
            .optional("seen", .map(of: .uuid).described("Field → operation whose value was on the screen.")),
            .required("stamp", .string.described("Hybrid logical clock: 12 hex digits, 4 hex digits, device.")),
            .required("capturedAt", .instant), .required("author", .uuid), .optional("fill", .boolean),
            .optional("settles", .array(of: .uuid, max: 100)), .optional("reason", .nullable(.string)),
        ])

    static let request = Schema.object(
        "SyncRequest",
        [
            .required("protocol", .integer(min: 1).described("The answer speaks the same one.")),
            .required("device", .uuid),
            .optional("deviceName", .nullable(.string(max: 100))), .optional("epoch", .nullable(.string(max: 64))),
            .optional("cursor", .nullable(.string(max: 500))),
            .optional("operations", .array(of: operation, max: SyncRequest.mostOperations)),
            .optional("limit", .nullable(.integer(0...SyncRequest.largestPage))),
        ])

    static let verdict = Schema.object("Verdict", verdictFields)

    static let verdictFields: [Schema.Property] = [
        .required("id", .string), .required("verdict", .enumeration(Verdict.Kind.allCases.map(\.rawValue))),
        .required("original", .nullable(.enumeration(Verdict.Kind.allCases.map(\.rawValue)))),
        .required("code", .nullable(.string)), .required("message", .nullable(.string)),
        .required("flags", RecordSchemas.flags), .required("dispute", .nullable(.uuid)),
    ]

    static let answer = Schema.either(answer1, answer2)

    /// Protocol 1: records as objects.
    private static let answer1 = Schema.object(
        "SyncAnswer1",
        answerFields(
            version: 1,
            records: [
                .required(
                    "records",
                    .array(
                        of: .object(
                            "ChangedRecord",
                            [
                                .required("entity", entity), .required("key", .string), .required("change", .integer),
                                .required("deleted", .boolean), .required("record", .any),
                            ])))
            ]))

    /// Protocol 2: the same records as rows, what repeats said once.
    private static let answer2 = Schema.object(
        "SyncAnswer",
        answerFields(
            version: 2,
            records: [
                .required(
                    "records",
                    .array(
                        of: .object(
                            "RecordRun",
                            [
                                .required("entity", entity),
                                .optional("rows", .array(of: .array(of: .any)).described("`[change, key, …columns]`")),
                                .optional("gone", .array(of: .array(of: .any)).described("`[change, key]`")),
                                .optional("key", names.described("Members that are the parts of the key.")),
                                .optional("columns", names),
                                .optional("coded", names.described("Columns whose values are places in `texts`.")),
                            ]))),
                .required("texts", .array(of: .string)),
            ]))

    private static let entity = Schema.enumeration(SyncedEntity.allCases.map(\.rawValue))
    private static let names = Schema.array(of: .string)

    private static func answerFields(version: Int, records: [Schema.Property]) -> [Schema.Property] {
        [
            .required("protocol", .integer(version...version)), .required("minimumProtocol", .integer),
            .required("update", .boolean.described("There is a newer protocol: the app should be updated.")),
            .required("user", .uuid.described("Who is signed in; a device of another user takes nothing from it.")),
            .required("epoch", .uuid), .required("serverTime", .instant), .required("serverStamp", .string),
            .required("verdicts", .array(of: verdict)),
            .required("reset", .boolean.described("Forget all records: these and the next pages are the whole.")),
            .required("total", .nullable(.integer).described("With reset: how many records that will be.")),
        ] + records + [
            .required("cursor", .nullable(.string)), .required("more", .boolean),
            .required("device", .object([.required("heard", .integer), .required("gaps", RecordSchemas.gaps)])),
            .required("receipts", .array(of: RecordSchemas.receipt)),
        ]
    }
}
