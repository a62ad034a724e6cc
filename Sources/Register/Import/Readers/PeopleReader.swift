import Kernel

/// People, one to a row: number and a name, and whatever else the school keeps. `role` says who is staff; without it
/// everybody is a student.
enum PeopleReader {
    static let columns: [ImportColumn] = [
        .number, .givenName, .familyName, .fullName, .email, .adviser, .adviserNumber, .stage, .personKind,
    ]

    static func read(_ table: ImportTable, _ context: ImportContext) throws -> ImportPlan {
        let at = try ImportColumns(
            table, kind: .people, columns, required: [[.number], [.familyName, .givenName, .fullName]])
        var plan = ImportPlan()
        for row in table.rows {
            let index = plan.read(row.line)
            do {
                let number = try StudentNumber.read(row, at)
                let person = try person(row, at)
                guard person.givenName != nil || person.familyName != nil else {
                    throw RowProblem.required(at.has(.familyName) ? "family name" : "name")
                }
                let kind = try kind(row, at)
                try add(person, as: PersonName(kind: kind, number: number), row: index, to: &plan)
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        return plan
    }

    /// Two rows of one number must not tell of two people.
    private static func add(
        _ person: PlannedPerson, as name: PersonName, row: Int, to plan: inout ImportPlan
    ) throws {
        if let known = plan.people[name] {
            guard !known.contradicts(person) else {
                throw RowProblem("number", "duplicate_number", "Another row has this number with another name.")
            }
            if known.covers(person) { plan.rows[row].fate = .merged(.duplicateRow) }
        }
        plan.people.add(name, row: row, person) { $0.take($1) }
    }

    /// What a row of any kind of file says of a person besides the number.
    static func person(_ row: ImportTable.Row, _ at: ImportColumns) throws -> PlannedPerson {
        var person = PlannedPerson()
        person.givenName = try at.text(row, .givenName)
        person.familyName = try at.text(row, .familyName)
        if person.givenName == nil, person.familyName == nil, let name = try at.text(row, .fullName) {
            (person.givenName, person.familyName) = split(name)
        }
        if let email = try at.text(row, .email, upTo: 254) {
            guard isAddress(email) else { throw RowProblem("email", "invalid_email", "The email is not an address.") }
            person.email = email
        }
        person.adviserName = try at.text(row, .adviser)
        person.adviserNumber = try at.text(row, .adviserNumber, upTo: StudentNumber.limit)
        person.stage = try at.text(row, .stage, upTo: 64)
        return person
    }

    private static func kind(_ row: ImportTable.Row, _ at: ImportColumns) throws -> PersonKind {
        guard let word = try at.text(row, .personKind)?.lowercased() else { return .student }
        switch word {
        case "student", "learner", "pupil", "s": return .student
        case "staff", "teacher", "lecturer", "adviser", "advisor", "tutor", "employee", "faculty", "t": return .staff
        default: throw RowProblem("kind", "unknown_kind", "The kind is neither student nor staff.")
        }
    }

    /// `Núñez, Chloé` or `Chloé Núñez`: with a comma the family name comes first, without one it is the last word.
    static func split(_ name: String) -> (given: String?, family: String?) {
        if let comma = name.firstIndex(of: ",") {
            let family = CellText.clean(String(name[..<comma]))
            let given = CellText.clean(String(name[name.index(after: comma)...]))
            return (given.isEmpty ? nil : given, family.isEmpty ? nil : family)
        }
        guard let blank = name.lastIndex(of: " ") else { return (nil, name) }
        return (String(name[..<blank]), String(name[name.index(after: blank)...]))
    }

    /// One @ with something on both sides and no blank: enough to tell an address from a note, no more.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains { $0.isWhitespace }
    }
}

/// Student and staff numbers are text: leading zeros stay, and only the `.0` that a spreadsheet added goes.
enum StudentNumber {
    static let limit = 64

    static func read(_ row: ImportTable.Row, _ at: ImportColumns) throws -> String {
        cleaned(try at.required(row, .number, upTo: limit))
    }

    static func cleaned(_ text: String) -> String {
        guard text.hasSuffix(".0"), text.utf8.count > 2, text.utf8.dropLast(2).allSatisfy({ $0 >= 48 && $0 <= 57 })
        else { return text }
        return String(text.dropLast(2))
    }
}
