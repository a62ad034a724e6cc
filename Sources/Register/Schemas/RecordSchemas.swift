import Sync
import Web

/// The records of the register on the wire.
enum RecordSchemas {
    static let status = Schema.enumeration(MarkStatus.allCases.map(\.rawValue))
    static let shownStatus = Schema.enumeration(ShownStatus.allCases.map(\.rawValue))
    static let flags = Schema.array(of: .enumeration(MarkFlag.allCases.map(\.rawValue)))

    static let version = Schema.object(
        "Version",
        [
            .required("operation", .uuid), .required("order", .string), .required("author", .string),
            .required("authorName", .string), .required("device", .uuid), .required("at", .instant),
            .required("fill", .boolean),
        ]
    ).described("The operation whose value a field shows.")

    static let session = Schema.object(
        "Session",
        [
            .required("id", .uuid), .required("module", .uuid), .required("group", .uuid), .required("title", .string),
            .required("kind", .enumeration(SessionKind.allCases.map(\.rawValue))), .required("date", .date),
            .required("start", .nullable(.time)), .required("end", .nullable(.time)), .required("timezone", .string),
            .required("location", .nullable(.string)), .required("teacher", .nullable(.string)),
            .required("teacherName", .nullable(.string)),
            .required("state", .enumeration(SessionState.allCases.map(\.rawValue))),
            .required("origin", .enumeration(SessionOrigin.allCases.map(\.rawValue))),
            .required("period", .string.described("The start as HH:MM, or day.")),
            .required("closedAt", .nullable(.instant)), .required("versions", .map(of: version)),
        ])

    static let mark = Schema.object(
        "Mark",
        [
            .required("session", .uuid), .required("student", .uuid),
            .required("status", .nullable(status).described("null is unmarked.")),
            .required("minutesLate", .nullable(.integer(0...600))), .required("remark", .nullable(.string(max: 500))),
            .required("author", .string), .required("authorName", .string), .required("device", .uuid),
            .required("capturedAt", .instant), .required("receivedAt", .instant), .required("flags", flags),
            .required("versions", .map(of: version)),
        ])

    static let exception = Schema.object(
        "AbsenceNotice",
        [
            .required("id", .uuid), .required("student", .uuid),
            .required("category", .enumeration(AbsenceCategory.allCases.map(\.rawValue))),
            .required("firstDay", .date), .required("lastDay", .date),
            .required("reason", .nullable(.string).described("null for teachers, who need the days and not why.")),
            .required("state", .enumeration(NoticeState.allCases.map(\.rawValue))), .required("requestedBy", .string),
            .required("requestedByName", .string), .required("requestedAt", .instant),
            .required("decidedBy", .nullable(.string)), .required("decidedByName", .nullable(.string)),
            .required("decidedAt", .nullable(.instant)),
            .required("evidence", .nullable(.object([.required("name", .string), .required("size", .integer)]))),
            .required("versions", .map(of: version)),
        ])

    private static let side = Schema.object(
        "DisputeSide",
        [
            .required("operation", .nullable(.uuid)), .required("value", .any), .required("author", .nullable(.string)),
            .required("authorName", .nullable(.string)), .required("device", .nullable(.uuid)),
            .required("at", .nullable(.instant)),
        ])

    static let dispute = Schema.object(
        "Dispute",
        [
            .required("id", .uuid), .required("kind", .enumeration(DisputeKind.allCases.map(\.rawValue))),
            .required("session", .nullable(.uuid)), .required("student", .nullable(.uuid)),
            .required("entity", .enumeration(Operation.Entity.allCases.map(\.rawValue))), .required("key", .string),
            .required("field", .string), .required("kept", side), .required("other", side),
            .required("openedAt", .instant), .required("settledAt", .nullable(.instant)),
            .required("settledBy", .nullable(.string)), .required("settledByName", .nullable(.string)),
        ])

    static let historyEntry = Schema.object(
        "HistoryEntry",
        [
            .required("id", .uuid), .required("session", .uuid), .required("student", .uuid),
            .required(
                "changes",
                .array(of: .object([.required("field", .string), .required("old", .any), .required("new", .any)]))),
            .required("author", .string), .required("authorName", .string), .required("device", .uuid),
            .required("deviceName", .nullable(.string)), .required("fill", .boolean),
            .required("reason", .nullable(.string)), .required("capturedAt", .instant),
            .required("receivedAt", .instant),
            .required("verdict", .enumeration(Verdict.Kind.allCases.map(\.rawValue))),
            .required("code", .nullable(.string)), .required("flags", flags), .required("dispute", .nullable(.uuid)),
        ])

    static let device = Schema.object(
        "Device",
        [
            .required("id", .uuid), .required("user", .string), .required("userName", .string),
            .required("name", .nullable(.string)), .required("firstSeen", .instant), .required("lastSeen", .instant),
            .required("heard", .integer.described("The last operation that was heard.")), .required("gaps", gaps),
        ])
    static let gaps = Schema.array(of: .array(of: .integer)).described("Missing ranges below, both ends included.")

    static let school = Schema.object(
        "School",
        [
            .required("name", .string), .required("timezone", .string), .required("language", .string),
            .required(
                "statusNames",
                .object("StatusNames", ShownStatus.allCases.map { .required($0.rawValue, .string) })),
            .required("excusedCounts", .boolean), .required("selfCheckIn", .boolean),
        ])

    static let receipt = Schema.object(
        "Receipt",
        [
            .required("id", .uuid), .required("session", .uuid), .required("count", .integer(min: 0)),
            .required("hash", .string), .required("signature", .string), .required("at", .instant),
        ])
}
