import Kernel
import Language
import Web

/// Questions about a finding or the manual.
struct QuestionRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        let questions = ComplianceBase.path + "/questions"
        routes.post(questions, allow: .may(.reviewNotes), QuestionDocs.ask, handle: ask)
        routes.get(questions, allow: .may(.reviewNotes), QuestionDocs.list, handle: list)
    }

    private func ask(_ call: Call) async throws -> Reply {
        let input = try await call.decode(QuestionInput.self, upTo: 64 << 10)
        let (row, question) = try await store.ask(
            input.question, document: input.document, finding: input.finding, by: call.actor)
        return .object(status: 201) { $0.members(of: row, question) }
    }

    private func list(_ call: Call) async throws -> Reply {
        .list(try await store.questions(of: call.caller.userID, document: call.query("document"))) { json, item in
            json.members(of: item.row, item.1)
        }
    }
}

private struct QuestionInput: Decodable, Sendable {
    let question: String
    let document: String?
    let finding: String?
}

extension JSONWriter {
    mutating func members(of row: QuestionRow, _ question: NoteQuestion) {
        member("id", row.id)
        member("question", question.question)
        member("answer", question.answer)
        member("refused", question.refused)
        member("citations", question.citations) { json, citation in
            json.object {
                $0.member("n", citation.n)
                $0.member("source", citation.source.kind == .attachment ? "rule" : "note")
                $0.member("sourceId", citation.source.id)
                $0.member("title", citation.source.title)
                $0.member("section", citation.source.kind == .attachment ? citation.source.title : nil)
                $0.member("quote", citation.quote)
            }
        }
        member("document", row.documentId)
        member("finding", row.findingId)
        member("at", at: row.at.milliseconds)
    }
}

private enum QuestionDocs {
    private static let question = Schema.object(
        "ComplianceQuestion",
        [
            .required("id", .uuid), .required("question", .string.described("Without identifiers.")),
            .required("answer", .string), .required("refused", .boolean),
            .required(
                "citations",
                .array(
                    of: .object([
                        .required("n", .integer), .required("source", .enumeration(["rule", "note"])),
                        .required("sourceId", .string), .required("title", .string),
                        .required("section", NoteDocs.perhapsText), .required("quote", .string),
                    ]))),
            .required("document", .nullable(.uuid)), .required("finding", NoteDocs.perhapsText),
            .required("at", .instant),
        ])

    static let ask = Doc(
        "Answers from the rules and the masked note, with words that stand there", tag: ComplianceBase.tag,
        id: "askCompliance",
        body: .json(
            .object([
                .required("question", .string(min: 1, max: ComplianceStore.longestQuestion)),
                .optional("document", .nullable(.uuid)), .optional("finding", .nullable(.string(max: 64))),
            ])), answers: question, status: 201, fails: [404, 409])

    static let list = Doc(
        "The caller's own questions, the newest first", tag: ComplianceBase.tag, id: "listComplianceQuestions",
        query: [.query("document", .uuid)], answers: .page(of: question), fails: [404])
}
