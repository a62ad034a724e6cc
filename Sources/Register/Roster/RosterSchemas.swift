import Web

/// Roster records on the wire.
enum RosterSchemas {
    static let person = Schema.object(
        "Person",
        [
            .required("id", .uuid), .required("kind", .enumeration(PersonKind.allCases.map(\.rawValue))),
            .required("number", .string), .required("givenName", .string), .required("familyName", .string),
            .required("email", .nullable(.string)), .required("adviser", .nullable(.uuid)),
            .required("adviserName", .nullable(.string)), .required("stage", .nullable(.string)),
            .required("archived", .boolean),
        ])
    static let module = Schema.object(
        "Module",
        [
            .required("id", .uuid), .required("code", .string), .required("title", .string),
            .required("archived", .boolean),
        ])
    static let group = Schema.object(
        "Group",
        [
            .required("id", .uuid), .required("module", .uuid), .required("name", .string),
            .required("firstDay", .date), .required("lastDay", .date), .required("archived", .boolean),
        ])
    private static let enrolmentFields: [Schema.Property] = [
        .required("id", .uuid), .required("group", .uuid), .required("student", .uuid),
        .required("firstDay", .date), .required("lastDay", .nullable(.date)),
    ]
    static let enrolment = Schema.object("Enrolment", enrolmentFields)
    static let rollEntry = Schema.object(
        "RollEntry",
        enrolmentFields + [
            .required("number", .string), .required("givenName", .string), .required("familyName", .string),
        ])
    static let teaching = Schema.object(
        "Teaching",
        [
            .required("id", .uuid), .required("group", .uuid), .required("user", .uuid), .required("userName", .string),
        ])

    // Bodies

    private static let personFields: [Schema.Property] = [
        .optional("givenName", .nullable(.string(max: 200))), .optional("familyName", .nullable(.string(max: 200))),
        .optional("email", .nullable(.string(max: 254))), .optional("adviser", .nullable(.uuid)),
        .optional("adviserName", .nullable(.string(max: 400))), .optional("stage", .nullable(.string(max: 40))),
        .optional("archived", .boolean),
    ]
    static let newPerson = Schema.object(
        "NewPerson",
        [
            .required("kind", .enumeration(PersonKind.allCases.map(\.rawValue))),
            .required("number", .string(min: 1, max: 64)),
        ] + personFields)
    static let personChange = Schema.object(
        "PersonChange", [.optional("number", .string(min: 1, max: 64))] + personFields)
    static let newModule = Schema.object(
        "NewModule",
        [
            .required("code", .string(min: 1, max: 40)), .required("title", .string(min: 1, max: 200)),
            .optional("archived", .boolean),
        ])
    static let moduleChange = Schema.object(
        "ModuleChange",
        [
            .optional("code", .string(min: 1, max: 40)), .optional("title", .string(min: 1, max: 200)),
            .optional("archived", .boolean),
        ])
    static let newGroup = Schema.object(
        "NewGroup",
        [
            .required("module", .uuid), .required("name", .string(min: 1, max: 120)), .required("firstDay", .date),
            .required("lastDay", .date), .optional("archived", .boolean),
        ])
    static let groupChange = Schema.object(
        "GroupChange",
        [
            .optional("name", .string(min: 1, max: 120)), .optional("firstDay", .date), .optional("lastDay", .date),
            .optional("archived", .boolean),
        ])
    static let newEnrolment = Schema.object(
        "NewEnrolment",
        [
            .required("student", .uuid),
            .optional("firstDay", .date.described("Without it, the group's first day.")),
            .optional("lastDay", .nullable(.date)),
        ])
    static let enrolmentChange = Schema.object(
        "EnrolmentChange", [.optional("firstDay", .date), .optional("lastDay", .nullable(.date))])
    static let newTeacher = Schema.object("NewTeacher", [.required("user", .uuid)])
}
