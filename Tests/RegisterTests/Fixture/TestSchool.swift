import Kernel
import Persistence
import Sync
import TestSupport
import Web

@testable import Register

/// A small school on a database of its own: two groups, four teachers, a hundred students in the first group.
struct TestSchool: Sendable {
    static let today = "2026-11-21"

    let database: Database
    let store: RegisterStore
    let clock: TestClock

    let module = id("module")
    let group = id("group")
    let otherGroup = id("other group")
    let students = (1...100).map { id("student \($0)") }
    /// Enrolled until the tenth of November.
    let leaver = id("leaver")
    /// In the other group only.
    let stranger = id("stranger")

    let ada = teacher("Ada")
    let ben = teacher("Ben")
    let cleo = teacher("Cleo")
    let owner = Principal(userID: id("owner"), name: "Olga", role: .owner)
    let director = Principal(userID: id("director"), name: "Dora", role: .director)
    let adviser = Principal(userID: id("adviser user"), name: "Abe", role: .adviser, personID: id("adviser"))
    var student: Principal {
        Principal(userID: Self.id("student user"), name: "Sam", role: .student, personID: students[0])
    }

    static func teacher(_ name: String) -> Principal {
        Principal(userID: id("user \(name)"), name: name, role: .teacher)
    }

    static func id(_ name: String) -> String { Identifier.derived(["test", name]) }

    /// The same test over every engine, each time in a new school.
    static func onEachEngine(_ body: (TestSchool) async throws -> Void) async throws {
        try await withEachEngine(migrations: registerMigrations) { database in
            let clock = TestClock("\(today)T09:00:00Z")
            let store = RegisterStore(
                database: database, clock: clock.wall, keys: RegisterKeys(secret: Array(repeating: 7, count: 32)))
            let school = TestSchool(database: database, store: store, clock: clock)
            try await school.fill()
            try await body(school)
        }
    }

    private func fill() async throws {
        _ = try await store.changeSchool(SchoolChange(timezone: "Europe/London", selfCheckIn: true))
        try await database.write { [self] tx in
            let change = try tx.nextChange()
            try tx.execute(
                "INSERT INTO module (\(RecordColumns.module)) VALUES (\(module), 'PT101', 'Anatomy', 0, \(change), 0)")
            for (group, name) in [(group, "A"), (otherGroup, "B")] {
                try tx.execute(
                    """
                    INSERT INTO class_group (\(RecordColumns.group))
                    VALUES (\(group), \(module), \(name), '2026-09-01', '2026-12-18', 0, \(change), 0)
                    """)
            }
            for (number, student) in (students + [leaver, stranger]).enumerated() {
                let adviserID: String? = number == 0 ? adviser.personID : nil
                try tx.execute(
                    """
                    INSERT INTO person (\(RecordColumns.person)) VALUES (\(student), 'student', \(String(number)), 'Given',
                        \("Family \(number)"), NULL, \(adviserID), NULL, NULL, 0, \(change), 0)
                    """)
                let place = student == stranger ? otherGroup : group
                let lastDay: String? = student == leaver ? "2026-11-10" : nil
                try tx.execute(
                    """
                    INSERT INTO enrolment (\(RecordColumns.enrolment)) VALUES
                        (\(Self.id("enrolment \(student)")), \(place), \(student), '2026-09-01', \(lastDay), \(change), 0)
                    """)
            }
            for (teacher, place) in [(ada, group), (ben, group), (cleo, otherGroup)] {
                try teach(teacher, place, change, tx)
            }
        }
    }

    func teach(_ teacher: Principal, _ group: String, _ change: Int64, _ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO teaching (\(RecordColumns.teaching)) VALUES
                (\(Self.id("teaching \(teacher.userID) \(group)")), \(group), \(teacher.userID), \(teacher.name), \(change), 0)
            """)
    }

    /// A session of the first group, open, made online.
    func makeSession(start: String? = "09:00", date: String = today, by teacher: Principal? = nil) async throws
        -> String
    {
        var fields: [String: JSONValue] = [
            "group": .string(group), "date": .string(date), "title": "Anatomy", "state": "open",
        ]
        if let start { fields["start"] = .string(start) }
        return try await store.makeSession(fields, by: teacher ?? ada).row["id"].text ?? ""
    }

    func mark(_ session: String, _ student: String, as caller: Principal? = nil) async throws -> MarkRecord? {
        try await database.read { reader in
            try reader.fetchOne(
                "SELECT \(MarkRecord.columns) FROM mark WHERE session_id = \(session) AND student_id = \(student)"
            ).map(MarkRecord.init)
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        Int(try await database.read { try $0.integer(sql) } ?? -1)
    }
}

func id(_ name: String) -> String { TestSchool.id(name) }
