import Kernel
import Web

/// What the owner of a note says of its findings, and how often the findings of a rule were right.
struct VerdictRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let verdict = ComplianceBase.path + "/documents/{id}/findings/{finding}/verdict"
        routes.put(verdict, allow: .may(.reviewNotes), VerdictDocs.judge, handle: judge)
        routes.delete(verdict, allow: .may(.reviewNotes), VerdictDocs.withdraw, handle: withdraw)
        routes.get(
            ComplianceBase.path + "/rules/precision", allow: RuleRoutes.readers, VerdictDocs.precision,
            handle: precision)
    }

    private func judge(_ call: Call) async throws -> Reply {
        let input = try await call.decode(VerdictInput.self, upTo: 64 << 10)
        guard (input.comment?.unicodeScalars.count ?? 0) <= 2_000 else {
            throw InvalidInput("comment", code: "too_long", "A comment may have 2000 characters.")
        }
        let (document, finding) = (try call.id("id"), try call.parameter("finding"))
        try await store.judge(
            finding, of: document, correct: input.correct, comment: input.comment, by: call.actor)
        return try await reply(finding, of: document, call)
    }

    private func withdraw(_ call: Call) async throws -> Reply {
        let (document, finding) = (try call.id("id"), try call.parameter("finding"))
        try await store.withdrawVerdict(finding, of: document, by: call.actor)
        return .noContent
    }

    private func reply(_ id: String, of document: String, _ call: Call) async throws -> Reply {
        let report = try await store.report(nil, of: document, by: call.actor, action: "document.view").report
        guard let finding = report.analysis.finding(id) else { throw ComplianceError.unknownFinding }
        let verdict = try await store.verdicts(on: document)[id]
        return Reply.object { $0.members(of: finding, verdict: verdict) }.unkept
    }

    private func precision(_ call: Call) async throws -> Reply {
        .list(try await store.precisions()) { json, item in
            json.member("ruleId", item.rule)
            json.member("correct", item.correct)
            json.member("disputed", item.disputed)
            json.member("n", item.count)
            json.member("precision", decimal: item.precision)
        }
    }
}

private struct VerdictInput: Decodable, Sendable {
    let correct: Bool
    let comment: String?
}

private enum VerdictDocs {
    private static let finding: [String: Schema] = ["finding": .string(max: 64)]

    static let judge = Doc(
        "Says whether a finding is right; a disputed one stays in the report", tag: ComplianceBase.tag,
        id: "judgeComplianceFinding", path: finding,
        body: .json(
            .object([.required("correct", .boolean), .optional("comment", .nullable(.string(max: 2_000)))])),
        answers: NoteDocs.finding, fails: [404, 409])

    static let withdraw = Doc(
        "Takes the verdict on a finding back", tag: ComplianceBase.tag, id: "withdrawComplianceVerdict", path: finding,
        answers: nil, fails: [404, 409])

    static let precision = Doc(
        "How often the findings of each rule were right by those who looked; null below ten verdicts",
        tag: ComplianceBase.tag, id: "listCompliancePrecision",
        answers: .page(
            of: .object(
                "CompliancePrecision",
                [
                    .required("ruleId", .string), .required("correct", .integer), .required("disputed", .integer),
                    .required("n", .integer), .required("precision", .nullable(.number)),
                ])))
}
