import Kernel
import Yams

/// Reads values out of YAML and keeps a list of what is wrong instead of stopping at the first mistake.
struct YAMLReader {
    let file: String
    var rule: String?
    private(set) var problems: [RubricProblem] = []

    init(file: String) { self.file = file }

    mutating func problem(_ message: String, at node: Node?) {
        problems.append(RubricProblem(file: file, line: node?.mark?.line ?? 0, rule: rule, message: message))
    }

    mutating func document(_ text: String) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            var line = 0
            if case .scanner(_, _, let mark, _) = error { line = mark.line }
            if case .parser(_, _, let mark, _) = error { line = mark.line }
            if case .composer(_, _, let mark, _) = error { line = mark.line }
            if case .duplicatedKeysInMapping(_, let context) = error { line = context.mark.line }
            problems.append(RubricProblem(file: file, line: line, rule: nil, message: "this is no YAML"))
        } catch {
            problems.append(RubricProblem(file: file, line: 0, rule: nil, message: "this is no YAML"))
        }
        return nil
    }

    /// Members by name; unknown names are problems unless `allowed` is nil.
    mutating func members(_ node: Node?, allowed: Set<String>? = nil, of what: String) -> [String: Node] {
        guard let node, !Self.isNull(node) else { return [:] }
        guard let mapping = node.mapping else {
            problem("\(what) is no mapping", at: node)
            return [:]
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                problem("a name in \(what) is no text", at: key)
                continue
            }
            if let allowed, !allowed.contains(name) {
                problem("\(what) has no \(name); known are \(allowed.sorted().joined(separator: ", "))", at: key)
                continue
            }
            members[name] = value
        }
        return members
    }

    mutating func text(_ node: Node?, _ what: String) -> String? {
        guard let node else { return nil }
        guard let scalar = node.scalar, !Self.isNull(node) else {
            problem("\(what) is no text", at: node)
            return nil
        }
        return scalar.string
    }

    /// One text or a list of texts.
    mutating func texts(_ node: Node?, _ what: String) -> [(text: String, node: Node)] {
        guard let node, !Self.isNull(node) else { return [] }
        if let scalar = node.scalar { return [(scalar.string, node)] }
        guard let sequence = node.sequence else {
            problem("\(what) is no list", at: node)
            return []
        }
        return sequence.compactMap { item in text(item, "an item of \(what)").map { ($0, item) } }
    }

    /// One text or a list of texts that may hold commas: `[met, partly met or not met, for each goal]` is one text, several
    /// stand in quotes or one on a line.
    mutating func sentences(_ node: Node?, _ what: String) -> [String] {
        let items = texts(node, what)
        // in brackets, which is told by two of them on one line
        let lines = items.map { $0.node.mark?.line }
        let isInBrackets = zip(lines, lines.dropFirst()).contains { $0 == $1 }
        guard isInBrackets, items.allSatisfy({ $0.node.scalar?.style == .plain }) else { return items.map(\.text) }
        return [items.map(\.text).joined(separator: ", ")]
    }

    mutating func date(_ node: Node?, _ what: String) -> CivilDate? {
        guard let text = text(node, what) else { return nil }
        guard let date = CivilDate(text) else {
            problem("\(what) is no date YYYY-MM-DD", at: node)
            return nil
        }
        return date
    }

    mutating func choice<T: RawRepresentable<String>>(_ node: Node, _ what: String, _ type: T.Type) -> T? {
        guard let text = text(node, what) else { return nil }
        guard let value = T(rawValue: text) else {
            problem("\(text) is no \(what)", at: node)
            return nil
        }
        return value
    }

    /// Plain scalars become numbers and truth values as in JSON; what stands in quotes stays text.
    static func json(_ node: Node) -> JSONValue {
        if let sequence = node.sequence { return .array(sequence.map(json)) }
        if let mapping = node.mapping {
            var members: [String: JSONValue] = [:]
            for (key, value) in mapping { members[key.scalar?.string ?? ""] = json(value) }
            return .object(members)
        }
        guard let scalar = node.scalar else { return .null }
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: break
        }
        if let number = Int64(scalar.string) { return .integer(number) }
        if let number = Double(scalar.string), scalar.string.utf8.allSatisfy({ $0 < 0x3A }) { return .number(number) }
        return .string(scalar.string)
    }

    static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}
