import Kernel
import Web

/// Notes of one patient, and what their order shows.
struct EpisodeRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let episodes = ComplianceBase.path + "/episodes"
        routes.get(episodes, allow: .may(.reviewNotes), EpisodeDocs.list, handle: list)
        routes.post(episodes, allow: .may(.reviewNotes), EpisodeDocs.add, handle: add)
        routes.get(episodes + "/{id}", allow: .may(.reviewNotes), EpisodeDocs.one, handle: get)
    }

    private func list(_ call: Call) async throws -> Reply {
        let rows = try await store.episodes(of: call.caller.userID)
        let labels = try rows.map(store.label)
        return .list(zip(rows, labels)) { json, item in json.members(of: item.0, label: item.1) }
    }

    private func add(_ call: Call) async throws -> Reply {
        let input = try await call.decode(EpisodeInput.self, upTo: 64 << 10)
        let (id, isLabelRefused) = try await store.makeEpisode(label: input.label, by: call.actor)
        return try await reply(id, call, status: 201, isLabelRefused: isLabelRefused).header(
            "Location", "\(ComplianceBase.path)/episodes/\(id)")
    }

    private func get(_ call: Call) async throws -> Reply { try await reply(try call.id("id"), call) }

    private func reply(
        _ id: String, _ call: Call, status: Int = 200, isLabelRefused: Bool? = nil
    ) async throws -> Reply {
        let (row, notes, chart) = try await store.chart(of: id, by: call.actor)
        let label = try store.label(of: row)
        let names = try notes.map(store.name)
        return Reply.object(status: status) { json in
            json.members(of: row, label: label)
            if let isLabelRefused { json.member("labelRefused", isLabelRefused) }
            json.member("notes", zip(notes, names)) { json, item in
                json.object { $0.members(of: item.0, name: item.1) }
            }
            json.members(of: chart)
        }.unkept
    }
}

private struct EpisodeInput: Decodable, Sendable {
    let label: String?
}

extension JSONWriter {
    mutating func members(of row: EpisodeRow, label: String) {
        member("id", row.id)
        member("label", label)
        member("at", at: row.createdAt.milliseconds)
    }

    mutating func members(of chart: EpisodeChart) {
        nest("visits") {
            $0.member("count", chart.visits.count)
            $0.member("sinceReport", chart.visits.sinceReport)
            $0.member("nextReportDueAtVisit", chart.visits.nextReportDueAtVisit)
        }
        member("dueDates", chart.dueDates) { json, due in
            json.object {
                $0.member("kind", due.kind.rawValue)
                $0.member("due", due.due?.description)
                $0.member("warnFrom", due.warnFrom?.description)
                $0.member("visit", due.visit)
                $0.member("state", due.state.rawValue)
                $0.member("discipline", due.discipline?.rawValue)
            }
        }
        member("findings", chart.items) { json, item in
            json.object { json in
                json.member("id", item.finding.id)
                json.member("ruleId", item.finding.ruleId)
                json.member("ruleVersion", item.finding.ruleVersion)
                json.member("title", item.finding.title)
                json.member("severity", item.finding.severity.rawValue)
                json.member("status", item.finding.status.rawValue)
                json.member("evidence", item.places) { $0.evidence($1.evidence, of: $1.note) }
                json.members(ofText: item.finding)
                json.member("notes", texts: item.notes)
            }
        }
        member("left", texts: chart.left)
        member("warnings", chart.strangers.isEmpty ? [] : [chart.strangers]) { json, notes in
            json.object {
                $0.member("code", "other_patient")
                $0.member("notes", texts: notes)
            }
        }
    }
}

private enum EpisodeDocs {
    private static let members: [Schema.Property] = [
        .required("id", .uuid), .required("label", .string), .required("at", .instant),
    ]

    static let list = Doc(
        "The caller's own episodes, the newest first", tag: ComplianceBase.tag, id: "listComplianceEpisodes",
        answers: .page(of: .object("ComplianceEpisode", members)))

    static let add = Doc(
        "Begins an episode; a label that names somebody becomes a number", tag: ComplianceBase.tag,
        id: "addComplianceEpisode", body: .json(.object([.optional("label", .nullable(.string(max: 80)))])),
        answers: whole, status: 201)

    static let one = Doc(
        "An episode with its notes, chart findings and due dates; looking at it is put on record",
        tag: ComplianceBase.tag, id: "getComplianceEpisode", answers: whole, fails: [404])

    private static let whole = Schema.object(
        "ComplianceEpisodeChart",
        members + [
            .optional(
                "labelRefused",
                .boolean.described("Of a new one: the label may name somebody, so the number stands in its place.")),
            .required("notes", .array(of: NoteDocs.card)),
            .required(
                "visits",
                .object([
                    .required("count", .integer), .required("sinceReport", .nullable(.integer)),
                    .required("nextReportDueAtVisit", .nullable(.integer)),
                ])),
            .required(
                "dueDates",
                .array(
                    of: .object([
                        .required("kind", .enumeration(DueDate.Kind.allCases.map(\.rawValue))),
                        .required("due", .nullable(.date)), .required("warnFrom", .nullable(.date)),
                        .required("visit", .nullable(.integer)),
                        .required("state", .enumeration(["ok", "soon", "late"])),
                        .required("discipline", .nullable(NoteDocs.discipline)),
                    ]))),
            .required(
                "findings",
                .array(of: .any.described("As a finding of a note; its evidence names the note in document."))),
            .required("left", .array(of: .uuid).described("Notes whose text was not kept; they are not in it.")),
            .required(
                "warnings",
                .array(
                    of: .object([
                        .required("code", .enumeration(["other_patient"])),
                        .required(
                            "notes",
                            .array(of: .uuid).described(
                                "Their names, birth date or record number are another patient's than the others'.")),
                    ]))),
        ])
}
