import Kernel
import Persistence
import Sync

/// What the register holds of what a plan speaks of.
struct ImportSnapshot {
    private(set) var people: [PersonName: PersonRow] = [:]
    private(set) var modules: [String: ModuleRow] = [:]
    private(set) var groups: [GroupName: GroupRow] = [:]
    /// By group and student.
    private(set) var enrolments: [[String]: [EnrolmentRow]] = [:]
    private(set) var sessions: [String: SessionRecord] = [:]
    private(set) var marks: [MarkKey: MarkRecord] = [:]
    /// Imports act as devices of their own, so a mark's device tells whether a person made it.
    private(set) var imports: Set<String> = []
    /// Staff by `given family`; a name that two of them have is left out.
    private(set) var staff: [String: String] = [:]

    init(_ reader: any Reader, for plan: ImportPlan) throws {
        for row in try reader.fetchAll(PersonRow.self, "SELECT \(PersonRow.columns) FROM person") {
            people[PersonName(kind: row.kind, number: row.number)] = row
        }
        nameStaff()
        for row in try reader.fetchAll(ModuleRow.self, "SELECT \(ModuleRow.columns) FROM module") {
            modules[row.code.lowercased()] = row
        }
        let codes = Dictionary(modules.values.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        for row in try reader.fetchAll(
            GroupRow.self, "SELECT \(GroupRow.columns) FROM class_group ORDER BY deleted DESC, id")
        {
            groups[GroupName(module: codes[row.moduleId] ?? "", name: row.name)] = row
        }
        try loadEnrolments(reader, plan)
        if !plan.sessions.isEmpty { try loadSessions(reader, plan) }
    }

    private mutating func nameStaff() {
        var twice: Set<String> = []
        for person in people.values where person.kind == .staff && !person.deleted {
            let name = "\(person.givenName) \(person.familyName)".lowercased()
            if staff.updateValue(person.id, forKey: name) != nil { twice.insert(name) }
        }
        for name in twice { staff[name] = nil }
    }

    private mutating func loadEnrolments(_ reader: any Reader, _ plan: ImportPlan) throws {
        let ids = Set(plan.enrolments.all.compactMap { groups[$0.name.group]?.id })
        let rows = try inParts(ids.sorted()) { ids in
            try reader.fetchAll(
                EnrolmentRow.self,
                "SELECT \(EnrolmentRow.columns) FROM enrolment WHERE group_id IN \(list: ids) ORDER BY first_day, id")
        }
        for row in rows { enrolments[[row.groupId, row.studentId], default: []].append(row) }
    }

    private mutating func loadSessions(_ reader: any Reader, _ plan: ImportPlan) throws {
        let ids = plan.sessions.all.compactMap { record in
            groups[record.name.group].map { record.name.id(group: $0.id) }
        }
        let found = try inParts(ids) { ids in
            try reader.fetchAll("SELECT \(SessionRecord.columns) FROM session WHERE id IN \(list: ids)").map(
                SessionRecord.init)
        }
        for session in found { sessions[session.id] = session }
        if plan.marks.isEmpty { return }
        let marked = try inParts(found.map(\.id)) { ids in
            try reader.fetchAll("SELECT \(MarkRecord.columns) FROM mark WHERE session_id IN \(list: ids)").map(
                MarkRecord.init)
        }
        for mark in marked { marks[mark.key] = mark }
        imports = Set(try reader.texts("SELECT id FROM import"))
    }
}

extension SessionName {
    func id(group: String) -> String { SessionIdentity.id(group: group, date: date, period: period) }
}

extension ImportContext {
    /// What readers need to know of the register before a file is read.
    static func current(
        _ reader: any Reader, fileName: String?, module: String?, group: String?
    ) throws -> ImportContext {
        let school = try SchoolSettings.current(reader)
        var context = ImportContext(zone: school.zone, fileName: fileName, module: module)
        let rows = try reader.fetchAll(
            """
            SELECT g.id AS id, m.code AS code, g.name AS name, g.first_day AS first_day, g.last_day AS last_day,
                m.id AS module_id
            FROM class_group g JOIN module m ON m.id = g.module_id
            WHERE g.deleted = 0 AND m.deleted = 0 AND g.archived = 0 ORDER BY m.code, g.name
            """)
        let known = rows.map { row in
            (
                id: row["id"].text ?? "",
                group: StatedGroup(
                    moduleCode: row["code"].text ?? "", name: row["name"].text ?? "",
                    firstDay: row["first_day"].text.flatMap { CivilDate($0) },
                    lastDay: row["last_day"].text.flatMap { CivilDate($0) })
            )
        }
        context.knownGroups = known.map(\.group)
        if let group {
            context.group = try stated(group, module: module, known)
            if context.module == nil { context.module = context.group?.moduleCode }
        }
        return context
    }

    /// A group by its id, or by its name within the stated module or, where only one has the name, in all.
    private static func stated(
        _ text: String, module: String?, _ known: [(id: String, group: StatedGroup)]
    ) throws -> StatedGroup {
        if let group = known.first(where: { $0.id == text }) { return group.group }
        let named = known.map(\.group).filter { group in
            group.name.lowercased() == text.lowercased()
                && (module.map { $0.lowercased() == group.moduleCode.lowercased() } ?? true)
        }
        guard named.count == 1 else { throw ImportError.unknownGroup }
        return named[0]
    }

    /// Titles of the sessions of a module (of all without one), for exports that may hold two events of one minute.
    mutating func loadTitles(_ reader: any Reader, module: String?) throws {
        let condition: SQL = module.map { "LOWER(m.code) = \($0.lowercased())" } ?? "1 = 1"
        let rows = try reader.fetchAll(
            """
            SELECT m.code AS code, g.name AS name, s.date AS date, s.period AS period, s.title AS title
            FROM session s JOIN class_group g ON g.id = s.group_id JOIN module m ON m.id = g.module_id
            WHERE s.deleted = 0 AND g.deleted = 0 AND \(condition)
            """)
        for row in rows {
            guard let date = row["date"].text.flatMap({ CivilDate($0) }) else { continue }
            let group = GroupName(module: row["code"].text ?? "", name: row["name"].text ?? "")
            titles[SessionName(group: group, date: date, period: row["period"].text ?? "")] = row["title"].text ?? ""
        }
    }
}
