import Foundation
import Kernel
import Web

/// Masked notes with findings to be found by a class.
struct CaseRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let cases = ComplianceBase.path + "/teaching-cases"
        routes.post(cases, allow: .may(.reviewNotes), CaseDocs.add, handle: add)
        routes.get(cases, allow: .may(.studyCases), CaseDocs.list, handle: list)
        routes.get(cases + "/{id}", allow: .may(.studyCases), CaseDocs.one, handle: get)
        routes.post(cases + "/{id}/answer", allow: .may(.studyCases), CaseDocs.answer, handle: answer)
        routes.delete(cases + "/{id}", allow: .may(.reviewNotes), CaseDocs.delete, handle: delete)
    }

    private func add(_ call: Call) async throws -> Reply {
        let input = try await call.decode(CaseInput.self, upTo: 64 << 10)
        let title = input.title.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...200).contains(title.unicodeScalars.count), !title.utf8.contains(0) else {
            throw InvalidInput("title", code: "required", "Write a title of 1 to 200 characters.")
        }
        let row = try await store.makeCase(input.document, title: title, hide: input.hide, by: call.actor)
        let secret = try store.secret(of: row)
        return .object(status: 201) { $0.members(of: row, secret, answer: nil) }
            .header("Location", "\(ComplianceBase.path)/teaching-cases/\(row.id)")
    }

    private func list(_ call: Call) async throws -> Reply {
        .list(try await store.cases()) { json, row in json.members(of: row) }
    }

    private func get(_ call: Call) async throws -> Reply {
        let (row, secret, answer) = try await store.teachingCase(call.id("id"), by: call.actor)
        return .object { $0.members(of: row, secret, answer: answer) }
    }

    private func answer(_ call: Call) async throws -> Reply {
        let id = try call.id("id")
        let input = try await call.decode(CaseAnswerInput.self, upTo: 64 << 10)
        guard input.ruleIds.count <= 100, input.ruleIds.allSatisfy({ $0.utf8.count <= 40 && !$0.utf8.contains(0) })
        else { throw InvalidInput("ruleIds", code: "invalid", "Name at most 100 rules.") }
        let answer = try await store.answerCase(id, rules: input.ruleIds, by: call.actor)
        return .object { $0.members(of: answer) }
    }

    private func delete(_ call: Call) async throws -> Reply {
        try await store.deleteCase(call.id("id"), by: call.actor)
        return .noContent
    }
}

private struct CaseInput: Decodable, Sendable {
    let document: String
    let title: String
    let hide: [String]
}

private struct CaseAnswerInput: Decodable, Sendable {
    let ruleIds: [String]
}

extension JSONWriter {
    mutating func members(of row: CaseRow) {
        member("id", row.id)
        member("title", row.title)
        member("author", row.authorName)
        member("at", at: row.at.milliseconds)
        member("hidden", row.hidden)
    }

    /// What was hidden is shown to a learner who has answered.
    mutating func members(of row: CaseRow, _ secret: CaseSecret, answer: CaseAnswer?) {
        members(of: row)
        member("masked", secret.masked)
        member("noteType", secret.noteType?.rawValue)
        member("discipline", secret.discipline?.rawValue)
        name("answer")
        guard let answer else { return value(JSONValue.null) }
        object { $0.members(of: answer) }
    }

    mutating func members(of answer: CaseAnswer) {
        for (name, findings) in [("found", answer.found), ("missed", answer.missed)] {
            member(name, findings) { json, finding in
                json.object {
                    $0.member("ruleId", finding.ruleId)
                    $0.member("title", finding.title)
                    $0.member("reason", finding.reason)
                    $0.member("tip", finding.tip)
                }
            }
        }
        member("extra", texts: answer.extra)
    }
}

private enum CaseDocs {
    private static let members: [Schema.Property] = [
        .required("id", .uuid), .required("title", .string), .required("author", .string),
        .required("at", .instant), .required("hidden", .integer.described("How many findings there are to find.")),
    ]
    private static let found = Schema.array(
        of: .object(
            "ComplianceHiddenFinding",
            [
                .required("ruleId", .string), .required("title", .string), .required("reason", .string),
                .required("tip", .string),
            ]))
    private static let answerSchema = Schema.object(
        "ComplianceCaseAnswer",
        [.required("found", found), .required("missed", found), .required("extra", .array(of: .string))])
    private static let whole = Schema.object(
        "ComplianceCase",
        members + [
            .required("masked", .string), .required("noteType", .nullable(NoteDocs.type)),
            .required("discipline", .nullable(NoteDocs.discipline)),
            .required("answer", .nullable(answerSchema).described("Null until the caller has answered.")),
        ])

    static let add = Doc(
        "Makes an exercise of a note, with findings to be found", tag: ComplianceBase.tag, id: "addComplianceCase",
        body: .json(
            .object([
                .required("document", .uuid), .required("title", .string(min: 1, max: 200)),
                .required("hide", .array(of: .string, max: 100).described("Ids of violated findings.")),
            ])), answers: whole, status: 201, fails: [404, 409])

    static let list = Doc(
        "The exercises there are, the newest first", tag: ComplianceBase.tag, id: "listComplianceCases",
        answers: .page(of: .object("ComplianceCaseCard", members)))

    static let one = Doc(
        "An exercise: the masked note, and what was hidden once the caller has answered", tag: ComplianceBase.tag,
        id: "getComplianceCase", answers: whole, fails: [404])

    static let answer = Doc(
        "Names the rules that a note breaks; once for each learner", tag: ComplianceBase.tag,
        id: "answerComplianceCase",
        body: .json(.object([.required("ruleIds", .array(of: .string, max: 100))])), answers: answerSchema,
        fails: [404, 409])

    static let delete = Doc(
        "Removes an exercise, by its author or whoever runs the team", tag: ComplianceBase.tag,
        id: "deleteComplianceCase", answers: nil, fails: [404])
}
