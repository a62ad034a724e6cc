import Kernel

/// Reads what a model wrote as JSON, forgiving what models get wrong around it: prose and code fences about the object,
/// commas before a bracket, numbers as text, other names for the same members. What it means is judged by `Verifier`.
package enum DraftReader {
    /// The most statements that are looked at; a longer draft is cut.
    static let mostStatements = 60

    /// - Throws: `LanguageError.unreadableReply`
    package static func read(_ text: String) throws -> Draft {
        for start in text.indices where text[start] == "{" {
            guard let end = end(of: text[start...]) else { continue }
            if let value = parse(text[start...end]), value.object != nil { return draft(value) }
        }
        throw LanguageError.unreadableReply
    }

    // MARK: The object among the words

    private static func end(of text: Substring) -> String.Index? {
        var depth = 0
        var inString = false
        var isEscaped = false
        for index in text.indices {
            if isEscaped {
                isEscaped = false
            } else if inString {
                if text[index] == "\\" { isEscaped = true }
                if text[index] == "\"" { inString = false }
            } else {
                switch text[index] {
                case "\"": inString = true
                case "{", "[": depth += 1
                case "}", "]":
                    depth -= 1
                    if depth == 0 { return index }
                default: break
                }
                if depth > 32 { return nil }
            }
        }
        return nil
    }

    private static func parse(_ text: Substring) -> JSONValue? {
        (try? JSONParser.value(String(text))) ?? (try? JSONParser.value(withoutTrailingCommas(text)))
    }

    private static func withoutTrailingCommas(_ text: Substring) -> String {
        var result = ""
        var inString = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if !inString, character == "," {
                let next = text[text.index(after: index)...].first { !$0.isWhitespace }
                if next == "}" || next == "]" { continue }
            }
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = inString
            } else if character == "\"" {
                inString.toggle()
            }
            // a line break inside a string is no JSON; models write it all the same
            result.append(inString && character.isNewline ? " " : character)
        }
        return result
    }

    // MARK: Its members

    private static func draft(_ value: JSONValue) -> Draft {
        var draft = Draft()
        draft.refused = value["refused"]?.bool ?? (value["refused"]?.string?.lowercased() == "true")
        draft.title = value["title"]?.string
        draft.answer = statements(value["answer"] ?? value["sentences"])
        draft.summary = statements(value["summary"])
        draft.outline = list(value["outline"]).compactMap { topic in
            topic["title"]?.string.map { Draft.Topic(title: $0, points: statements(topic["points"])) }
        }
        draft.terms = list(value["terms"]).compactMap { item in
            guard let term = item["term"]?.string, let statement = statement(item) else { return nil }
            return Draft.Term(term: term, statement: statement)
        }
        draft.tags = list(value["tags"]).compactMap { item in
            item["label"]?.string.map { Draft.Tag(label: $0, references: references(item)) }
        }
        return draft
    }

    private static func list(_ value: JSONValue?) -> ArraySlice<JSONValue> {
        (value?.array ?? []).prefix(mostStatements)
    }

    private static func statements(_ value: JSONValue?) -> [Draft.Statement] { list(value).compactMap(statement) }

    private static func statement(_ value: JSONValue) -> Draft.Statement? {
        guard let text = value["text"]?.string ?? value["sentence"]?.string else { return nil }
        return Draft.Statement(text: text, references: references(value))
    }

    /// `citations: [{passage, quote}]`, or both members beside the text.
    private static func references(_ value: JSONValue) -> [Draft.Reference] {
        let nested = list(value["citations"] ?? value["evidence"] ?? value["references"]).compactMap(reference)
        return nested.isEmpty ? [value].compactMap(reference) : nested
    }

    private static func reference(_ value: JSONValue) -> Draft.Reference? {
        guard let quote = value["quote"]?.string else { return nil }
        let number = value["passage"] ?? value["source"] ?? value["n"]
        let passage = number?.integer ?? number?.string.flatMap { Int64($0.filter { $0.isASCII && $0.isNumber }) }
        return Draft.Reference(passage: passage.flatMap { Int(exactly: $0) } ?? 0, quote: quote)
    }
}
