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
            .required("protocol", .integer(min: 1)), .required("device", .uuid),
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

    static let answer = Schema.object(
        "SyncAnswer",
        [
            .required("protocol", .integer), .required("minimumProtocol", .integer), .required("epoch", .uuid),
            .required("serverTime", .instant), .required("serverStamp", .string),
            .required("verdicts", .array(of: verdict)),
            .required("reset", .boolean.described("Forget all records: these and the next pages are the whole.")),
            .required(
                "records",
                .array(
                    of: .object(
                        "ChangedRecord",
                        [
                            .required("entity", .enumeration(SyncedTable.all.map(\.entity))), .required("key", .string),
                            .required("change", .integer), .required("deleted", .boolean), .required("record", .any),
                        ]))),
            .required("cursor", .nullable(.string)), .required("more", .boolean),
            .required("device", .object([.required("heard", .integer), .required("gaps", RecordSchemas.gaps)])),
            .required("receipts", .array(of: RecordSchemas.receipt)),
        ])
}
