import Kernel
import Register
import Web

/// Two periods of a module, or two modules, side by side.
extension InsightsRoutes {
    func compare(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        let otherView =
            if let other = call.query("otherModule") { try await store.view(other, call.caller) } else { view }
        var other = query.filter
        (other.from, other.to) = (try call.date("otherFrom"), try call.date("otherTo"))
        if let from = other.from, let to = other.to, to < from {
            throw InvalidInput("otherTo", code: "end_before_start", "The last day may not come before the first day.")
        }
        other.visible = otherView.visible
        let otherFilter = other
        return await Blocking.run {
            let found = Analysis.compare(
                view.snapshot.cohort, query.filter, otherView.snapshot.cohort, otherFilter,
                order: query.order ?? .surname,
                smallCell: max(view.snapshot.settings.smallCell, otherView.snapshot.settings.smallCell))
            let sides = [
                ("left", view, query.filter, found.left), ("right", otherView, otherFilter, found.right),
            ]
            return ViewReply.make(
                query, named: "comparison \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    for (name, view, filter, overall) in sides {
                        json.member(
                            name,
                            with: {
                                $0.object {
                                    $0.member("module", view.snapshot.module)
                                    $0.member("from", filter.from?.description)
                                    $0.member("to", filter.to?.description)
                                    $0.member("overall", overall)
                                }
                            })
                    }
                    json.page("students", found.students, query, id: \.student.id) { json, row in
                        json.members(of: row.student)
                        json.side("left", row.left)
                        json.side("right", row.right)
                        json.member("difference", decimal: row.difference)
                    }
                    json.member(
                        "distribution",
                        with: {
                            $0.object {
                                $0.member("left", found.leftDistribution)
                                $0.member("right", found.rightDistribution)
                            }
                        })
                }, table: { Report.compare(found) })
        }
    }
}

extension JSONWriter {
    /// Null when the student is not in that module.
    fileprivate mutating func side(_ name: String, _ counts: Analysis.Counts?) {
        guard let counts else { return member(name, nil as String?) }
        member(
            name,
            with: {
                $0.object {
                    $0.member("expected", counts.expected)
                    $0.member("attended", counts.attended)
                    $0.member("percentage", decimal: counts.percentage)
                }
            })
    }
}

extension Report {
    fileprivate static func compare(_ view: Analysis.CompareView) -> Report {
        var report = Report(
            name: "Comparison", formula: "",
            columns: studentColumns + [
                .init("leftExpected", "Expected, left"), .init("leftAttended", "Attended, left"),
                .init("leftPercentage", "Attendance %, left"), .init("rightExpected", "Expected, right"),
                .init("rightAttended", "Attended, right"), .init("rightPercentage", "Attendance %, right"),
                .init("difference", "Difference, points"),
            ])
        report.rows = view.students.map { row in
            cells(row.student) + [
                .init(row.left?.expected), .init(row.left?.attended), .percent(of: row.left),
                .init(row.right?.expected), .init(row.right?.attended), .percent(of: row.right),
                .init(percent: row.difference),
            ]
        }
        return report
    }
}
