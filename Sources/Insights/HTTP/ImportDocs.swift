import Web

/// What the OpenAPI file says of files that come in.
enum ImportDocs {
    static let create = Doc(
        "Takes in an attendance export, a rotation map or student notes, as CSV or XLSX", tag: "insights",
        id: "createInsightsImport",
        query: [
            .query("name", .string(max: 255), "The file's name; the module is taken from it."),
            .query("module", .string(max: 64), "Code of the module, where the file names none or another."),
            .query("kind", .enumeration(ImportKind.allCases.map(\.rawValue)), "Told from the headings when absent."),
            .query(
                "dateOrder", .enumeration(DateOrder.allCases.map(\.rawValue)),
                "What comes first in 03/04/2026, for a file that the server asked about."),
        ],
        body: .file(
            [
                "application/octet-stream", "text/csv", "text/plain", "application/vnd.ms-excel",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ], upTo: 64 << 20),
        answers: InsightsSchemas.importReport, status: 201, others: [200: InsightsSchemas.importReport],
        fails: [413, 415, 422])

    static let list = Doc(
        "Imports, the latest first; without the single problems", tag: "insights", id: "listInsightsImports",
        query: [.query("module", .string(max: 64), "Code of the module."), .limit(1...200), .cursor],
        answers: .page(of: InsightsSchemas.importReport))

    static let one = Doc(
        "One import with its accounting", tag: "insights", id: "getInsightsImport",
        answers: InsightsSchemas.importReport)

    static let rows = Doc(
        "Every row that is not kept as it stands, with the reason", tag: "insights", id: "getInsightsImportRows",
        query: [.query("format", .enumeration(["json", "csv"]), "csv when absent.")],
        answers: .page(of: InsightsSchemas.problem), orFile: ["text/csv"])

    static let file = Doc(
        "The file as it was sent", tag: "insights", id: "getInsightsImportFile",
        answers: .file("application/octet-stream"))

    static let undo = Doc(
        "Takes an import out of the analysis, completely", tag: "insights", id: "undoInsightsImport",
        answers: InsightsSchemas.importReport, fails: [409])

    static let restore = Doc(
        "Brings an undone import back", tag: "insights", id: "restoreInsightsImport",
        answers: InsightsSchemas.importReport, fails: [409])
}
