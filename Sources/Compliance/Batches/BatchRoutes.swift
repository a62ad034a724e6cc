import Kernel
import Web

/// Many notes in one archive.
struct BatchRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let batches = ComplianceBase.path + "/batches"
        routes.post(batches, allow: .may(.reviewNotes), BatchDocs.add, handle: add)
        routes.get(batches, allow: .may(.reviewNotes), BatchDocs.list, handle: list)
        routes.get(batches + "/{id}", allow: .may(.reviewNotes), BatchDocs.one, handle: get)
    }

    private func add(_ call: Call) async throws -> Reply {
        let bytes = try await call.body(upTo: ComplianceStore.batchMegabytes << 20)
        let id = try await store.addBatch(
            bytes, name: call.query("name"), options: try await call.options(store), by: call.actor)
        return try await reply(id, call, status: 202).header("Location", "\(ComplianceBase.path)/batches/\(id)")
    }

    private func list(_ call: Call) async throws -> Reply {
        let rows = try await store.batches(of: call.caller.userID)
        let names = try rows.map(store.name)
        return .list(zip(rows, names)) { json, item in json.members(of: item.0, name: item.1) }
    }

    private func get(_ call: Call) async throws -> Reply { try await reply(try call.id("id"), call) }

    private func reply(_ id: String, _ call: Call, status: Int = 200) async throws -> Reply {
        let (row, items, notes) = try await store.batch(id, of: call.caller.userID)
        let name = try store.name(of: row)
        let shown = try items.map { item in
            let note = item.documentId.flatMap { notes[$0] }
            let name = try note.map { try store.name(of: $0).shown } ?? store.name(of: item, in: id)
            return (item: item, note: note, name: name)
        }
        return .object(status: status) { json in
            json.members(of: row, name: name)
            json.member("items", shown) { json, one in
                json.object { $0.members(of: one.item, one.note, name: one.name) }
            }
            json.nest("summary") { $0.members(summary: Array(notes.values)) }
        }
    }
}

extension JSONWriter {
    mutating func members(of batch: BatchRow, name: String) {
        member("id", batch.id)
        member("name", name)
        member("at", at: batch.at.milliseconds)
        member("state", batch.done + batch.failed < batch.total ? "running" : "done")
        member("total", batch.total)
        member("done", batch.done)
        member("failed", batch.failed)
    }

    fileprivate mutating func members(of item: BatchItemRow, _ note: NoteRow?, name shown: String) {
        member("name", shown)
        member("document", note?.id)
        member("state", note?.state.rawValue ?? "failed")
        member("score", decimal: note?.score)
        name("error")
        let code = item.errorCode ?? note?.errorCode
        guard let code else { return value(JSONValue.null) }
        object {
            $0.member("code", code)
            $0.member("message", item.message ?? note?.message)
        }
    }

    fileprivate mutating func members(summary notes: [NoteRow]) {
        let ready = notes.filter { $0.state == .ready }
        let scores = ready.compactMap(\.score)
        let mean = scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
        member("notes", ready.count)
        member("score", decimal: mean.map { ($0 * 10).rounded() / 10 })
        member("withHigh", ready.count { $0.high > 0 })
        nest("violated") {
            $0.member("high", ready.reduce(0) { $0 + $1.high })
            $0.member("medium", ready.reduce(0) { $0 + $1.medium })
            $0.member("low", ready.reduce(0) { $0 + $1.low })
        }
    }
}

private enum BatchDocs {
    private static let members: [Schema.Property] = [
        .required("id", .uuid), .required("name", .string), .required("at", .instant),
        .required("state", .enumeration(["running", "done"])), .required("total", .integer),
        .required("done", .integer), .required("failed", .integer),
    ]
    private static let whole = Schema.object(
        "ComplianceBatch",
        members + [
            .required(
                "items",
                .array(
                    of: .object([
                        .required("name", .string), .required("document", .nullable(.uuid)),
                        .required("state", .enumeration(NoteState.allCases.map(\.rawValue))),
                        .required("score", .nullable(.number)),
                        .required(
                            "error",
                            .nullable(
                                .object([.required("code", .string), .required("message", NoteDocs.perhapsText)]))),
                    ]))),
            .required(
                "summary",
                .object([
                    .required("notes", .integer), .required("score", .nullable(.number)),
                    .required("withHigh", .integer.described("Notes that break a condition of payment.")),
                    .required(
                        "violated",
                        .object([
                            .required("high", .integer), .required("medium", .integer), .required("low", .integer),
                        ])),
                ])),
        ])

    static let add = Doc(
        "Keeps the files of a ZIP archive as notes and analyses them in the background", tag: ComplianceBase.tag,
        id: "addComplianceBatch", query: NoteDocs.optionParameters,
        body: .file("application/zip", "application/octet-stream", upTo: ComplianceStore.batchMegabytes << 20),
        answers: whole, status: 202,
        fails: [413, 415])

    static let list = Doc(
        "The caller's own batches, the newest first", tag: ComplianceBase.tag, id: "listComplianceBatches",
        answers: .page(of: .object("ComplianceBatchCard", members)))

    static let one = Doc(
        "How far a batch is, with a summary of its notes", tag: ComplianceBase.tag, id: "getComplianceBatch",
        answers: whole, fails: [404])
}
