import Kernel

/// OneRoster 1.2 CSV (1EdTech): courses become modules, classes their groups, users people, enrolments of students
/// enrolments. Terms give the groups their days; organisations and the manifest are only read.
struct OneRosterReader {
    private var plan = ImportPlan()
    private let files: OneRosterFiles
    private let isArchive: Bool

    private var terms: [String: (first: CivilDate, last: CivilDate)] = [:]
    private var courses: [String: PlannedModule] = [:]
    private var classes: [String: GroupName] = [:]
    private var people: [String: PersonName] = [:]
    private var kinds: [String: PersonKind] = [:]
    private var ignoredUsers: Set<String> = []

    static func read(_ bytes: [UInt8], _ context: ImportContext) throws -> ImportPlan {
        let files = try OneRosterFiles(bytes, fileName: context.fileName)
        var reader = OneRosterReader(files)
        try reader.readAll()
        return reader.plan
    }

    private init(_ files: OneRosterFiles) {
        self.files = files
        isArchive = files.tables.count > 1
    }

    /// Files in the order in which they refer to each other.
    private mutating func readAll() throws {
        try each(.manifest) { reader, row in reader.plan.rows[row.index].fate = .ignored(.referenceOnly) }
        try each(.orgs) { reader, row in
            _ = try row.required("sourcedId")
            reader.plan.rows[row.index].fate = .ignored(.referenceOnly)
        }
        try each(.academicSessions) { try $0.readTerm($1) }
        try each(.courses) { try $0.readCourse($1) }
        try each(.classes) { try $0.readClass($1) }
        try each(.roles) { try $0.readRole($1) }
        try each(.users) { try $0.readUser($1) }
        try each(.enrollments) { try $0.readEnrollment($1) }
        if files.tables[.users] != nil, files.tables[.roles] == nil, kinds.isEmpty {
            plan.notes.append("There is no roles.csv: everybody in users.csv without a role came in as a student.")
        }
        if !files.unused.isEmpty {
            plan.notes.append(
                "Not read, for Rounds has no use for them: \(files.unused.sorted().joined(separator: ", ")).")
        }
    }

    private mutating func each(
        _ name: OneRosterFiles.Name, _ body: (inout OneRosterReader, OneRosterRow) throws -> Void
    ) throws {
        guard let table = files.tables[name] else { return }
        let file = isArchive ? name.rawValue + ".csv" : nil
        let places = Dictionary(
            table.header.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        if name != .manifest, places["sourcedid"] == nil {
            throw ImportError.missingColumns(kind: .oneroster, missing: ["sourcedId"], found: table.header)
        }
        for row in table.rows {
            let index = plan.read(row.line, file: file)
            do {
                let row = OneRosterRow(index: index, cells: row.cells, places: places)
                if row["status"]?.lowercased() == "tobedeleted" {
                    plan.rows[index].fate = .ignored(.toBeDeleted)
                } else {
                    try body(&self, row)
                }
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        for (line, problem) in table.malformed { plan.refuse(plan.read(line, file: file), problem) }
    }

    private mutating func readTerm(_ row: OneRosterRow) throws {
        let id = try row.required("sourcedId")
        guard let first = try row.date("startDate"), let last = try row.date("endDate") else {
            throw RowProblem.required("startDate")
        }
        guard last >= first else {
            throw RowProblem("endDate", "end_before_start", "The endDate comes before the startDate.")
        }
        terms[id] = (first, last)
        plan.rows[row.index].fate = .ignored(.referenceOnly)
    }

    private mutating func readCourse(_ row: OneRosterRow) throws {
        let id = try row.required("sourcedId")
        let code = try row.text("courseCode", upTo: 64) ?? id
        let module = PlannedModule(code: String(code.prefix(64)), title: try row.required("title"))
        courses[id] = module
        if let known = plan.modules[module.code.lowercased()], known.title != module.title {
            throw RowProblem("courseCode", "duplicate_code", "Another course has this code with another title.")
        }
        if !plan.modules.add(module.code.lowercased(), row: row.index, module) {
            plan.rows[row.index].fate = .merged(.duplicateRow)
        }
    }

    private mutating func readClass(_ row: OneRosterRow) throws {
        let id = try row.required("sourcedId")
        guard let course = courses[try row.required("courseSourcedId")] else {
            throw RowProblem.unknown("courseSourcedId", "course")
        }
        let name = try row.text("classCode", upTo: 200) ?? row.required("title")
        var group = PlannedGroup(moduleCode: course.code, name: name)
        let spans = (row["termSourcedIds"] ?? "").split(separator: ",").compactMap {
            terms[CellText.clean(String($0))]
        }
        group.firstDay = spans.map(\.first).min()
        group.lastDay = spans.map(\.last).max()
        let groupName = GroupName(module: course.code, name: name)
        classes[id] = groupName
        if !plan.groups.add(groupName, row: row.index, group) {
            throw RowProblem("classCode", "duplicate_class", "Another class of this course has this name.")
        }
    }

    private mutating func readRole(_ row: OneRosterRow) throws {
        let user = try row.required("userSourcedId")
        let kind = Self.kind(ofRole: try row.required("role"))
        if row["roleType"]?.lowercased() != "secondary" || kinds[user] == nil {
            if let kind { kinds[user] = kind } else if kinds[user] == nil { ignoredUsers.insert(user) }
        }
        plan.rows[row.index].fate = kind == nil ? .ignored(.roleNotKept) : .ignored(.referenceOnly)
    }

    private mutating func readUser(_ row: OneRosterRow) throws {
        let id = try row.required("sourcedId")
        // 1.1 has the role in the same row
        let stated = try row.text("role")
        if (stated != nil && stated.flatMap(Self.kind) == nil) || (ignoredUsers.contains(id) && kinds[id] == nil) {
            ignoredUsers.insert(id)
            plan.rows[row.index].fate = .ignored(.roleNotKept)
            return
        }
        let number = StudentNumber.cleaned(
            try row.text("identifier", upTo: StudentNumber.limit) ?? String(id.prefix(StudentNumber.limit)))
        let name = PersonName(kind: stated.flatMap(Self.kind) ?? kinds[id] ?? .student, number: number)
        var person = PlannedPerson()
        person.givenName =
            try row.text("preferredGivenName") ?? row.text("preferredFirstName") ?? row.required("givenName")
        person.familyName =
            try row.text("preferredFamilyName") ?? row.text("preferredLastName") ?? row.required("familyName")
        person.email = try row.text("email", upTo: 254)
        person.stage = try row.text("grades", upTo: 64)
        if let known = plan.people[name], known.contradicts(person) {
            throw RowProblem("identifier", "duplicate_number", "Another user has this identifier with another name.")
        }
        people[id] = name
        if !plan.people.add(name, row: row.index, person, merge: { $0.take($1) }) {
            plan.rows[row.index].fate = .merged(.duplicateRow)
        }
    }

    private mutating func readEnrollment(_ row: OneRosterRow) throws {
        let user = try row.required("userSourcedId")
        let role = try row.required("role").lowercased()
        guard let group = classes[try row.required("classSourcedId")] else {
            throw RowProblem.unknown("classSourcedId", "class")
        }
        if ignoredUsers.contains(user) {
            plan.rows[row.index].fate = .ignored(.roleNotKept)
            return
        }
        guard let person = people[user] else { throw RowProblem.unknown("userSourcedId", "user") }
        guard role == "student" else {
            plan.rows[row.index].fate = .ignored(
                ["teacher", "aide", "proctor", "administrator"].contains(role) ? .teacherWithoutAccount : .roleNotKept)
            return
        }
        guard person.kind == .student else {
            throw RowProblem("role", "not_a_student", "The user is staff and cannot be enrolled as a student.")
        }
        let enrolment = PlannedEnrolment(firstDay: try row.date("beginDate"), lastDay: try row.date("endDate"))
        if let first = enrolment.firstDay, let last = enrolment.lastDay, last < first {
            throw RowProblem("endDate", "end_before_start", "The endDate comes before the beginDate.")
        }
        if !plan.enrolments.add(EnrolmentName(group: group, number: person.number), row: row.index, enrolment) {
            plan.rows[row.index].fate = .merged(.duplicateRow)
        }
    }

    /// Roles of the OneRoster vocabulary; nil for people a register does not keep.
    private static func kind(ofRole role: String) -> PersonKind? {
        switch role.lowercased() {
        case "student": .student
        case "teacher", "aide", "proctor", "administrator", "counselor", "districtadministrator", "principal",
            "siteadministrator", "systemadministrator":
            .staff
        default: nil
        }
    }
}
