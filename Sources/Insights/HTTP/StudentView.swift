import Kernel
import Register
import Web

/// One student: the running percentage, week by week, absences, placements, and every row with where it came from.
extension InsightsRoutes {
    func student(_ call: Call) async throws -> Reply {
        let view = try await store.view(call.module, call.caller)
        let query = try ViewQuery(call, view)
        let id = CellText.clean(call.query("student") ?? "")
        guard view.sees(id) else { throw InsightsError.unknownStudent }
        let module = view.snapshot.module
        let contacts = view.isOwn ? [] : try await store.contacts(module: module, student: id)
        let flags = view.isOwn ? [] : try await store.flags(module: module, isOpen: nil, student: id)
        let found = await Blocking.run {
            Analysis.student(
                view.snapshot.cohort, id, query.filter, care: view.care,
                smallCell: view.snapshot.settings.smallCell, isOwn: view.isOwn)
        }
        guard let found else { throw InsightsError.unknownStudent }
        let names = SourceNames(view.snapshot)
        return ViewReply.make(
            query, named: "student \(module)",
            json: { json in
                json.parameters(of: query, view)
                json.student(found, names, isOwn: view.isOwn)
                json.member(
                    "contacts",
                    objects: { list in
                        for contact in contacts { list.object { $0.members(of: contact, call.caller) } }
                    })
                json.member(
                    "flags", objects: { list in for flag in flags { list.object { $0.members(of: flag) } } })
            }, table: { Report.events(found.rows, names) })
    }
}

/// Where rows were read, as answers say it.
struct SourceNames: Sendable {
    private let sources: [StoredImport]

    init(_ snapshot: ModuleSnapshot) { sources = snapshot.sources }

    /// nil: the register
    func source(_ index: Int) -> StoredImport? { index == 0 ? nil : sources[index - 1] }
}

extension JSONWriter {
    fileprivate mutating func student(_ view: Analysis.StudentView, _ names: SourceNames, isOwn: Bool) {
        member("student", with: { $0.object { $0.members(of: view.row, isOwn: isOwn) } })
        member("moduleAverage", decimal: view.moduleAverage)
        member(
            "cumulative",
            objects: { list in
                for point in view.cumulative {
                    list.object {
                        $0.member("at", point.time.seconds)
                        $0.member("percentage", decimal: point.percentage)
                        $0.member("description", point.description)
                        $0.member("status", point.status.word)
                    }
                }
            })
        member(
            "moduleCumulative",
            objects: { list in
                for point in view.moduleCumulative {
                    list.object {
                        $0.member("at", point.day.description)
                        $0.member("percentage", decimal: point.percentage)
                    }
                }
            })
        weeks(view.weeks)
        member("absences", view.absences, names)
        if let placement = view.placement {
            member(
                "placement",
                with: {
                    $0.object {
                        $0.members(of: placement)
                        $0.member("daysExpected", decimal: placement.daysExpected)
                        $0.member("absences", view.placementAbsences, names)
                    }
                })
        } else {
            member("placement", nil as String?)
        }
        if let found = view.selfCertification {
            member("selfCert", with: { $0.object { $0.members(of: found) } })
        } else {
            member("selfCert", nil as String?)
        }
        member("rows", view.rows, names)
    }

    private mutating func weeks(_ weeks: [Analysis.StudentView.WeekCounts]) {
        member(
            "weeks",
            objects: { list in
                for week in weeks {
                    list.object {
                        $0.members(of: week.week)
                        $0.members(of: week.counts)
                        $0.member("modulePercentage", decimal: week.modulePercentage)
                    }
                }
            })
    }

    private mutating func member(_ name: String, _ events: [Analysis.Event], _ names: SourceNames) {
        member(
            name,
            objects: { list in
                for event in events {
                    list.object { json in
                        json.member("at", event.time.seconds)
                        json.member("description", event.description)
                        json.member("kind", event.kind.word)
                        json.member("status", event.status.word)
                        json.member("reason", event.reason)
                        if let source = names.source(event.source) {
                            json.member(
                                "source",
                                with: {
                                    $0.object {
                                        $0.member("id", source.id)
                                        $0.member("name", source.name)
                                    }
                                })
                        } else {
                            json.member("source", "register")
                        }
                        json.member("record", event.record)
                    }
                }
            })
    }
}

extension Report {
    fileprivate static func events(_ events: [Analysis.Event], _ names: SourceNames) -> Report {
        var report = Report(
            name: "Events", formula: "",
            columns: [
                .init("at", "Time"), .init("description", "Event"), .init("kind", "Kind"), .init("status", "Status"),
                .init("reason", "Reason"), .init("source", "Source"), .init("record", "Record"),
            ])
        report.rows = events.map { event in
            [
                .text(event.time.seconds), .text(event.description), .text(event.kind.word),
                .text(event.status.word), .init(event.reason),
                .text(names.source(event.source).map(\.name) ?? "register"), .integer(event.record),
            ]
        }
        return report
    }
}
