import Kernel
import Yams

extension Rubric {
    /// A pack in one document.
    package init(yaml: String, name: String = "rubric") throws(RubricProblems) {
        try self.init(files: [RubricFile(name: name, text: yaml)])
    }

    /// A pack in several files, each with `rubric`, `lexicons`, `tables` or `rules` at its top; rules in the order of the
    /// files are the catalogue.
    /// - Throws: everything that is wrong, with lines
    package init(files: [RubricFile]) throws(RubricProblems) {
        var builder = RubricBuilder()
        // lists first: patterns of any file may name them
        let documents = files.map { file in
            var reader = YAMLReader(file: file.name)
            let node = reader.document(file.text)
            let members = reader.members(
                node, allowed: ["rubric", "lexicons", "tables", "rules"], of: "a rule pack")
            return (reader, members)
        }
        for (reader, members) in documents { builder.addLists(members, reader) }
        for (reader, members) in documents { builder.addRules(members["rules"], YAMLReader(file: reader.file)) }
        self = try builder.finish()
    }
}

/// Puts a rubric together out of YAML, collecting what is wrong.
struct RubricBuilder {
    private var problems: [RubricProblem] = []
    private var id: String?
    private var version: String?
    private var effectiveFrom: CivilDate?
    private var lexicons: [String: Lexicon] = [:]
    private var lexiconGroups: [String: Int] = [:]
    private var tables: [String: JSONValue] = [:]
    private var rules: [Rule] = []
    private var groups: [[Phrase]] = []

    mutating func addLists(_ members: [String: Node], _ reader: YAMLReader) {
        var reader = reader
        if let head = members["rubric"] {
            let about = reader.members(head, allowed: ["id", "version", "effective", "note"], of: "rubric")
            id = reader.text(about["id"], "the rubric's id")
            version = reader.text(about["version"], "the rubric's version")
            let effective = reader.members(about["effective"], allowed: ["from", "to"], of: "effective")
            effectiveFrom = reader.date(effective["from"], "effective from")
        }
        for (name, node) in reader.members(members["lexicons"], of: "lexicons").sorted(by: { $0.key < $1.key }) {
            if lexicons[name] != nil { reader.problem("the list \(name) stands twice", at: node) }
            let phrases = reader.texts(node, "the list \(name)")
            var good: [String] = []
            for (text, place) in phrases {
                do {
                    _ = try Phrase(text)
                    good.append(text)
                } catch {
                    reader.problem("\(text): \(error.message)", at: place)
                }
            }
            guard let lexicon = try? Lexicon(name: name, phrases: good) else { continue }
            lexicons[name] = lexicon
            lexiconGroups[name] = groups.count
            groups.append(lexicon.phrases)
        }
        for (name, node) in reader.members(members["tables"], of: "tables") {
            if tables[name] != nil { reader.problem("the table \(name) stands twice", at: node) }
            tables[name] = YAMLReader.json(node)
        }
        problems += reader.problems
    }

    mutating func addRules(_ node: Node?, _ reader: YAMLReader) {
        guard let node, !YAMLReader.isNull(node) else { return }
        var reader = RuleReader(reader, lexicons: lexicons)
        guard let items = node.sequence else {
            reader.yaml.problem("rules is no list", at: node)
            problems += reader.yaml.problems
            return
        }
        for item in items {
            guard let rule = reader.rule(item, order: rules.count, groups: &groups) else { continue }
            if rules.contains(where: { $0.id == rule.id }) { reader.yaml.problem("this id stands twice", at: item) }
            rules.append(rule)
        }
        problems += reader.yaml.problems
    }

    func finish() throws(RubricProblems) -> Rubric {
        var problems = problems
        if id == nil || version == nil {
            problems.append(
                RubricProblem(file: "rubric", line: 0, rule: nil, message: "the pack has no rubric: {id, version}"))
        }
        guard problems.isEmpty, let id, let version else { throw RubricProblems(problems: problems) }
        return Rubric(
            id: id, version: version, effectiveFrom: effectiveFrom, rules: Self.inCatalogueOrder(rules),
            lexicons: lexicons, tables: tables,
            lexiconGroups: lexiconGroups, groups: groups)
    }

    /// By family, then by number; what is no `FAM-01` comes last, as given.
    private static func inCatalogueOrder(_ rules: [Rule]) -> [Rule] {
        func place(_ rule: Rule) -> (Int, Int, Int) {
            let parts = rule.id.lowercased().split(separator: "-")
            let family = parts.first.flatMap { RubricFiles.families.firstIndex(of: String($0)) }
            return (family ?? 99, family == nil ? 0 : parts.last.flatMap { Int($0) } ?? 0, rule.order)
        }
        return rules.sorted { place($0) < place($1) }
    }
}
