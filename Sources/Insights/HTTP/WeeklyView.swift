import Kernel
import Register
import Web

/// Students × weeks.
extension InsightsRoutes {
    func weekly(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        let calendar = try call.choice("calendar", of: WeekCalendar.self) ?? .academic
        return await Blocking.run {
            let found = Analysis.weekly(
                view.snapshot.cohort, query.filter, calendar: calendar, order: query.order ?? .surname,
                smallCell: view.snapshot.settings.smallCell)
            return ViewReply.make(
                query, named: "weekly \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    json.member("calendar", calendar.rawValue)
                    json.member(
                        "weeks",
                        objects: { list in
                            for week in found.weeks {
                                list.object {
                                    $0.members(of: week.week)
                                    $0.members(of: week.counts.value)
                                    $0.member("hidden", week.counts.isHidden)
                                }
                            }
                        })
                    json.students(of: found, query)
                }, table: { Report.weekly(found) })
        }
    }
}

extension JSONWriter {
    fileprivate mutating func students(of view: Analysis.WeeklyView, _ query: ViewQuery) {
        let page = query.page.range(of: view.count) { view.row($0).student.id }
        member(
            "students",
            objects: { list in
                for place in page.places {
                    let row = view.row(place)
                    list.object { json in
                        json.members(of: row.student)
                        json.member("cells", objects: { cells in for cell in row.cells { cells.cell(cell) } })
                    }
                }
            })
        member("next", page.next)
    }

    /// `[attended, expected]`, or null when nothing was expected.
    private mutating func cell(_ cell: Analysis.WeeklyView.Cell?) {
        guard let cell else { return raw("null") }
        array {
            $0.value(Int64(cell.attended))
            $0.value(Int64(cell.expected))
        }
    }
}

extension Report {
    /// Two columns for each week: attended and expected.
    fileprivate static func weekly(_ view: Analysis.WeeklyView) -> Report {
        var report = Report(
            name: "Weekly", formula: "",
            columns: studentColumns
                + view.weeks.flatMap { week -> [Column] in
                    let day = week.week.firstDay.description
                    return [
                        .init("attended \(day)", "Attended, week of \(day)"),
                        .init("expected \(day)", "Expected, week of \(day)"),
                    ]
                })
        report.rows = (0..<view.count).map { place in
            let row = view.row(place)
            return cells(row.student) + row.cells.flatMap { [.init($0?.attended), .init($0?.expected)] }
        }
        return report
    }
}
