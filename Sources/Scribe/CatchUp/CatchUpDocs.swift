import Web

enum CatchUpDocs {
    static let own = Doc(
        "Sessions that the caller was marked absent from and that have something to read", tag: "scribe",
        id: "listCatchUp",
        answers: .page(
            of: .object(
                "CatchUpItem",
                [
                    .required("session", SessionDocs.card),
                    .required("openedAt", .nullable(.instant).described("When the pack was opened first.")),
                ])))

    static let open = Doc(
        "Notes on the absence that its pack was opened", tag: "scribe", id: "openCatchUp",
        answers: .object([.required("session", .uuid), .required("openedAt", .instant)]), fails: [404, 409])

    static let absentees = Doc(
        "Who was absent and who of them opened the pack", tag: "scribe", id: "listCatchUpOpenings",
        answers: .page(
            of: .object(
                "CatchUpOpening",
                [
                    .required("person", .uuid), .required("number", .nullable(.string)), .required("name", .string),
                    .required(
                        "status",
                        .nullable(.enumeration(["absent", "excused"])).described(
                            "null: not absent any more; the opening stays.")),
                    .required("openedAt", .nullable(.instant)), .required("lastOpenedAt", .nullable(.instant)),
                    .required("times", .integer(min: 0)),
                ])), fails: [404])
}
