import Kernel
import Register
import Web

/// Who certified their own absence, when, how often.
extension InsightsRoutes {
    func selfCertification(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        return await Blocking.run {
            let found = Analysis.selfCertification(
                view.snapshot.cohort, query.filter, order: query.order ?? .surname,
                smallCell: view.snapshot.settings.smallCell)
            return ViewReply.make(
                query, named: "self-certification \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    json.page("students", found.students, query, id: \.student.id) { json, row in
                        json.members(of: row.student)
                        json.members(of: row.selfCertification)
                    }
                    json.member(
                        "byWeek",
                        objects: { list in
                            for week in found.byWeek {
                                list.object {
                                    $0.members(of: week.week)
                                    $0.member("count", week.count.value)
                                    $0.member("hidden", week.count.isHidden)
                                }
                            }
                        })
                }, table: { Report.selfCertification(found) })
        }
    }
}

extension JSONWriter {
    mutating func members(of found: Analysis.SelfCertification) {
        member("count", found.count)
        member("dates", days: found.dates)
        member(
            "reasons",
            objects: { list in
                for event in found.events {
                    list.object {
                        $0.member("at", event.time.seconds)
                        $0.member("description", event.description)
                        $0.member("reason", event.reason)
                    }
                }
            })
    }
}

extension Report {
    fileprivate static func selfCertification(_ view: Analysis.SelfCertificationView) -> Report {
        var report = Report(
            name: "Self-certification", formula: "",
            columns: studentColumns + [
                .init("count", "Self-certifications"), .init("dates", "Dates"), .init("reasons", "Reasons"),
            ])
        report.rows = view.students.map { row in
            let found = row.selfCertification
            return cells(row.student) + [
                .integer(found.count), .text(found.dates.map(\.description).joined(separator: " ")),
                .text(found.reasons.joined(separator: "; ")),
            ]
        }
        return report
    }
}
