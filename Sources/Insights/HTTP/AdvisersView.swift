import Kernel
import Register
import Web

/// Advisers with their students, and whom to talk to today.
extension InsightsRoutes {
    func advisers(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        return await Blocking.run {
            let found = Analysis.advisers(
                view.snapshot.cohort, query.filter, care: view.care, smallCell: view.snapshot.settings.smallCell)
            return ViewReply.make(
                query, named: "advisers \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    json.member(
                        "advisers",
                        objects: { list in
                            for row in found.advisers {
                                list.object {
                                    $0.member("adviser", row.adviser)
                                    $0.members(of: row.totals)
                                }
                            }
                        })
                    json.member("overall", found.overall)
                }, table: { Report.advisers(found) })
        }
    }

    func adviser(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        let name = call.given("adviser") ?? ""
        let students = view.snapshot.table.students
        guard students.contains(where: { $0.adviser == name && view.visible?.contains($0.id) ?? true }) else {
            throw InsightsError.unknownAdviser
        }
        return await Blocking.run {
            let found = Analysis.adviser(
                view.snapshot.cohort, name, query.filter, care: view.care)
            return ViewReply.make(
                query, named: "adviser \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    json.member("adviser", name)
                    json.member("totals", with: { $0.object { $0.members(of: .shown(found.totals)) } })
                    json.page("students", found.students, query, id: \.row.student.id) { json, entry in
                        json.members(of: entry.row)
                        json.member("spokenTo", entry.isSpokenTo)
                        json.member(
                            "reasons",
                            objects: { list in
                                for reason in entry.reasons {
                                    list.object {
                                        $0.member("code", reason.code.rawValue)
                                        $0.member("text", reason.text)
                                    }
                                }
                            })
                    }
                }, table: { Report.adviser(found) })
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of totals: Analysis.Shown<Analysis.AdviserRow.Totals>) {
        let overall: Analysis.Shown<Analysis.Overall> = totals.value.map { .shown($0.overall) } ?? .hidden
        members(of: overall)
        member("talkTo", totals.value?.talkTo)
    }
}

extension Report {
    fileprivate static func advisers(_ view: Analysis.AdvisersView) -> Report {
        var report = Report(
            name: "Advisers", formula: "",
            columns: [.init("adviser", "Adviser"), .init("students", "Students")] + countColumns + [
                .init("atOrBelow", "At or below threshold"), .init("talkTo", "To talk to"),
                .init("hidden", "Hidden, too few students"),
            ])
        report.rows = view.advisers.map { row in
            let totals = row.totals.value
            return [.text(row.adviser), .init(totals?.overall.students)] + cells(totals?.overall.counts) + [
                .init(totals?.overall.atOrBelow), .init(totals?.talkTo), .text(row.totals.isHidden ? "yes" : "no"),
            ]
        }
        return report
    }

    fileprivate static func adviser(_ view: Analysis.AdviserView) -> Report {
        let students = students(view.students.map(\.row))
        var report = Report(
            name: "Students of an adviser", formula: "",
            columns: students.columns + [.init("reasons", "Reasons to talk"), .init("spokenTo", "Spoken to lately")])
        report.rows = zip(students.rows, view.students).map { cells, entry in
            cells + [
                .text(entry.reasons.map(\.text).joined(separator: " ")), .text(entry.isSpokenTo ? "yes" : "no"),
            ]
        }
        return report
    }
}
