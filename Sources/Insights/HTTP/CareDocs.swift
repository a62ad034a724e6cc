import Web

/// What the OpenAPI file says of contacts and flags.
enum CareDocs {
    private static let text = Schema.string(min: 1, max: CareText.limit)
    private static let student: [Schema.Property] = [
        .required("module", .string(max: 64)), .required("student", .string(max: 100).described("Student number.")),
    ]

    private static let contact = Schema.object(
        "InsightsContact",
        [
            .required("id", .uuid), .required("module", .string), .required("student", .string),
            .required("day", .date), .required("how", .enumeration(ContactKind.allCases.map(\.rawValue))),
            .required("outcome", .string), .required("notedAt", .instant), .required("notedByName", .string),
            .required("own", .boolean.described("The caller noted it and may take it back.")),
        ])

    private static let flag = Schema.object(
        "InsightsFlag",
        [
            .required("id", .uuid), .required("module", .string), .required("student", .string),
            .required("reason", .string), .required("state", .enumeration(FlagState.allCases.map(\.rawValue))),
            .required("openedAt", .instant), .required("openedByName", .string),
            .required("remedy", InsightsSchemas.perhapsText), .required("closedAt", .nullable(.instant)),
            .required("closedByName", InsightsSchemas.perhapsText),
        ])

    static let contactList = Schema.array(of: contact)
    static let flagList = Schema.array(of: flag)

    static let contacts = Doc(
        "Who was spoken to, the latest day first", tag: "insights", id: "listInsightsContacts",
        query: [ViewQuery.module, .query("student", .string(max: 100), "Student number.")],
        answers: .page(of: contact), fails: [404])

    static let addContact = Doc(
        "Notes that somebody spoke to a student", tag: "insights", id: "addInsightsContact",
        body: .json(
            .object(
                "InsightsContactInput",
                student + [
                    .required("day", .date),
                    .required("how", .enumeration(ContactKind.allCases.map(\.rawValue))), .required("outcome", text),
                ])), answers: contact, status: 201, fails: [404])

    static let removeContact = Doc(
        "Takes back an entry of one's own", tag: "insights", id: "removeInsightsContact", answers: nil)

    static let flags = Doc(
        "Students to look after, the latest first", tag: "insights", id: "listInsightsFlags",
        query: [
            ViewQuery.module, .query("state", .enumeration(FlagState.allCases.map(\.rawValue)), "Both when absent."),
        ],
        answers: .page(of: flag), fails: [404])

    static let openFlag = Doc(
        "Flags a student", tag: "insights", id: "openInsightsFlag",
        body: .json(.object("InsightsFlagInput", student + [.required("reason", text)])), answers: flag, status: 201,
        fails: [404])

    static let closeFlag = Doc(
        "Closes a flag by its remedy", tag: "insights", id: "closeInsightsFlag",
        body: .json(.object("InsightsRemedyInput", [.required("remedy", text)])), answers: flag, fails: [409])

    static let reopenFlag = Doc(
        "Opens a closed flag again", tag: "insights", id: "reopenInsightsFlag", answers: flag, fails: [409])
}
