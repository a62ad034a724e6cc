import Kernel
import Web

/// The rules that are active now, with what the manual says.
struct RuleRoutes: Sendable {
    let store: ComplianceStore

    /// Whoever works with findings in any way.
    static let readers = Access.roles(
        Role.with(.reviewNotes).union(Role.with(.manageRubrics)).union(Role.with(.studyCases)))

    func add(to routes: inout Routes) {
        routes.get(ComplianceBase.path + "/rules", allow: Self.readers, RuleDocs.list, handle: list)
        routes.get(ComplianceBase.path + "/rules/{id}", allow: Self.readers, RuleDocs.one, handle: get)
    }

    private func list(_ call: Call) async throws -> Reply {
        let rubric = try await store.activeRubric()
        return .object { json in
            json.member("rubric", rubric: rubric.id, rubric.version)
            json.member("items", rubric.rules) { json, rule in json.object { $0.members(of: rule) } }
        }
    }

    private func get(_ call: Call) async throws -> Reply {
        let id = try call.parameter("id")
        guard let rule = try await store.activeRubric().rule(id) else { throw ComplianceError.unknownRule }
        return .object { json in
            json.members(of: rule)
            json.member("examples", rule.examples) { json, example in
                json.object {
                    $0.member("text", example.text)
                    $0.member("expected", example.expected.rawValue)
                }
            }
        }
    }
}

extension JSONWriter {
    mutating func members(of rule: Rule) {
        member("id", rule.id)
        member("version", rule.version)
        member("title", rule.title)
        member("severity", rule.severity.rawValue)
        member("citation", of: rule.citation)
        nest("applies") {
            $0.member("types", texts: NoteType.allCases.filter(rule.types.contains).map(\.rawValue))
            $0.member("disciplines", texts: Discipline.allCases.filter(rule.disciplines.contains).map(\.rawValue))
        }
        member("tip", rule.tip)
        member("exampleWording", rule.exampleWording)
        member("financial", rule.financial)
        member("text", rule.text)
    }
}

private enum RuleDocs {
    private static let members: [Schema.Property] = [
        .required("id", .string), .required("version", .string), .required("title", .string),
        .required("severity", NoteDocs.severity), .required("citation", NoteDocs.citation),
        .required(
            "applies",
            .object([
                .required("types", .array(of: NoteDocs.type)),
                .required("disciplines", .array(of: NoteDocs.discipline)),
            ])),
        .required("tip", .string), .required("exampleWording", .string), .required("financial", .string),
        .required("text", .string.described("What the manual asks for, in plain words.")),
    ]

    static let list = Doc(
        "The active rules", tag: ComplianceBase.tag, id: "listComplianceRules",
        answers: .object(
            "ComplianceRules",
            [
                .required("rubric", .nullable(NoteDocs.rubric)),
                .required("items", .array(of: .object("ComplianceRule", members))),
            ]))

    static let one = Doc(
        "A rule with its examples", tag: ComplianceBase.tag, id: "getComplianceRule", path: ["id": .string(max: 40)],
        answers: .object(
            "ComplianceRuleWithExamples",
            members + [
                .required(
                    "examples",
                    .array(of: .object([.required("text", .string), .required("expected", NoteDocs.status)])))
            ]), fails: [404])
}
