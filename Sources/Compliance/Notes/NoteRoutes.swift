import Kernel
import Persistence
import Web

/// Notes: each is its owner's alone.
struct NoteRoutes: Sendable {
    let store: ComplianceStore

    /// Bytes of a note that is pasted.
    static let largestText = 8 << 20

    func add(to routes: inout Routes) {
        let notes = ComplianceBase.path + "/documents"
        let note = notes + "/{id}"
        routes.post(notes, allow: .may(.reviewNotes), NoteDocs.add, handle: add)
        routes.get(notes, allow: .may(.reviewNotes), NoteDocs.list, handle: list)
        routes.post(notes + "/files", allow: .may(.reviewNotes), NoteDocs.addFile, handle: addFile)
        routes.get(note, allow: .may(.reviewNotes), NoteDocs.one, handle: get)
        routes.patch(note, allow: .may(.reviewNotes), NoteDocs.change, handle: change)
        routes.delete(note, allow: .may(.reviewNotes), NoteDocs.delete, handle: delete)
        routes.post(note + "/restore", allow: .may(.reviewNotes), NoteDocs.restore, handle: restore)
        routes.post(note + "/unmask", allow: .may(.reviewNotes), NoteDocs.unmask, handle: unmask)
        routes.post(note + "/analyse", allow: .may(.reviewNotes), NoteDocs.analyse, handle: analyse)
    }

    private func add(_ call: Call) async throws -> Reply {
        let input = try await call.decode(NoteInput.self, upTo: Self.largestText)
        guard !input.text.utf8.contains(0) else {
            throw InvalidInput("text", code: "invalid", "A note must not contain the null character (U+0000).")
        }
        let note = try await store.add(
            input.text, name: input.name, options: try await options(input.options), episode: input.episode,
            by: call.actor)
        return try await reply(note, call, status: 201)
            .header("Location", "\(ComplianceBase.path)/documents/\(note.id)")
    }

    private func addFile(_ call: Call) async throws -> Reply {
        let bytes = try await call.body(upTo: Intake.largest << 20)
        let (note, job) = try await store.add(
            file: bytes, name: call.query("name"), options: try await call.options(store),
            episode: call.query("episode"), by: call.actor)
        let name = try store.name(of: note)
        return .object(status: 202) { json in
            json.nest("document") { $0.members(of: note, name: name, report: nil, verdicts: [:]) }
            json.member("job", job)
        }
    }

    private func list(_ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 50, in: 1...200)
        let zone = try await store.school.zone()
        var filter = NoteFilter()
        filter.state = try call.choice("state", of: NoteState.self)
        filter.type = try call.choice("type", of: NoteType.self)
        filter.discipline = try call.choice("discipline", of: Discipline.self)
        filter.rule = call.query("rule")
        filter.text = call.query("q")
        filter.from = try call.date("from")?.instant(in: zone)
        filter.to = try call.date("to")?.adding(days: 1).instant(in: zone)
        let cursor = call.query("cursor")
        guard cursor.map(Identifier.isValid) ?? true else {
            throw InvalidInput("cursor", code: "invalid_cursor", "The cursor is not from a page of this list.")
        }
        let found = try await store.notes(filter, of: call.caller.userID, before: cursor, limit: limit)
        return .list(found, next: found.count == limit ? found.last?.row.id : nil) { json, item in
            json.members(of: item.row, name: item.name)
        }
    }

    private func get(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        return try await reply(try await store.note(id, of: call.caller.userID), call, report: call.query("report"))
    }

    private func change(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let input = try await call.decode(NoteChange.self, upTo: 64 << 10)
        try await store.change(id, name: input.name, episode: input.episode, by: call.actor)
        return try await reply(try await store.note(id, of: call.caller.userID), call)
    }

    private func delete(_ call: Call) async throws -> Reply {
        try await store.delete(call.id("id"), by: call.actor)
        return .noContent
    }

    private func restore(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        try await store.restore(id, by: call.actor)
        return try await reply(try await store.note(id, of: call.caller.userID), call)
    }

    private func unmask(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let input = try await call.decode(UnmaskInput.self, upTo: 64 << 10)
        guard (1...500).contains(input.reason.unicodeScalars.count), input.reason.contains(where: { !$0.isWhitespace })
        else { throw InvalidInput("reason", code: "required", "Say why you need the note as it was written.") }
        let (text, report) = try await store.unmask(id, reason: input.reason, by: call.actor)
        return Reply.object { json in
            json.member("text", text)
            json.member("findings", report?.analysis.findings ?? []) { json, finding in
                json.object {
                    $0.member("id", finding.id)
                    $0.member("evidence", finding.evidence) { json, evidence in
                        json.object {
                            $0.member("start", evidence.originalStart)
                            $0.member("end", evidence.originalEnd)
                        }
                    }
                }
            }
        }.unkept
    }

    private func analyse(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let bytes = try await call.body(upTo: 64 << 10)
        let input = bytes.isEmpty ? nil : try await call.decode(AnalyseInput.self, upTo: 64 << 10)
        let note = try await store.analyseAgain(id, options: try await options(input?.options), by: call.actor)
        return try await reply(note, call)
    }

    private func options(_ input: OptionsInput?) async throws -> AnalysisOptions {
        try await store.options(
            discipline: input?.discipline, type: input?.type, asOf: input?.asOf, strict: input?.strict)
    }

    /// A note as its owner sees it, with its report once there is one.
    private func reply(_ note: NoteRow, _ call: Call, report: String? = nil, status: Int = 200) async throws -> Reply {
        var kept: KeptReport?
        if note.report != nil, status == 201 {
            kept = try await store.freshReport(of: note)
        } else if note.report != nil {
            kept = try await store.report(report, of: note.id, by: call.actor, action: "document.view").report
        } else if report != nil {
            throw ComplianceError.unknownReport
        }
        let name = try store.name(of: note)
        let verdicts = try await store.verdicts(on: note.id)
        return Reply.object(status: status) {
            $0.members(of: note, name: name, report: kept, verdicts: verdicts)
        }.unkept
    }
}

private struct OptionsInput: Decodable, Sendable {
    let discipline: Discipline?
    let type: NoteType?
    let asOf: CivilDate?
    let strict: Bool?
}

private struct NoteInput: Decodable, Sendable {
    let name: String?
    let text: String
    let options: OptionsInput?
    let episode: String?
}

private struct AnalyseInput: Decodable, Sendable {
    let options: OptionsInput?
}

private struct UnmaskInput: Decodable, Sendable {
    let reason: String
}

/// What is absent stays; null is a value of its own.
private struct NoteChange: Decodable, Sendable {
    let name: String??
    let episode: String??

    private enum Key: String, CodingKey { case name, episode }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func given(_ key: Key) throws -> String?? {
            members.contains(key) ? .some(try members.decodeIfPresent(String.self, forKey: key)) : .none
        }
        name = try given(.name)
        episode = try given(.episode)
    }
}

extension Call {
    /// Options of a file, from the query.
    func options(_ store: ComplianceStore) async throws -> AnalysisOptions {
        try await store.options(
            discipline: try choice("discipline", of: Discipline.self), type: try choice("type", of: NoteType.self),
            asOf: try date("asOf"), strict: try boolean("strict"))
    }
}
