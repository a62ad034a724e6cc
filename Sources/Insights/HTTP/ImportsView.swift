import Kernel
import Persistence
import Register
import Web

extension InsightsRoutes {
    /// Takes a file in as it comes, never whole when it is large.
    func createImport(_ call: Call) async throws -> Reply {
        try call.requireFile()
        let request = ImportRequest(
            name: try call.fileName(), module: try call.cleanText("module", upTo: 64),
            kind: try call.choice("kind", of: ImportKind.self),
            dateOrder: try call.choice("dateOrder", of: DateOrder.self))
        let (stored, isSame) = try await store.importFile(request, by: call.caller) { arrival in
            try await call.parts(of: ImportArrival.partSize, upTo: ImportArrival.limit) { try await arrival.take($0) }
        }
        let outcome = try await store.outcome(of: stored)
        let reply = Reply.object(status: isSame ? 200 : 201) {
            $0.members(of: outcome, state: isSame ? "same" : "stored")
        }
        return isSame ? reply : reply.header("Location", "/api/v1/insights/imports/\(stored.id)")
    }

    func listImports(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 50, in: 1...200)
        let cursor = call.query("cursor")
        let position = cursor.flatMap(Int64.init)
        guard cursor == nil || position != nil else {
            throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.")
        }
        let found = try await store.imports(
            module: try call.cleanText("module", upTo: 64), before: position, limit: limit)
        var outcomes: [ImportOutcome] = []
        for stored in found.prefix(limit) {
            outcomes.append(try await store.outcome(of: stored, problems: false))
        }
        return .object { json in
            json.member(
                "items",
                objects: { list in for outcome in outcomes { list.object { $0.members(of: outcome) } } })
            json.member("next", found.count > limit ? found.prefix(limit).last.map { String($0.position) } : nil)
        }
    }

    func getImport(_ call: Call) async throws -> Reply {
        let outcome = try await store.outcome(of: try await store.stored(call.id("id")))
        return .object { $0.members(of: outcome) }
    }

    func undoImport(_ call: Call) async throws -> Reply {
        let outcome = try await store.outcome(of: try await store.setUndone(true, call.id("id")))
        return .object { $0.members(of: outcome) }
    }

    func restoreImport(_ call: Call) async throws -> Reply {
        let outcome = try await store.outcome(of: try await store.setUndone(false, call.id("id")))
        return .object { $0.members(of: outcome) }
    }

    /// The original bytes.
    func importFile(_ call: Call) async throws -> Reply {
        let stored = try await store.stored(call.id("id"))
        return .parts(
            length: stored.bytes, type: "application/octet-stream",
            fileName: stored.name.isEmpty ? "import" : stored.name
        ) { [database = store.database] in try await ImportFiles.part(stored.id, $0, database) }
    }

    /// Every row that is not kept as it stands.
    func importRows(_ call: Call) async throws -> Reply {
        let stored = try await store.stored(call.id("id"))
        let rows = try await store.problems(of: stored)
        guard call.query("format") != "json" else {
            return .object { json in
                json.member("items", objects: { list in for row in rows { list.object { $0.members(of: row) } } })
                json.member("next", nil as String?)
            }
        }
        var csv = CSVWriter(header: ["record", "line", "column", "code", "reason", "value"])
        for row in rows {
            csv.append([
                .init(row.record), .init(row.line), .init(row.column), .text(row.code.rawValue),
                .text(row.code.sentence), .init(row.value),
            ])
        }
        return .bytes(csv.bytes, type: "text/csv", fileName: "import rows.csv")
    }
}

extension JSONWriter {
    /// - Parameter state: as an answer to the upload; stored or undone when absent.
    fileprivate mutating func members(of outcome: ImportOutcome, state: String? = nil) {
        let stored = outcome.stored
        member("id", stored.id)
        member("name", stored.name)
        member("kind", stored.kind.rawValue)
        member("module", stored.module)
        member("bytes", stored.bytes)
        member("sha256", stored.sha256)
        member("dateOrder", stored.dateOrder?.rawValue)
        member("importedAt", at: stored.importedAt)
        member("importedByName", stored.importedByName)
        member("state", state ?? (stored.isUndone ? "undone" : "stored"))
        if let accounting = outcome.accounting {
            member("accounting", with: { $0.object { $0.members(of: accounting) } })
        } else {
            member("accounting", nil as String?)
        }
        member(
            "problems",
            objects: { list in
                for problem in outcome.problems { list.object { $0.members(of: problem) } }
            })
        member("problemCount", outcome.problemCount)
        member("skipped", outcome.skipped)
        member("students", outcome.students)
        member("firstDay", outcome.firstDay?.description)
        member("lastDay", outcome.lastDay?.description)
    }

    fileprivate mutating func members(of problem: RowProblem) {
        member("record", problem.record)
        member("line", problem.line)
        member("column", problem.column)
        member("code", problem.code.rawValue)
        member("reason", problem.code.sentence)
        member("value", problem.value)
    }
}
