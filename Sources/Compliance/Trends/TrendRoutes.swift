import Kernel
import Web

/// How one's own notes do over time, and a team's in numbers.
struct TrendRoutes: Sendable {
    let store: ComplianceStore

    func add(to routes: inout Routes) {
        routes.get(ComplianceBase.path + "/trends", allow: .may(.reviewNotes), TrendDocs.trends, handle: trends)
        routes.get(ComplianceBase.path + "/coaching", allow: .may(.reviewNotes), TrendDocs.coaching, handle: coaching)
        routes.get(ComplianceBase.path + "/team", allow: .may(.seeTeamNotes), TrendDocs.team, handle: team)
    }

    private func trends(_ call: Call) async throws -> Reply {
        let step = try call.choice("by", of: TrendStep.self) ?? .week
        let (from, to) = try await span(call, days: step == .week ? 84 : 365)
        let items = try await store.trends(from, to, by: step, of: call.caller.userID)
        return .list(items) { json, item in
            json.member("from", item.from.description)
            json.member("to", item.to.description)
            json.member("notes", item.notes)
            json.member("score", decimal: item.score)
            json.member("violatedPerNote", decimal: item.violatedPerNote)
            json.member("byRule", item.byRule) { json, rule in
                json.object {
                    $0.member("ruleId", rule.rule)
                    $0.member("violated", rule.violated)
                }
            }
        }
    }

    private func coaching(_ call: Call) async throws -> Reply {
        let (from, to) = try await span(call, days: 30)
        let items = try await store.coaching(from, to, of: call.caller.userID)
        let rubric = try await store.activeRubric()
        return .list(items) { json, item in
            let rule = rubric.rule(item.rule)
            json.member("ruleId", item.rule)
            json.member("title", rule?.title ?? item.rule)
            json.member("notes", item.notes)
            json.member("violated", item.violated)
            json.member("rate", decimal: item.rate)
            json.member("previousRate", decimal: item.previousRate)
            json.member("tip", rule?.tip ?? "")
            json.member("example", rule?.exampleWording ?? "")
        }
    }

    private func team(_ call: Call) async throws -> Reply {
        let (from, to) = try await span(call, days: 84)
        let (members, rules) = try await store.team(from, to)
        let names = try await store.school.names(ofUsers: Set(members.map(\.id)))
        return .object { json in
            json.member("members", members) { json, member in
                json.object {
                    $0.member("id", member.id)
                    $0.member("name", names[member.id] ?? "A former member")
                    $0.member("notes", member.notes)
                    $0.member("score", decimal: member.score)
                    $0.member("violatedPerNote", decimal: member.violatedPerNote)
                }
            }
            json.member("rules", rules) { json, rule in
                json.object {
                    $0.member("ruleId", rule.rule)
                    $0.member("notes", rule.notes)
                    $0.member("violated", rule.violated)
                    $0.member("rate", decimal: rule.rate)
                }
            }
        }
    }

    /// The days asked for; without them so many up to today.
    private func span(_ call: Call, days: Int) async throws -> (CivilDate, CivilDate) {
        let today = try await store.today()
        let to = try call.date("to") ?? today
        let from = try call.date("from") ?? to.adding(days: 1 - days)
        guard from <= to, from.days(to: to) <= 3_660 else {
            throw InvalidInput(
                "from", code: "out_of_range", "Write a span of at most ten years that ends after it begins.")
        }
        return (from, to)
    }
}

private enum TrendDocs {
    private static let span: [Parameter] = [.query("from", .date), .query("to", .date)]
    private static let figure = Schema.nullable(.number)

    static let trends = Doc(
        "How the caller's own notes did, week by week or month by month; null where there was none",
        tag: ComplianceBase.tag, id: "listComplianceTrends",
        query: span + [.query("by", .enumeration(TrendStep.allCases.map(\.rawValue)))],
        answers: .page(
            of: .object(
                "ComplianceTrend",
                [
                    .required("from", .date), .required("to", .date), .required("notes", .integer),
                    .required("score", figure), .required("violatedPerNote", figure),
                    .required(
                        "byRule",
                        .array(of: .object([.required("ruleId", .string), .required("violated", .integer)]))),
                ])))

    static let coaching = Doc(
        "Rules that the caller's own notes break, as a rate; null below five notes", tag: ComplianceBase.tag,
        id: "listComplianceCoaching", query: span,
        answers: .page(
            of: .object(
                "ComplianceHabit",
                [
                    .required("ruleId", .string), .required("title", .string), .required("notes", .integer),
                    .required("violated", .integer), .required("rate", figure), .required("previousRate", figure),
                    .required("tip", .string), .required("example", .string),
                ])))

    static let team = Doc(
        "A team's notes in numbers; no note is shown", tag: ComplianceBase.tag, id: "getComplianceTeam", query: span,
        answers: .object(
            "ComplianceTeam",
            [
                .required(
                    "members",
                    .array(
                        of: .object([
                            .required("id", .string), .required("name", .string), .required("notes", .integer),
                            .required("score", figure), .required("violatedPerNote", figure),
                        ]))),
                .required(
                    "rules",
                    .array(
                        of: .object([
                            .required("ruleId", .string), .required("notes", .integer),
                            .required("violated", .integer), .required("rate", figure),
                        ]))),
            ]))
}
