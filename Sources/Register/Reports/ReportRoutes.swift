import Documents
import Foundation
package import Kernel
import Web

/// Reports, the export of marks and a student's own record.
func addReportRoutes(to routes: inout Routes, store: RegisterStore, catchUps: any CatchUpDirectory) {
    for kind in ReportKind.allCases {
        let doc = Doc(
            kind.summary, tag: "reports",
            query: period + [filter.group, filter.module, format(["json", "csv", "xlsx"])],
            answers: ReportSchemas.report, orFile: fileTypes)
        routes.get("/api/v1/attendance/reports/\(kind.rawValue)", allow: .may(.seeReports), doc) { call in
            try await report(kind, call, store)
        }
    }
    let export = Doc(
        "Every student of every session in a period, marked or not", tag: "reports",
        query: period + [filter.group, filter.module, format(["csv", "xlsx"])], answers: .file(fileTypes))
    routes.get("/api/v1/attendance/export", allow: .may(.seeReports), export) { call in
        let query = try await factsQuery(call, store)
        let (facts, school) = try await store.facts(query, call.caller)
        let table = AttendanceExport.report(of: facts, school: school)
        return file(table, "attendance \(query.from) \(query.to)", excel: call.query("format") == "xlsx")
    }
    let record = Doc(
        "A student's own record: every session, what was marked, and the rate", tag: "people", query: period,
        answers: ReportSchemas.record)
    routes.get("/api/v1/people/{id}/record", allow: .may(.readRegister), record) { call in
        let student = try call.id("id")
        var query = try await factsQuery(call, store, days: 366)
        query.student = student
        let person = try await store.person(student, call.caller)
        let (facts, school) = try await store.facts(query, call.caller)
        let record = StudentRecord(
            of: student, facts: facts, excusedCounts: school.excusedCounts, today: school.today(at: store.clock.now()))
        let openings = try await catchUps.openings(ofPerson: student)
        return .json(record.json(person: person, from: query.from, to: query.to, openings: openings))
    }
}

/// What students did about what they missed. Another feature knows it; the program joins the two.
package protocol CatchUpDirectory: Sendable {
    /// Session → when the student first opened its pack.
    func openings(ofPerson person: String) async throws -> [String: Instant]
}

private let period: [Parameter] = [
    .query("from", .date, "First day; four weeks before the last one when absent."),
    .query("to", .date, "Last day, included; today when absent."),
]
private let filter = (group: Parameter.query("group", .uuid), module: Parameter.query("module", .uuid))
private let fileTypes = ["text/csv", WorkbookWriter.mediaType]

private func format(_ names: [String]) -> Parameter {
    .query("format", .enumeration(names), "\(names[0]) when absent.")
}

/// No report needs more, and a typing error in a year should not read the whole archive.
private let longestPeriod = 1_100

private func factsQuery(_ call: Call, _ store: RegisterStore, days: Int = 28) async throws -> FactsQuery {
    let from = try call.date("from")
    let to: CivilDate
    if let last = try call.date("to") {
        to = last
    } else {
        to = max(try await store.school().today(at: store.clock.now()), from ?? CivilDate(dayNumber: 0))
    }
    let query = FactsQuery(
        from: from ?? to.adding(days: 1 - days), to: to, group: call.query("group"), module: call.query("module"))
    guard query.from <= query.to else {
        throw InvalidInput("to", code: "end_before_start", "The last day may not come before the first day.")
    }
    guard query.from.days(to: query.to) <= longestPeriod else {
        throw InvalidInput("from", code: "period_too_long", "A report may cover at most \(longestPeriod) days.")
    }
    return query
}

private func report(_ kind: ReportKind, _ call: Call, _ store: RegisterStore) async throws -> Reply {
    let query = try await factsQuery(call, store)
    let (facts, school) = try await store.facts(query, call.caller)
    let now = store.clock.now()
    let report = kind.report(
        of: facts, excusedCounts: school.excusedCounts, today: school.today(at: now),
        time: CivilTime(now, in: school.zone).description)
    switch call.query("format") {
    case "csv", "xlsx":
        return file(report, "\(kind.rawValue) \(query.from) \(query.to)", excel: call.query("format") == "xlsx")
    default: return .json(report.json(from: query.from, to: query.to, group: query.group, module: query.module))
    }
}

private func file(_ report: Report, _ name: String, excel: Bool) -> Reply {
    excel
        ? .bytes(report.workbook(), type: WorkbookWriter.mediaType, fileName: name + ".xlsx")
        : .bytes(report.csv(), type: "text/csv", fileName: name + ".csv")
}

extension Report {
    func json(from: CivilDate, to: CivilDate, group: String?, module: String?) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.member("name", name)
            json.member("formula", formula)
            json.member(
                "parameters",
                with: { parameters in
                    parameters.object {
                        $0.member("from", from.description)
                        $0.member("to", to.description)
                        $0.member("group", group)
                        $0.member("module", module)
                    }
                })
            json.member(
                "columns",
                objects: { list in
                    for column in columns {
                        list.object {
                            $0.member("key", column.key)
                            $0.member("title", column.title)
                            $0.member("hidden", column.isHidden)
                        }
                    }
                })
            json.member(
                "rows",
                objects: { list in
                    for row in rows {
                        list.object {
                            for (column, cell) in zip(columns, row) { $0.member(column.key, cell.json) }
                        }
                    }
                })
            json.member(
                "totals",
                with: { members in
                    members.object {
                        for total in totals { $0.member(total.key, total.value.json) }
                    }
                })
        }
        return json
    }
}
