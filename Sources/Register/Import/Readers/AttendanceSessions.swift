import Kernel
import Sync

/// Makes sessions, enrolments and marks of the events that are left after merging.
///
/// A session is known by group, day and starting minute; a placement by group and day, as its check-ins are each student's
/// own at any time of the day, and several of one student on one day are one mark. Where two events of different
/// description begin in the same minute, the second is taught to a parallel group (`All students 2`), which holds the
/// students who are listed there.
enum AttendanceSessions {
    static func add(_ events: [AttendanceEvent], _ context: ImportContext, to plan: inout ImportPlan) {
        var titles = context.titles
        var furtherCheckIns = 0
        for event in events {
            let base = context.group.flatMap { $0.moduleCode.lowercased() == event.module.lowercased() ? $0.name : nil }
            let group = parallel(event, base ?? GroupDefaults.name, titles)
            let name = SessionName(
                group: GroupName(module: event.module, name: group), date: event.start.day, period: period(event))
            titles[name] = title(event)
            let isNew = plan.marks.add(
                MarkName(session: name, number: event.number), row: event.row, PlannedMark(status: event.status)
            ) { $0 = PlannedMark(status: AttendanceReader.better($0.status, $1.status)) }
            if !isNew, event.kind == .placement {
                furtherCheckIns += 1
                continue
            }
            if !isNew {
                plan.rows[event.row].fate = .merged(.sameMinute)
                continue
            }
            let day = event.start.day
            plan.modules.add(
                event.module.lowercased(), row: event.row, PlannedModule(code: event.module, title: nil))
            var place = PlannedGroup(moduleCode: event.module, name: group)
            place.span = day...day
            plan.groups.add(name.group, row: event.row, place) { $0.take($1) }
            plan.enrolments.add(
                EnrolmentName(group: name.group, number: event.number), row: event.row, PlannedEnrolment(firstDay: day)
            ) { known, _ in known.firstDay = min(known.firstDay ?? day, day) }
            plan.sessions.add(
                name, row: event.row,
                PlannedSession(title: title(event), kind: event.kind, state: .closed, origin: .import))
        }
        if furtherCheckIns > 0 {
            plan.notes.append("\(furtherCheckIns) further placement check-ins of a day belong to that day's mark.")
        }
    }

    /// The first of the parallel groups in which this minute is free or holds an event of the same description. They fill
    /// up in order, so a description that is there already is found before a free place.
    private static func parallel(
        _ event: AttendanceEvent, _ base: String, _ titles: [SessionName: String]
    ) -> String {
        var number = 1
        while true {
            let group = number == 1 ? base : "\(base) \(number)"
            let name = SessionName(
                group: GroupName(module: event.module, name: group), date: event.start.day, period: period(event))
            guard let taken = titles[name], taken.lowercased() != title(event).lowercased() else { return group }
            number += 1
        }
    }

    private static func period(_ event: AttendanceEvent) -> String {
        event.kind == .placement ? SessionIdentity.wholeDay : SessionIdentity.period(start: event.start.time)
    }

    private static func title(_ event: AttendanceEvent) -> String {
        event.description.isEmpty ? SessionWords.title(event.kind) : event.description
    }
}
