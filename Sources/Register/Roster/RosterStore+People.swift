import Kernel
import Persistence
import Web

/// People, as a list, one by one, and changed by those who manage the school.
extension RegisterStore {
    struct PeopleFilter: Sendable {
        var kind: PersonKind?
        var group: String?
        var archived: Bool?
        /// Words that must all stand in number or name, letter case and marks ignored.
        var search: String?
    }

    /// At most one row more than the page holds, in the order of family name, given name, id.
    func people(_ caller: Principal, _ filter: PeopleFilter, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            var query: SQL = """
                SELECT \(RecordColumns.person) FROM person WHERE deleted = 0 AND \(scope.student("id"))
                AND \(page.position(["family_name", "given_name", "id"]))
                """
            if let kind = filter.kind { query += " AND kind = \(kind)" }
            if let archived = filter.archived { query += " AND archived = \(archived)" }
            if let group = filter.group {
                query += " AND id IN (SELECT student_id FROM enrolment WHERE deleted = 0 AND group_id = \(group))"
            }
            query += " ORDER BY family_name, given_name, id"
            guard let search = filter.search else {
                return try reader.fetchAll(query + " LIMIT \(page.limit + 1)")
            }
            // Neither engine folds letters beyond ASCII, so names are compared here.
            let words = SearchText.words(search)
            let found = try reader.fetchAll(query).lazy.filter { row in
                let text = SearchText.folded("\(row[2].text ?? "") \(row[3].text ?? "") \(row[4].text ?? "")")
                return words.allSatisfy(text.contains)
            }
            return Array(found.prefix(page.limit + 1))
        }
    }

    /// - Throws: `RosterError.unknownPerson`, also for somebody out of the caller's view
    func person(_ id: String, _ caller: Principal) async throws -> Row {
        try await database.read { reader in
            let scope = try Scope.of(caller, reader)
            let row = try reader.fetchOne(
                "SELECT \(RecordColumns.person) FROM person WHERE id = \(id) AND deleted = 0 AND \(scope.student("id"))"
            )
            guard let row else { throw RosterError.unknownPerson }
            return row
        }
    }

    /// - Throws: `InvalidInput`, `RosterError.numberTaken`
    func addPerson(_ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            let person = try PersonInput(members, current: nil)
            let taken = try tx.integer(
                "SELECT 1 FROM person WHERE kind = \(person.kind) AND number = \(person.number) AND deleted = 0")
            if taken != nil { throw RosterError.numberTaken }
            // Somebody removed before comes back under the same id.
            let removed = try tx.text(
                "SELECT id FROM person WHERE kind = \(person.kind) AND number = \(person.number) AND deleted = 1")
            let derived = RosterIdentity.person(person.kind, number: person.number)
            return try Self.store(person, id: try removed ?? Self.freeID(derived, in: "person", tx), tx)
        }
    }

    /// - Throws: `InvalidInput`, `RosterError`
    func changePerson(_ id: String, _ members: [String: JSONValue]) async throws -> Row {
        try await database.write { tx in
            guard
                let row = try tx.fetchOne("SELECT \(RecordColumns.person) FROM person WHERE id = \(id) AND deleted = 0")
            else { throw RosterError.unknownPerson }
            let person = try PersonInput(members, current: row)
            let taken = try tx.integer(
                """
                SELECT 1 FROM person
                WHERE kind = \(person.kind) AND number = \(person.number) AND id <> \(id) AND deleted = 0
                """)
            if taken != nil { throw RosterError.numberTaken }
            // Somebody removed gives the number up; their id is one that nobody else has.
            try tx.execute(
                """
                UPDATE person SET number = id
                WHERE kind = \(person.kind) AND number = \(person.number) AND deleted = 1
                """)
            return try Self.store(person, id: id, tx)
        }
    }

    /// Removes somebody about whom nothing is recorded; their enrolments go with them.
    /// - Throws: `RosterError.unknownPerson`, `.hasRecords`
    func removePerson(_ id: String) async throws {
        try await database.write { tx in
            let known = try tx.integer("SELECT 1 FROM person WHERE id = \(id) AND deleted = 0")
            guard known != nil else { throw RosterError.unknownPerson }
            if try tx.integer("SELECT 1 FROM mark WHERE student_id = \(id) LIMIT 1") != nil {
                throw RosterError.hasRecords("marks")
            }
            if try tx.integer("SELECT 1 FROM absence_notice WHERE student_id = \(id) AND deleted = 0 LIMIT 1") != nil {
                throw RosterError.hasRecords("absence notices")
            }
            let change = try tx.nextChange()
            try tx.execute("UPDATE person SET deleted = 1, change = \(change) WHERE id = \(id)")
            try tx.execute(
                "UPDATE enrolment SET deleted = 1, change = \(change) WHERE student_id = \(id) AND deleted = 0")
        }
    }

    /// The derived id, unless it belongs to a record that has been renamed since.
    static func freeID(_ derived: String, in table: String, _ reader: any Reader) throws -> String {
        let taken = try reader.integer("SELECT 1 FROM \(raw: table) WHERE id = \(derived) AND deleted = 0")
        return taken == nil ? derived : Identifier.v7()
    }

    private static func store(_ person: PersonInput, id: String, _ tx: any Transaction) throws -> Row {
        var adviserName = person.adviserName
        if let adviser = person.adviser {
            let row = try tx.fetchOne(
                "SELECT given_name, family_name FROM person WHERE id = \(adviser) AND kind = 'staff' AND deleted = 0")
            guard let row else {
                throw InvalidInput("adviser", code: "unknown_person", "The adviser must be a member of staff.")
            }
            adviserName = "\(row[0].text ?? "") \(row[1].text ?? "")".trimmingWhitespace
        }
        try tx.execute(
            """
            INSERT INTO person (\(RecordColumns.person)) VALUES (\(id), \(person.kind), \(person.number),
                \(person.givenName), \(person.familyName), \(person.email), \(person.adviser), \(adviserName),
                \(person.stage), \(person.archived), \(try tx.nextChange()), 0)
            ON CONFLICT (id) DO UPDATE SET number = excluded.number, given_name = excluded.given_name,
                family_name = excluded.family_name, email = excluded.email, adviser_id = excluded.adviser_id,
                adviser_name = excluded.adviser_name, stage = excluded.stage, archived = excluded.archived,
                change = excluded.change, deleted = 0
            """)
        guard let row = try tx.fetchOne("SELECT \(RecordColumns.person) FROM person WHERE id = \(id)") else {
            throw PersistenceError.unreadable
        }
        return row
    }
}

/// A person as somebody typed it in, whole.
private struct PersonInput {
    let kind: PersonKind
    let number: String
    let givenName: String
    let familyName: String
    let email: String?
    let adviser: String?
    let adviserName: String?
    let stage: String?
    let archived: Bool

    /// - Parameter current: the columns of `RecordColumns.person` to start from; nil for somebody new.
    init(_ members: [String: JSONValue], current: Row?) throws {
        var names: Set<String> = [
            "number", "givenName", "familyName", "email", "adviser", "adviserName", "stage", "archived",
        ]
        if current == nil { names.insert("kind") }
        var fields = RosterFields(members, allowed: names)
        kind =
            fields.choice("kind", of: PersonKind.self, current: current?[1].text.flatMap(PersonKind.init)) ?? .student
        number = fields.requiredText("number", current: current?[2].text, limit: 64)
        givenName = fields.text("givenName", current: current?[3].text, limit: 200) ?? ""
        familyName = fields.text("familyName", current: current?[4].text, limit: 200) ?? ""
        email = fields.text("email", current: current?[5].text, limit: 254)
        adviser = fields.reference("adviser", current: current?[6].text)
        adviserName = fields.text("adviserName", current: current?[7].text, limit: 400)
        stage = fields.text("stage", current: current?[8].text, limit: 40)
        archived = fields.flag("archived", current: current?[9].integer == 1)
        if givenName.isEmpty && familyName.isEmpty {
            fields.refuse("familyName", "required", "Write a given name or a family name.")
        }
        if let email, !email.contains("@") || email.contains(where: \.isWhitespace) {
            fields.refuse("email", "malformed", "The email must be an address such as name@school.example.")
        }
        try fields.finish()
    }
}
