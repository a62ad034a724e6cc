import Kernel
import Register
import Web

/// Who is at or below the threshold, and the whole module around them.
extension InsightsRoutes {
    func summary(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        return await Blocking.run {
            let summary = Analysis.summary(
                view.snapshot.cohort, query.filter, order: query.order ?? .percentage, care: view.care,
                smallCell: view.snapshot.settings.smallCell)
            return ViewReply.make(
                query, named: "attendance \(view.snapshot.module)", json: { $0.summary(summary, query, view) },
                table: { Report.students(summary.students) })
        }
    }
}

extension JSONWriter {
    mutating func summary(_ summary: Analysis.Summary, _ query: ViewQuery, _ view: ModuleView) {
        let page = query.page.range(of: summary.students.count) { summary.students[$0].student.id }
        member("module", view.snapshot.module)
        member("title", view.snapshot.title)
        member("change", view.snapshot.change)
        parameters(of: query, view)
        member("overall", .shown(summary.overall))
        member(
            "students",
            objects: { list in
                for row in summary.students[page.places] {
                    list.object { $0.members(of: row, isOwn: view.isOwn) }
                }
            })
        member("next", page.next)
        member("distribution", summary.distribution)
        member(
            "choices",
            with: {
                $0.object { json in
                    json.member("advisers", summary.choices.advisers)
                    json.member(
                        "groups",
                        objects: { list in for group in summary.choices.groups { list.value(Int64(group)) } })
                    json.member("rotations", summary.choices.rotations)
                    json.member("patterns", summary.choices.patterns)
                }
            })
    }
}

extension Report {
    /// All students of a summary.
    static func students(_ rows: [Analysis.StudentRow]) -> Report {
        var report = Report(
            name: "Attendance", formula: "",
            columns: studentColumns + [.init("email", "E-mail"), .init("notes", "Notes")] + countColumns + [
                .init("trend", "Trend, points"), .init("atOrBelow", "At or below threshold"),
                .init("toReach", "Events to reach threshold"), .init("spare", "Events to spare"),
                .init("selfCertifications", "Self-certifications"), .init("placementDays", "Placement days"),
                .init("group", "Group"), .init("rotation", "Rotation"), .init("pattern", "Pattern"),
                .init("expectedDaysPerWeek", "Placement days expected a week"), .init("openFlags", "Open flags"),
                .init("lastContact", "Last contact"),
            ])
        report.rows = rows.map { row in
            var cells = Report.cells(row.student) + [.init(row.email), .init(row.notes)] + Report.cells(row.counts)
            cells += [
                .init(percent: row.trend), .text(row.atOrBelow ? "yes" : "no"), .init(row.toReach), .init(row.spare),
                .integer(row.selfCertifications), .integer(row.placementDays), .init(row.rotation?.group),
                .init(row.rotation?.label), .init(row.rotation?.pattern),
                .number(row.rotation?.expectedDaysPerWeek), .integer(row.care.openFlags),
                .date(row.care.lastContact),
            ]
            return cells
        }
        return report
    }
}
