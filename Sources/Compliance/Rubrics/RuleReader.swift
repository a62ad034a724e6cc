import Kernel
import Yams

/// Reads one rule of a pack.
struct RuleReader {
    var yaml: YAMLReader
    private let lexicons: [String: Lexicon]

    private static let members: Set<String> = [
        "id", "version", "title", "severity", "applies", "sections", "check", "parameters", "effective", "citation",
        "reason", "missing", "tip", "exampleWording", "financial", "examples", "text",
    ]

    init(_ yaml: YAMLReader, lexicons: [String: Lexicon]) {
        self.yaml = yaml
        self.lexicons = lexicons
    }

    mutating func rule(_ node: Node, order: Int, groups: inout [[Phrase]]) -> Rule? {
        yaml.rule = nil
        let members = yaml.members(node, allowed: Self.members, of: "a rule")
        guard let id = yaml.text(members["id"], "id") else {
            yaml.problem("a rule has no id", at: node)
            return nil
        }
        yaml.rule = id
        let severity = members["severity"].flatMap { yaml.choice($0, "severity", Severity.self) }
        let check = yaml.text(members["check"], "check")
        let citation = citation(members["citation"])
        for (name, isMissing) in [
            ("title", members["title"] == nil), ("severity", severity == nil), ("check", check == nil),
            ("citation", citation == nil), ("applies", members["applies"] == nil),
        ] where isMissing {
            yaml.problem("\(name) is missing", at: node)
        }
        if let check, CheckTable.checks[check] == nil {
            yaml.problem(
                "no check is called \(check); known are \(CheckTable.checks.keys.sorted().joined(separator: ", "))",
                at: members["check"])
        }
        let applies = yaml.members(members["applies"], allowed: ["types", "disciplines"], of: "applies")
        let types = set(applies["types"], "type of note", NoteType.self)
        let disciplines = set(applies["disciplines"], "discipline", Discipline.self)
        let effective = yaml.members(members["effective"], allowed: ["from", "to"], of: "effective")
        let (parameters, ruleGroups) = parameters(members["parameters"], groups: &groups)
        if check == "present" || check == "absent", ruleGroups["patterns"] == nil {
            yaml.problem("the check \(check ?? "") needs patterns", at: node)
        }
        let texts = texts(members)
        let rule = Rule(
            id: id, version: yaml.text(members["version"], "version") ?? "1", title: texts["title"] ?? id,
            severity: severity ?? .info, types: types, disciplines: disciplines,
            sections: sections(members["sections"]),
            check: check ?? "", parameters: parameters, groups: ruleGroups,
            effectiveFrom: yaml.date(effective["from"], "effective from"),
            effectiveTo: yaml.date(effective["to"], "effective to"),
            citation: citation ?? Citation(publication: "", section: ""), reasons: reasons(members["reason"]),
            missing: yaml.sentences(members["missing"], "missing"), tip: texts["tip"] ?? "",
            exampleWording: texts["exampleWording"] ?? "", financial: texts["financial"] ?? "",
            examples: examples(members["examples"]), text: texts["text"] ?? "", order: order, line: node.mark?.line ?? 0
        )
        return rule
    }

    private mutating func texts(_ members: [String: Node]) -> [String: String] {
        var texts: [String: String] = [:]
        for name in ["title", "tip", "exampleWording", "financial", "text"] {
            texts[name] = yaml.text(members[name], name)
        }
        return texts
    }

    /// All of them when nothing is said.
    private mutating func set<T: RawRepresentable<String> & CaseIterable & Hashable>(
        _ node: Node?, _ what: String, _ type: T.Type
    ) -> Set<T> {
        guard let node else { return Set(T.allCases) }
        let items = yaml.texts(node, what)
        return Set(items.compactMap { yaml.choice($0.node, what, type) })
    }

    private mutating func sections(_ node: Node?) -> [SectionKind] {
        yaml.texts(node, "sections").compactMap { yaml.choice($0.node, "section", SectionKind.self) }
    }

    private mutating func citation(_ node: Node?) -> Citation? {
        guard let node else { return nil }
        let members = yaml.members(
            node, allowed: ["publication", "chapter", "section", "effective"], of: "citation")
        guard let publication = yaml.text(members["publication"], "publication"),
            let section = yaml.text(members["section"], "section")
        else { return nil }
        return Citation(
            publication: publication, chapter: yaml.text(members["chapter"], "chapter"), section: section,
            effective: yaml.text(members["effective"], "effective"))
    }

    private mutating func reasons(_ node: Node?) -> [FindingStatus: String] {
        var reasons: [FindingStatus: String] = [:]
        let statuses = Set(FindingStatus.allCases.map(\.rawValue))
        for (name, value) in yaml.members(node, allowed: statuses, of: "reason") {
            if let status = FindingStatus(rawValue: name) { reasons[status] = yaml.text(value, "reason") }
        }
        return reasons
    }

    /// Lists of patterns are compiled; everything else is kept as it is.
    private mutating func parameters(
        _ node: Node?, groups: inout [[Phrase]]
    ) -> ([String: JSONValue], [String: Int]) {
        var parameters: [String: JSONValue] = [:]
        var numbers: [String: Int] = [:]
        for (name, value) in yaml.members(node, of: "parameters").sorted(by: { $0.key < $1.key }) {
            let lower = name.lowercased()
            guard lower.hasSuffix("patterns") || lower.hasSuffix("rejects") else {
                parameters[name] = YAMLReader.json(value)
                continue
            }
            var phrases: [Phrase] = []
            let items = yaml.texts(value, name)
            for (text, place) in items {
                do {
                    phrases.append(try Phrase(text, lexicons: lexicons))
                } catch {
                    yaml.problem("\(text): \(error.message)", at: place)
                }
            }
            parameters[name] = .array(items.map { .string($0.text) })
            numbers[name] = groups.count
            groups.append(phrases)
        }
        return (parameters, numbers)
    }

    private mutating func examples(_ node: Node?) -> [Rule.Example] {
        var examples: [Rule.Example] = []
        let statuses = Set(FindingStatus.allCases.map(\.rawValue))
        let byStatus = yaml.members(node, allowed: statuses, of: "examples")
        for (name, value) in byStatus.sorted(by: { $0.key < $1.key }) {
            guard let status = FindingStatus(rawValue: name) else { continue }
            guard let items = value.sequence else {
                yaml.problem("examples are a list", at: value)
                continue
            }
            for item in items {
                var place: [String: Node] = ["text": item]
                if item.mapping != nil {
                    place = yaml.members(item, allowed: ["text", "type", "discipline", "asOf"], of: "an example")
                }
                guard let text = yaml.text(place["text"], "an example") else { continue }
                examples.append(
                    Rule.Example(
                        text: text, expected: status,
                        type: place["type"].flatMap { yaml.choice($0, "type of note", NoteType.self) },
                        discipline: place["discipline"].flatMap { yaml.choice($0, "discipline", Discipline.self) },
                        asOf: yaml.date(place["asOf"], "asOf"), line: item.mark?.line ?? 0))
            }
        }
        return examples
    }
}
