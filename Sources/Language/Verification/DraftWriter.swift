import Kernel

/// Writes a draft as the JSON that `DraftReader` reads; the built-in provider speaks the same language as the models.
enum DraftWriter {
    static func write(_ draft: Draft) -> String {
        var members: [String: JSONValue] = ["refused": .bool(draft.refused)]
        if let title = draft.title { members["title"] = .string(title) }
        members["answer"] = .array(draft.answer.map(value))
        members["summary"] = .array(draft.summary.map(value))
        members["outline"] = .array(
            draft.outline.map {
                .object(["title": .string($0.title), "points": .array($0.points.map(value))])
            })
        members["terms"] = .array(
            draft.terms.map { term in
                .object([
                    "term": .string(term.term), "text": .string(term.statement.text),
                    "citations": .array(term.statement.references.map(value)),
                ])
            })
        members["tags"] = .array(
            draft.tags.map {
                .object(["label": .string($0.label), "citations": .array($0.references.map(value))])
            })
        return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
    }

    private static func value(_ statement: Draft.Statement) -> JSONValue {
        .object(["text": .string(statement.text), "citations": .array(statement.references.map(value))])
    }

    private static func value(_ reference: Draft.Reference) -> JSONValue {
        .object(["passage": .integer(Int64(reference.passage)), "quote": .string(reference.quote)])
    }
}
