import Web

enum ExportDocs {
    private static let names = ExportPart.allCases.map(\.rawValue)

    static let export = Doc(
        "A session as a ZIP of exactly what is ticked, with a manifest of names, sizes and SHA-256", tag: "scribe",
        id: "exportScribeSession",
        query: [
            .query(
                "parts", .string(max: 400),
                "Some of \(names.joined(separator: ", ")), separated by commas; all of them when absent.")
        ], answers: .file("application/zip"), fails: [404])

    private static let counts: [Schema.Property] = [
        "recordings", "segments", "tags", "notes", "attachments", "aiNotes", "questions", "cards", "quiz",
    ].map { .required($0, .integer(min: 0)) }

    static let take = Doc(
        "Takes the ZIP of a session in; its module, group and session are made when they are missing", tag: "scribe",
        id: "importScribeSession", body: .file("application/zip", "application/octet-stream"),
        answers: .object(
            "ScribeImport", [.required("session", .uuid), .required("created", .object(counts))]), status: 201,
        fails: [409, 413, 507])
}
