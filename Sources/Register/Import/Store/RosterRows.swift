import Kernel
import Persistence

/// A row of the roster as an import reads, compares and writes it, and as undo brings it back.
protocol ImportedRow: Codable, Sendable, Equatable {
    static var table: String { get }
    static var columns: SQL { get }
    /// ` ON CONFLICT …`
    static var onConflict: SQL { get }
    var id: String { get }
    var deleted: Bool { get set }
    func values(change: Int64) -> SQL
}

struct PersonRow: ImportedRow {
    let id: String
    let kind: PersonKind
    let number: String
    var givenName: String
    var familyName: String
    var email: String?
    var adviserId: String?
    var adviserName: String?
    var stage: String?
    var archived: Bool
    var deleted: Bool

    static let table = "person"
    static let columns: SQL =
        "id, kind, number, given_name, family_name, email, adviser_id, adviser_name, stage, archived, deleted"
    static let onConflict: SQL = """
         ON CONFLICT (id) DO UPDATE SET given_name = excluded.given_name, family_name = excluded.family_name,
        email = excluded.email, adviser_id = excluded.adviser_id, adviser_name = excluded.adviser_name,
        stage = excluded.stage, archived = excluded.archived, deleted = excluded.deleted, change = excluded.change
        """

    func values(change: Int64) -> SQL {
        """
        (\(id), \(kind), \(number), \(givenName), \(familyName), \(email), \(adviserId), \(adviserName), \(stage),
        \(archived), \(deleted), \(change))
        """
    }
}

struct ModuleRow: ImportedRow {
    let id: String
    let code: String
    var title: String
    var archived: Bool
    var deleted: Bool

    static let table = "module"
    static let columns: SQL = "id, code, title, archived, deleted"
    static let onConflict: SQL = """
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, archived = excluded.archived, deleted = excluded.deleted,
        change = excluded.change
        """

    func values(change: Int64) -> SQL { "(\(id), \(code), \(title), \(archived), \(deleted), \(change))" }
}

struct GroupRow: ImportedRow {
    let id: String
    let moduleId: String
    let name: String
    var firstDay: CivilDate
    var lastDay: CivilDate
    var archived: Bool
    var deleted: Bool

    static let table = "class_group"
    static let columns: SQL = "id, module_id, name, first_day, last_day, archived, deleted"
    static let onConflict: SQL = """
         ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
        archived = excluded.archived, deleted = excluded.deleted, change = excluded.change
        """

    func values(change: Int64) -> SQL {
        "(\(id), \(moduleId), \(name), \(firstDay), \(lastDay), \(archived), \(deleted), \(change))"
    }
}

struct EnrolmentRow: ImportedRow {
    let id: String
    let groupId: String
    let studentId: String
    var firstDay: CivilDate
    var lastDay: CivilDate?
    var deleted: Bool

    static let table = "enrolment"
    static let columns: SQL = "id, group_id, student_id, first_day, last_day, deleted"
    static let onConflict: SQL = """
         ON CONFLICT (id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
        deleted = excluded.deleted, change = excluded.change
        """

    func values(change: Int64) -> SQL {
        "(\(id), \(groupId), \(studentId), \(firstDay), \(lastDay), \(deleted), \(change))"
    }
}

extension Transaction {
    /// Writes rows in statements of a size that both engines take.
    func write<T: ImportedRow>(_ rows: [T], change: Int64) throws {
        try insert(
            into: "\(raw: T.table) (\(T.columns), change)", rows, T.onConflict
        ) { $0.values(change: change) }
    }

    func insert<T>(into table: SQL, _ rows: [T], _ onConflict: SQL, values: (T) -> SQL) throws {
        for start in stride(from: 0, to: rows.count, by: 200) {
            var statement: SQL = "INSERT INTO \(table) VALUES "
            for (index, row) in rows[start..<min(start + 200, rows.count)].enumerated() {
                if index > 0 { statement += ", " }
                statement += values(row)
            }
            try execute(statement + onConflict)
        }
    }
}

/// Runs a query for many ids, as many at a time as both engines take.
func inParts<T>(_ ids: some Collection<String>, _ body: ([String]) throws -> [T]) rethrows -> [T] {
    let all = Array(ids)
    return try stride(from: 0, to: all.count, by: 1_000).flatMap { start in
        try body(Array(all[start..<min(start + 1_000, all.count)]))
    }
}
