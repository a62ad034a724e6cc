import Kernel
import Web

/// Versions of the rules.
struct RubricRoutes: Sendable {
    let store: ComplianceStore

    /// Bytes of a pack.
    static let largest = 4 << 20

    func add(to routes: inout Routes) {
        let rubrics = ComplianceBase.path + "/rubrics"
        let rubric = rubrics + "/{version}"
        routes.get(rubrics, allow: .may(.manageRubrics), RubricDocs.list, handle: list)
        routes.post(rubrics, allow: .may(.manageRubrics), RubricDocs.draft, handle: draft)
        routes.post(rubrics + "/rollback", allow: .may(.manageRubrics), RubricDocs.rollBack, handle: rollBack)
        routes.get(rubric, allow: .may(.manageRubrics), RubricDocs.one, handle: get)
        routes.put(rubric, allow: .may(.manageRubrics), RubricDocs.write, handle: write)
        routes.post(rubric + "/test", allow: .may(.manageRubrics), RubricDocs.test, handle: test)
        routes.post(rubric + "/activate", allow: .may(.manageRubrics), RubricDocs.activate, handle: activate)
    }

    private func list(_ call: Call) async throws -> Reply {
        .list(try await store.rubricVersions()) { json, row in json.members(of: row) }
    }

    private func draft(_ call: Call) async throws -> Reply {
        let input = try await call.decode(DraftInput.self, upTo: 64 << 10)
        guard (input.note?.unicodeScalars.count ?? 0) <= 500 else {
            throw InvalidInput("note", code: "too_long", "A note may have 500 characters.")
        }
        let row = try await store.draftRubric(from: input.from, note: input.note ?? "", by: call.actor)
        return .object(status: 201) { $0.members(of: row) }
            .header("Location", "\(ComplianceBase.path)/rubrics/\(row.version)")
    }

    private func get(_ call: Call) async throws -> Reply {
        try await reply(try await store.rubricVersion(try call.parameter("version")))
    }

    private func write(_ call: Call) async throws -> Reply {
        let version = try call.parameter("version")
        let input = try await call.decode(RubricInput.self, upTo: Self.largest)
        guard !input.yaml.utf8.contains(0) else {
            throw InvalidInput("yaml", code: "invalid", "Rules must not contain the null character (U+0000).")
        }
        let problems = try await store.writeRubric(version, yaml: input.yaml, by: call.actor)
        return try await reply(try await store.rubricVersion(version), problems)
    }

    private func reply(_ row: RubricRow, _ known: [RubricProblem]? = nil) async throws -> Reply {
        var problems = known ?? []
        if known == nil, row.state == .draft {
            problems = await Blocking.run { ComplianceStore.problems(row.yaml, version: row.version) }
        }
        return .object { json in
            json.members(of: row)
            json.member("yaml", row.yaml)
            json.member("problems", problems) { json, problem in
                json.object {
                    $0.member("line", problem.line)
                    $0.member("rule", problem.rule)
                    $0.member("message", problem.message)
                }
            }
        }
    }

    private func test(_ call: Call) async throws -> Reply {
        let (passed, failed) = try await store.testRubric(try call.parameter("version"))
        return .object { json in
            json.nest("examples") { json in
                json.member("passed", passed)
                json.member("failed", failed) { json, failed in
                    json.object {
                        $0.member("rule", failed.rule)
                        $0.member("example", failed.example)
                        $0.member("expected", failed.expected.rawValue)
                        $0.member("got", failed.got.rawValue)
                        $0.member("line", failed.line)
                    }
                }
            }
        }
    }

    private func activate(_ call: Call) async throws -> Reply {
        let row = try await store.activateRubric(try call.parameter("version"), by: call.actor)
        return .object { $0.members(of: row) }
    }

    private func rollBack(_ call: Call) async throws -> Reply {
        let row = try await store.rollBackRubric(by: call.actor)
        return .object { $0.members(of: row) }
    }
}

private struct DraftInput: Decodable, Sendable {
    let from: String
    let note: String?
}

private struct RubricInput: Decodable, Sendable {
    let yaml: String
}

extension JSONWriter {
    mutating func members(of row: RubricRow) {
        member("id", row.rubricId)
        member("version", row.version)
        member("state", row.state.rawValue)
        member("author", row.authorName)
        member("at", at: row.at.milliseconds)
        member("activatedAt", at: row.activatedAt?.milliseconds)
        member("note", row.note)
    }
}

private enum RubricDocs {
    private static let version: [String: Schema] = ["version": .string(max: 60)]

    private static let members: [Schema.Property] = [
        .required("id", .string), .required("version", .string),
        .required("state", .enumeration(RubricState.allCases.map(\.rawValue))),
        .required("author", NoteDocs.perhapsText.described("Null for those that come with Rounds.")),
        .required("at", .instant), .required("activatedAt", .nullable(.instant)), .required("note", .string),
    ]
    private static let row = Schema.object("ComplianceRubric", members)
    private static let whole = Schema.object(
        "ComplianceRubricWithRules",
        members + [
            .required("yaml", .string),
            .required(
                "problems",
                .array(
                    of: .object([
                        .required("line", .integer), .required("rule", NoteDocs.perhapsText),
                        .required("message", .string),
                    ]))),
        ])

    static let list = Doc(
        "Versions of the rules, the newest first", tag: ComplianceBase.tag, id: "listComplianceRubrics",
        answers: .page(of: row))

    static let draft = Doc(
        "A draft that begins as another version", tag: ComplianceBase.tag, id: "draftComplianceRubric",
        body: .json(
            .object([.required("from", .string(max: 60)), .optional("note", .nullable(.string(max: 500)))])),
        answers: row, status: 201, fails: [404])

    static let one = Doc(
        "A version with its rules as YAML, and what is wrong with them", tag: ComplianceBase.tag,
        id: "getComplianceRubric", path: version, answers: whole, fails: [404])

    static let write = Doc(
        "Writes the rules of a draft; it is kept also with problems", tag: ComplianceBase.tag,
        id: "writeComplianceRubric", path: version,
        body: .json(.object([.required("yaml", .string(max: 4_000_000))]), upTo: RubricRoutes.largest), answers: whole,
        fails: [404, 409])

    static let test = Doc(
        "Runs the examples of a version's rules", tag: ComplianceBase.tag, id: "testComplianceRubric", path: version,
        answers: .object(
            "ComplianceRubricTest",
            [
                .required(
                    "examples",
                    .object([
                        .required("passed", .integer),
                        .required(
                            "failed",
                            .array(
                                of: .object([
                                    .required("rule", .string), .required("example", .string),
                                    .required("expected", NoteDocs.status), .required("got", NoteDocs.status),
                                    .required("line", .integer),
                                ]))),
                    ]))
            ]), fails: [404])

    static let activate = Doc(
        "Makes a draft whose examples come out the rules in use", tag: ComplianceBase.tag,
        id: "activateComplianceRubric", path: version, answers: row, fails: [404, 409])

    static let rollBack = Doc(
        "Goes back to the version that was in use before", tag: ComplianceBase.tag, id: "rollBackComplianceRubric",
        answers: row, fails: [409])
}
