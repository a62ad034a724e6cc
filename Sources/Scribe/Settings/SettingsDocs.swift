import Web

enum SettingsDocs {
    private static let members: [(String, Schema)] = [
        ("uploadLimit", .integer(ScribeSettingsChange.uploadLimits).described("Bytes of the largest file.")),
        (
            "retentionDays",
            .nullable(.integer(1...36_500)).described("The sound goes after so many days; null keeps it.")
        ),
        ("undoDays", .integer(0...90).described("How long something deleted can be brought back.")),
        ("notice", .string(min: 1, max: ScribeSettingsChange.longestNotice)),
        ("model", .nullable(.string(max: 64)).described("Speech model; null takes the one of the installation.")),
    ]

    private static let answer = Schema.object(
        "ScribeSettings",
        members.map { .required($0.0, $0.1) } + [
            .required("languageProvider", .enumeration(["built-in", "openai-compatible", "gemini"]))
        ])

    static let settings = Doc(
        "What the school decides about recordings", tag: "scribe", id: "getScribeSettings", answers: answer)

    static let change = Doc(
        "Changes what the school decides about recordings; what is absent stays", tag: "scribe",
        id: "changeScribeSettings", body: .json(.object(members.map { .optional($0.0, $0.1) })), answers: answer)

    static let status = Doc(
        "Models and programs of the installation, and the commands that bring what is missing", tag: "scribe",
        id: "getScribeStatus",
        answers: .object(
            "ScribeStatus",
            [
                .required(
                    "models",
                    .array(
                        of: .object([
                            .required("name", .string), .required("bytes", .integer),
                            .required("multilingual", .boolean), .required("inUse", .boolean),
                        ]))),
                .required("voiceActivity", .boolean),
                .required(
                    "tools",
                    .array(
                        of: .object([
                            .required("name", .string), .required("installed", .boolean),
                            .required("install", .string),
                        ]))),
                .required(
                    "provider", .object([.required("name", .string), .required("model", .nullable(.string))])),
                .required("missing", .array(of: .string.described("A sentence with the command."))),
            ]))

    static let deletions = Doc(
        "What was deleted for good or on request, by whom and when; the latest first", tag: "scribe",
        id: "listScribeDeletions", query: [.limit(), .cursor],
        answers: .page(
            of: .object(
                "ScribeDeletion",
                [
                    .required("id", .uuid), .required("at", .instant), .required("byName", .nullable(.string)),
                    .required("reason", .enumeration(Deletion.Reason.allCases.map(\.rawValue))),
                    .required("what", .enumeration(Deletion.What.allCases.map(\.rawValue))),
                    .required("subject", .string.described("Id of what is gone.")), .required("session", .uuid),
                ])))
}
