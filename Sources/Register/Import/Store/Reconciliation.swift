import Kernel
import Persistence
import Sync

/// Compares a plan with the register. Pure but for its input, so a preview and the commit after it say the same.
struct Reconciliation {
    private let plan: ImportPlan
    private let known: ImportSnapshot
    private let today: CivilDate
    let timezone: String
    private(set) var changes: ImportChanges

    // ids of what the register will have, by the names of the plan
    private var people: [PersonName: String] = [:]
    private var modules: [String: String] = [:]
    private var groups: [GroupName: GroupRow] = [:]

    static func run(
        _ plan: ImportPlan, _ reader: any Reader, today: CivilDate, timezone: String
    ) throws -> ImportChanges {
        let known = try ImportSnapshot(reader, for: plan)
        var work = Reconciliation(plan, known, today: today, timezone: timezone)
        work.refuseUnknown()
        work.reconcileModules()
        work.reconcileGroups()
        work.reconcilePeople()
        work.reconcileEnrolments()
        var sessions = SessionReconciliation(known, groups: work.groups, timezone: timezone, changes: work.changes)
        sessions.run(plan, people: work.people)
        return sessions.changes
    }

    private init(_ plan: ImportPlan, _ known: ImportSnapshot, today: CivilDate, timezone: String) {
        self.plan = plan
        self.known = known
        self.today = today
        self.timezone = timezone
        changes = ImportChanges(plan)
        for (name, row) in known.people where !row.deleted { people[name] = row.id }
        for (code, row) in known.modules where !row.deleted { modules[code] = row.id }
        for (name, row) in known.groups where !row.deleted { groups[name] = row }
    }

    /// First of all, so that a row which names what does not exist makes nothing at all.
    private mutating func refuseUnknown() {
        for record in plan.people.all {
            let isNew = people[record.name] == nil
            if isNew, record.value.givenName == nil, record.value.familyName == nil {
                let field = record.name.kind == .student ? "student" : "person"
                refuse(record.rows, RowProblem.unknown(field, field))
            } else if let number = record.value.adviserNumber, !isStaff(number) {
                refuse(record.rows, RowProblem.unknown("adviser", "member of staff"))
            }
        }
        for record in plan.enrolments.all {
            let name = PersonName(kind: .student, number: record.name.number)
            if people[name] == nil, plan.people[name] == nil { refuse(record.rows, .unknown("student", "student")) }
        }
        for record in plan.sessions.all where groups[record.name.group] == nil && plan.groups[record.name.group] == nil
        {
            let hasModule = modules[record.name.group.module] != nil || plan.modules[record.name.group.module] != nil
            refuse(record.rows, hasModule ? .unknown("group", "group") : .unknown("module", "module"))
        }
    }

    private func isStaff(_ number: String) -> Bool {
        let name = PersonName(kind: .staff, number: number)
        return people[name] != nil || plan.people[name] != nil
    }

    private mutating func refuse(_ rows: [Int], _ problem: RowProblem) {
        for row in rows where changes.rows[row].fate == .kept { changes.rows[row].fate = .refused(problem) }
    }

    private mutating func reconcileModules() {
        for record in plan.modules.all where changes.isLive(record.rows) {
            let before = known.modules[record.name]
            var row =
                before
                ?? ModuleRow(
                    id: RosterIdentity.module(code: record.value.code), code: record.value.code,
                    title: record.value.code,
                    archived: false, deleted: false)
            row.deleted = false
            row.title = record.value.title ?? row.title
            changes.note(changes.modules.set(row, before: before), record.rows)
            modules[record.name] = row.id
        }
    }

    private mutating func reconcileGroups() {
        for record in plan.groups.all where changes.isLive(record.rows) {
            guard let module = modules[record.name.module] else { continue }
            let before = known.groups[record.name]
            let year = AcademicYear.days(of: record.value.span?.lowerBound ?? record.value.firstDay ?? today)
            var row =
                before
                ?? GroupRow(
                    id: RosterIdentity.group(module: module, name: record.value.name), moduleId: module,
                    name: record.value.name, firstDay: year.lowerBound, lastDay: year.upperBound, archived: false,
                    deleted: false)
            row.deleted = false
            row.firstDay = record.value.firstDay ?? row.firstDay
            row.lastDay = record.value.lastDay ?? row.lastDay
            if let span = record.value.span {
                row.firstDay = min(row.firstDay, span.lowerBound)
                row.lastDay = max(row.lastDay, span.upperBound)
            }
            if row.lastDay < row.firstDay {
                refuse(
                    record.rows, RowProblem("last day", "end_before_start", "The group would end before it begins."))
                continue
            }
            changes.note(changes.groups.set(row, before: before), record.rows)
            groups[record.name] = row
        }
    }

    /// Staff first, for they may advise students of the same file.
    private mutating func reconcilePeople() {
        for kind in [PersonKind.staff, .student] {
            for record in plan.people.all where record.name.kind == kind && changes.isLive(record.rows) {
                let before = known.people[record.name]
                let said = record.value
                var row =
                    before
                    ?? PersonRow(
                        id: RosterIdentity.person(kind, number: record.name.number), kind: kind,
                        number: record.name.number,
                        givenName: "", familyName: "", archived: false, deleted: false)
                row.deleted = false
                row.givenName = said.givenName ?? row.givenName
                row.familyName = said.familyName ?? row.familyName
                row.email = said.email ?? row.email
                row.stage = said.stage ?? row.stage
                advise(&row, said)
                changes.note(changes.people.set(row, before: before), record.rows)
                people[record.name] = row.id
            }
        }
    }

    /// An adviser by number is a person; one by name is text, and a person where one member of staff has this name.
    private func advise(_ row: inout PersonRow, _ said: PlannedPerson) {
        if let number = said.adviserNumber {
            let name = PersonName(kind: .staff, number: number)
            row.adviserId = people[name]
            let planned = plan.people[name]
            let stored = known.people[name]
            let given = planned?.givenName ?? stored?.givenName ?? ""
            let family = planned?.familyName ?? stored?.familyName ?? ""
            row.adviserName = said.adviserName ?? CellText.clean("\(given) \(family)")
        } else if let name = said.adviserName, name != row.adviserName {
            row.adviserName = name
            row.adviserId = known.staff[name.lowercased()]
        }
    }

    private mutating func reconcileEnrolments() {
        for record in plan.enrolments.all where changes.isLive(record.rows) {
            guard let group = groups[record.name.group],
                let student = people[PersonName(kind: .student, number: record.name.number)]
            else { continue }
            let first = record.value.firstDay ?? group.firstDay
            let last = record.value.lastDay
            let stored = (known.enrolments[[group.id, student]] ?? []).filter { !$0.deleted }
            let overlapping = stored.filter { row in
                (row.lastDay.map { first <= $0 } ?? true) && (last.map { row.firstDay <= $0 } ?? true)
            }
            if let before = overlapping.first {
                var row = before
                row.firstDay = min(before.firstDay, record.value.firstDay ?? before.firstDay)
                row.lastDay = last ?? before.lastDay
                // two stored enrolments never come to overlap
                let next = stored.first { $0.firstDay > before.firstDay }
                if let next, row.lastDay.map({ next.firstDay <= $0 }) ?? true { row.lastDay = before.lastDay }
                changes.note(changes.enrolments.set(row, before: before), record.rows)
            } else {
                let id = RosterIdentity.enrolment(group: group.id, student: student, firstDay: first)
                let row = EnrolmentRow(
                    id: id, groupId: group.id, studentId: student, firstDay: first, lastDay: last, deleted: false)
                changes.note(changes.enrolments.set(row, before: nil), record.rows)
            }
        }
    }
}
