import Web

/// What clients send to the register's single routes.
enum InputSchemas {
    private static let sessionFields: [Schema.Property] = [
        .optional("title", .string(min: 1, max: SessionFields.titleLimit)),
        .optional("kind", .enumeration(SessionKind.allCases.map(\.rawValue))),
        .optional("end", .nullable(.time)), .optional("timezone", .string(max: 64)),
        .optional("location", .nullable(.string(max: SessionFields.locationLimit))),
        .optional("teacher", .nullable(.uuid)),
        .optional("state", .enumeration(SessionState.allCases.map(\.rawValue))),
    ]
    static let newSession = Schema.object(
        "NewSession",
        [
            .required("group", .uuid), .required("date", .date),
            .optional("start", .nullable(.time).described("Without it, a whole-day session.")),
        ] + sessionFields)
    static let sessionChange = Schema.object("SessionChange", sessionFields)

    private static func mark(_ key: (String, Schema) -> Schema.Property) -> [Schema.Property] {
        [
            key("session", .uuid), key("student", .uuid),
            .optional("status", .nullable(RecordSchemas.status).described("null undoes a mark.")),
            .optional("minutesLate", .nullable(.integer(0...600))), .optional("remark", .nullable(.string(max: 500))),
            .optional(
                "seen", .nullable(.map(of: .uuid)).described("Field → operation; without it, what is shown now.")),
            .optional("fill", .boolean.described("Gives way to any mark already there.")),
            .optional("reason", .nullable(.string(max: 500))),
        ]
    }
    private static let newRecord = Schema.object("NewRecord", mark { .required($0, $1) })
    static let newRecords = Schema.object(
        "NewRecords",
        [.optional("items", .array(of: newRecord, max: RegisterStore.mostRecords))] + mark { .optional($0, $1) }
    ).described("One mark, or up to \(RegisterStore.mostRecords) as items.")

    static let recorded = Schema.object(
        "Recorded",
        SyncSchemas.verdictFields + [
            .required("session", .uuid), .required("student", .uuid), .required("mark", .nullable(RecordSchemas.mark)),
        ])

    private static let exceptionFields: [Schema.Property] = [
        .optional("reason", .nullable(.string(max: NoticeFields.reasonLimit))),
        .optional("state", .enumeration(NoticeState.allCases.map(\.rawValue))),
    ]
    private static let category = Schema.enumeration(AbsenceCategory.allCases.map(\.rawValue))
    static let newException = Schema.object(
        "NewAbsenceNotice",
        [
            .optional("student", .uuid.described("Without it, the caller's own person.")),
            .required("category", category), .required("firstDay", .date), .required("lastDay", .date),
        ] + exceptionFields)
    static let exceptionChange = Schema.object(
        "AbsenceNoticeChange",
        [.optional("category", category), .optional("firstDay", .date), .optional("lastDay", .date)] + exceptionFields)
    static let decision = Schema.object(
        "Decision",
        [
            .required("decision", .enumeration([NoticeState.approved.rawValue, NoticeState.declined.rawValue])),
            .optional("reason", .nullable(.string(max: 500))),
        ])

    static let choice = Schema.object(
        "Choice", [.required("choose", .enumeration(RegisterStore.Choice.allCases.map(\.rawValue)))])
    static let code = Schema.object("CheckInEntry", [.required("code", .string(min: 1, max: 20))])

    static let school = Schema.object(
        "SchoolChange",
        [
            .optional("name", .string(min: 1, max: SchoolChange.nameLimit)), .optional("timezone", .string(max: 64)),
            .optional("language", .string(max: 35)),
            .optional(
                "statusNames",
                .object(
                    ShownStatus.allCases.map {
                        .optional($0.rawValue, .string(min: 1, max: SchoolChange.statusNameLimit))
                    })),
            .optional("excusedCounts", .boolean), .optional("selfCheckIn", .boolean),
        ])
    static let rollover = Schema.object(
        "RolloverRequest", [.required("before", .date), .optional("preview", .boolean)])
}

/// What single routes answer besides records.
enum AnswerSchemas {
    static let register = Schema.object(
        "Register",
        [
            .required("session", RecordSchemas.session),
            .required(
                "students",
                .array(
                    of: .object(
                        "RegisterLine",
                        [
                            .required("id", .uuid), .required("number", .string), .required("givenName", .string),
                            .required("familyName", .string), .required("stage", .nullable(.string)),
                            .required("enrolled", .boolean.described("On the roll of the session's day.")),
                            .required("shown", RecordSchemas.shownStatus),
                            .required("mark", .nullable(RecordSchemas.mark)), .required("notice", .nullable(notice)),
                        ]))),
            .required("counts", .object(ShownStatus.allCases.map { .required($0.rawValue, .integer(min: 0)) })),
            .required("disputes", .array(of: RecordSchemas.dispute)),
        ])

    private static let notice = Schema.object(
        "ApprovedNotice",
        [
            .required("id", .uuid), .required("category", .enumeration(AbsenceCategory.allCases.map(\.rawValue))),
            .required("firstDay", .date), .required("lastDay", .date),
        ])

    static let checkInCode = Schema.object(
        "CheckInCode",
        [
            .required("session", .uuid), .required("code", .string), .required("validUntil", .instant),
            .required("seconds", .integer.described("How often the code changes.")),
        ])
    static let checkedIn = Schema.object(
        "CheckedIn",
        [
            .required("shown", .boolean.described("false when the teacher had marked something else before.")),
            .required("mark", .nullable(RecordSchemas.mark)),
        ])
    static let receiptCheck = Schema.object(
        "ReceiptCheck",
        [
            .required("valid", .boolean.described("This server signed it.")),
            .required("current", .boolean.described("The session's marks are still those of the receipt.")),
        ])
    static let rollover = Schema.object(
        "Rollover", [.required("groups", .integer(min: 0)), .required("modules", .integer(min: 0))])
}
