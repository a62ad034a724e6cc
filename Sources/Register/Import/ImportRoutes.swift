import Kernel
package import Web

/// Files from elsewhere: bring in, look at, take back.
package func addImportRoutes(to routes: inout Routes, store: RegisterStore) {
    let limit = 50 << 20

    routes.post(
        "/api/v1/imports", allow: .may(.manageSchool),
        Doc(
            "Brings in a file: people, modules, groups, timetable, OneRoster, iCalendar or an attendance export",
            tag: "imports", id: "createImport", query: ImportSchemas.parameters,
            body: .file(ImportSchemas.file, upTo: limit), answers: ImportSchemas.report, status: 201,
            others: [200: ImportSchemas.report], fails: [413, 415, 422])
    ) { call in
        try call.requireFile()
        let isPreview = try call.boolean("preview") ?? false
        let kind = call.query("kind") == "auto" ? nil : try call.choice("kind", of: ImportKind.self)
        let request = ImportRequest(
            try await call.body(upTo: limit), kind: kind, fileName: try call.text("name", upTo: 255),
            module: try call.text("module", upTo: 64), group: try call.text("group", upTo: 200))
        if isPreview { return .json(try await store.previewImport(request, by: call.caller).shortened()) }
        let report = try await store.commitImport(request, by: call.caller)
        return .created(report.shortened(), at: "/api/v1/imports/\(report.id ?? "")")
    }

    routes.get(
        "/api/v1/imports", allow: .may(.manageSchool),
        Doc(
            "Imports, the latest first", tag: "imports", id: "listImports", query: [.limit(1...100), .cursor],
            answers: .page(of: ImportSchemas.report))
    ) { call in
        let cursor = call.query("cursor")
        guard cursor.map(Identifier.isValid) ?? true else {
            throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.")
        }
        let page = try await store.imports(
            before: cursor, limit: try call.integer("limit", default: 20, in: 1...100))
        return .json(ImportPage(items: page.items, next: page.next))
    }

    routes.get(
        "/api/v1/imports/{id}", allow: .may(.manageSchool),
        Doc("One import with its report", tag: "imports", id: "getImport", answers: ImportSchemas.report)
    ) { call in .json(try await store.importReport(call.id("id")).shortened()) }

    routes.get(
        "/api/v1/imports/{id}/rows.csv", allow: .may(.manageSchool),
        Doc(
            "Every row that did not come in as a record of its own, with its line and the reason", tag: "imports",
            id: "getImportRows", answers: .file("text/csv"))
    ) { call in
        let report = try await store.importReport(call.id("id"))
        return .bytes(report.csv, type: "text/csv; charset=utf-8", fileName: "import-rows.csv")
    }

    routes.delete(
        "/api/v1/imports/{id}", allow: .may(.manageSchool),
        Doc(
            "Takes an import back, unless something was built on it since", tag: "imports", id: "undoImport",
            answers: ImportSchemas.report, fails: [409])
    ) { call in .json(try await store.undoImport(call.id("id"), by: call.caller).shortened()) }
}

private struct ImportPage: Encodable, Sendable {
    let items: [ImportReport]
    let next: String?

    /// `next` is there on the last page too, as null.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }

    private enum Key: String, CodingKey { case items, next }
}

extension Call {
    /// A file of any type but those that are certainly a mistake: a form, or JSON.
    fileprivate func requireFile() throws {
        let type = (header("Content-Type") ?? "").lowercased()
        guard !type.hasPrefix("multipart/"), !type.hasPrefix("application/json") else {
            throw WebError.unsupportedMedia(expected: ["the file itself, as application/octet-stream"])
        }
    }

    fileprivate func text(_ name: String, upTo limit: Int) throws -> String? {
        guard let text = query(name).map(CellText.clean), !text.isEmpty else { return nil }
        guard text.unicodeScalars.count <= limit, !text.utf8.contains(0) else {
            throw InvalidInput(name, code: "text_too_long", "The \(name) may have at most \(limit) characters.")
        }
        return text
    }
}
