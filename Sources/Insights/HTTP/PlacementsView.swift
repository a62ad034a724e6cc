import Kernel
import Register
import Web

/// Placements: days, weeks, missed check-ins, and what happened lately.
extension InsightsRoutes {
    func placements(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        return await Blocking.run {
            let rows = Analysis.placements(view.snapshot.cohort, query.filter, order: query.order ?? .surname)
            return ViewReply.make(
                query, named: "placements \(view.snapshot.module)",
                json: { json in
                    json.parameters(of: query, view)
                    json.page("students", rows, query, id: \.student.id) { json, row in
                        json.members(of: row.student)
                        json.members(of: row.placement)
                        json.member("daysExpected", decimal: row.placement.daysExpected)
                        json.member("rotation", row.rotation)
                    }
                }, table: { Report.placements(rows) })
        }
    }

    func recent(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        let asOf = try call.date("asOf") ?? view.lastDay
        let days = try call.integer("days", default: 30, in: 7...365)
        return await Blocking.run {
            let recent = Analysis.recent(
                view.snapshot.cohort, query.filter, asOf: asOf, days: days, order: query.order ?? .surname)
            return ViewReply.make(
                query, named: "recent \(view.snapshot.module) \(asOf)",
                json: { json in
                    json.parameters(of: query, view)
                    json.member("asOf", asOf.description)
                    json.member("days", days)
                    json.page("students", recent.students, query, id: \.student.id) { json, row in
                        json.members(of: row.student)
                        json.member("daysAttended", row.daysAttended)
                        json.member("checkIns", row.checkIns)
                        json.member("checkInsCapped", row.checkInsCapped)
                        json.member("lastDay", row.lastDay?.description)
                    }
                }, table: { Report.recent(recent) })
        }
    }
}

extension JSONWriter {
    mutating func members(of placement: Analysis.Placement) {
        member("checkIns", placement.checkIns)
        member("attendedCheckIns", placement.attendedCheckIns)
        member("missed", placement.missed)
        member("daysAttended", placement.daysAttended)
        member("dates", days: placement.dates)
        member("weeks", placement.weeks.map(\.span))
    }

    /// One page of a list that was computed as a whole, and `next`.
    mutating func page<Element>(
        _ name: String, _ rows: [Element], _ query: ViewQuery, id: (Element) -> String,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        let page = query.page.range(of: rows.count) { id(rows[$0]) }
        member(
            name, objects: { list in for row in rows[page.places] { list.object { write(&$0, row) } } })
        member("next", page.next)
    }
}

extension Report {
    fileprivate static func placements(_ rows: [Analysis.PlacementRow]) -> Report {
        var report = Report(
            name: "Placements", formula: "",
            columns: studentColumns + [
                .init("checkIns", "Check-ins"), .init("attendedCheckIns", "Attended check-ins"),
                .init("missed", "Missed check-ins"), .init("daysAttended", "Days attended"),
                .init("daysExpected", "Days expected"), .init("dates", "Dates"), .init("weeks", "Weeks"),
                .init("group", "Group"), .init("rotation", "Rotation"), .init("pattern", "Pattern"),
            ])
        report.rows = rows.map { row in
            let placement = row.placement
            let dates = placement.dates.map(\.description).joined(separator: " ")
            let weeks = placement.weeks.map(\.span).joined(separator: " ")
            var cells = cells(row.student)
            cells += [
                .integer(placement.checkIns), .integer(placement.attendedCheckIns), .integer(placement.missed),
                .integer(placement.daysAttended), .number(placement.daysExpected), .text(dates), .text(weeks),
                .init(row.rotation?.group), .init(row.rotation?.label), .init(row.rotation?.pattern),
            ]
            return cells
        }
        return report
    }

    fileprivate static func recent(_ view: Analysis.RecentView) -> Report {
        var report = Report(
            name: "Recent activity", formula: "",
            columns: studentColumns + [
                .init("daysAttended", "Days attended"), .init("checkIns", "Attended check-ins"),
                .init("checkInsCapped", "Check-ins, at most two a day"), .init("lastDay", "Last day"),
            ])
        report.rows = view.students.map { row in
            cells(row.student) + [
                .integer(row.daysAttended), .integer(row.checkIns), .integer(row.checkInsCapped), .date(row.lastDay),
            ]
        }
        return report
    }
}
