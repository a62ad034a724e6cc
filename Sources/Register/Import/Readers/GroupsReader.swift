import Kernel

/// Groups of modules with their students: one row for each student of a group, or one for a group without students.
/// A module that the register lacks is made; a student it lacks is made when the row has a name.
enum GroupsReader {
    static let columns: [ImportColumn] = [
        .moduleCode, .moduleTitle, .group, .groupFirstDay, .groupLastDay, .enrolledFrom, .enrolledTo,
        .number, .givenName, .familyName, .fullName, .email, .adviser, .adviserNumber, .stage,
    ]

    static func read(_ table: ImportTable, _ context: ImportContext) throws -> ImportPlan {
        let stated: [[ImportColumn]] = context.module == nil ? [[.moduleCode]] : []
        let at = try ImportColumns(table, kind: .groups, columns, required: stated + [[.group, .number]])
        var plan = ImportPlan()
        for row in table.rows {
            let index = plan.read(row.line)
            do { try read(row, at, context, index, &plan) } catch let problem as RowProblem {
                plan.refuse(index, problem)
            }
        }
        return plan
    }

    private static func read(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext, _ index: Int, _ plan: inout ImportPlan
    ) throws {
        guard let code = try at.text(row, .moduleCode, upTo: 64) ?? context.module else {
            throw RowProblem.required("module")
        }
        let moduleCode = StudentNumber.cleaned(code)
        let name = try at.text(row, .group) ?? GroupDefaults.name
        var group = PlannedGroup(moduleCode: moduleCode, name: name)
        group.firstDay = try at.date(row, .groupFirstDay, in: context.zone)
        group.lastDay = try at.date(row, .groupLastDay, in: context.zone)
        if let first = group.firstDay, let last = group.lastDay, last < first {
            throw RowProblem("last day", "end_before_start", "The last day comes before the first day.")
        }
        let title = try at.text(row, .moduleTitle)
        let groupName = GroupName(module: moduleCode, name: name)
        let number = try at.text(row, .number, upTo: StudentNumber.limit).map(StudentNumber.cleaned)
        var isNew = false
        if let number {
            let person = try PeopleReader.person(row, at)
            let enrolment = try enrolment(row, at, context)
            let known = PersonName(kind: .student, number: number)
            if let other = plan.people[known], other.contradicts(person) {
                throw RowProblem("number", "duplicate_number", "Another row has this number with another name.")
            }
            if person != PlannedPerson() { plan.people.add(known, row: index, person) { $0.take($1) } }
            isNew = plan.enrolments.add(EnrolmentName(group: groupName, number: number), row: index, enrolment)
        }
        plan.modules.add(moduleCode.lowercased(), row: index, PlannedModule(code: moduleCode, title: title)) {
            $0.title = $1.title ?? $0.title
        }
        isNew = plan.groups.add(groupName, row: index, group) { $0.take($1) } || isNew
        if !isNew { plan.rows[index].fate = .merged(.duplicateRow) }
    }

    private static func enrolment(
        _ row: ImportTable.Row, _ at: ImportColumns, _ context: ImportContext
    ) throws -> PlannedEnrolment {
        let first = try at.date(row, .enrolledFrom, in: context.zone)
        let last = try at.date(row, .enrolledTo, in: context.zone)
        if let first, let last, last < first {
            throw RowProblem("enrolled to", "end_before_start", "The enrolment ends before it begins.")
        }
        return PlannedEnrolment(firstDay: first, lastDay: last)
    }
}

enum GroupDefaults {
    /// The group of files that know modules only.
    static let name = "All students"
}
