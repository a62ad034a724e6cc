import Kernel
import Persistence
import Register
import Sync
import Web

/// The school every run begins with, made once by the real code and then copied: two groups, three teachers, an office, a
/// director, an adviser and a student with accounts, five sessions.
package struct SchoolTemplate: Sendable {
    static let start = "2026-11-21T08:00:00Z"
    static let today = "2026-11-21"

    let image: DiskImage

    static func id(_ name: String) -> String { Identifier.derived(["simulation", name]) }

    static let module = id("module")
    static let groups = [id("group A"), id("group B")]
    static let students = (0...5).map { id("student \($0)") }
    /// Members of each group; the last of the first left on the tenth of November.
    static let members = [
        [students[0], students[1], students[2], students[3], students[5]], [students[3], students[4]],
    ]
    static let accounts = [
        Principal(userID: id("ada"), name: "Ada", role: .teacher),
        Principal(userID: id("ben"), name: "Ben", role: .teacher),
        Principal(userID: id("cleo"), name: "Cleo", role: .teacher),
        Principal(userID: id("olga"), name: "Olga", role: .owner),
        Principal(userID: id("dora"), name: "Dora", role: .director),
        Principal(userID: id("abe"), name: "Abe", role: .adviser, personID: id("abe as a person")),
        Principal(userID: id("sam"), name: "Sam", role: .student, personID: students[0]),
    ]
    /// Sees everything and does nothing.
    static let inspector = Principal(userID: id("inspector"), name: "Iris", role: .owner)
    static let taught = [(accounts[0], [0, 1]), (accounts[1], [0]), (accounts[2], [1])]
    /// Group, days from today, period.
    static let slots: [(group: Int, day: Int, period: String)] = [
        (0, 0, "09:00"), (0, 0, "14:00"), (1, 0, "11:00"), (0, -1, "day"), (0, -40, "09:00"),
    ]
    static let sessions = slots.map { slot in
        SessionIdentity.id(group: groups[slot.group], date: day(slot.day), period: slot.period)
    }

    static func day(_ distance: Int) -> CivilDate {
        (CivilDate(today) ?? CivilDate(dayNumber: 0)).adding(days: distance)
    }

    /// - Throws: what the database and the register throw
    package init() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let server = try await Server(folder: folder, seed: 0)
        let database = server.database
        try await database.write { tx in
            try tx.setMeta("epoch", Self.id("epoch"))
            try Self.writeRoster(tx)
        }
        let operations = zip(Self.slots, Self.sessions).enumerated().map { index, pair in
            let fields: [String: JSONValue] = [
                "group": .string(Self.groups[pair.0.group]), "date": .string(Self.day(pair.0.day).description),
                "period": .string(pair.0.period), "title": "Anatomy", "state": "open", "timezone": "Europe/London",
            ]
            return Operation(
                id: Self.id("making \(index)"), seq: Int64(index + 1), entity: .session, key: pair.1, fields: fields,
                stamp: Stamp(milliseconds: 1, counter: UInt16(index), device: Self.id("office device")),
                capturedAt: Instant(milliseconds: 1), author: Self.accounts[3].userID)
        }
        _ = try await server.store.sync(
            SyncRequest(device: Self.id("office device"), operations: operations.map { .operation($0) }),
            by: Self.accounts[3])
        await database.close()
        image = try server.image()
    }

    private static func writeRoster(_ tx: any Transaction) throws {
        let change = try tx.nextChange()
        try tx.execute("INSERT INTO module VALUES (\(module), 'PT101', 'Anatomy', 0, \(change), 0)")
        for (group, name) in zip(groups, ["A", "B"]) {
            try tx.execute(
                """
                INSERT INTO class_group VALUES (\(group), \(module), \(name), '2026-09-01', '2026-12-18', 0, \(change), 0)
                """)
        }
        for (number, student) in students.enumerated() {
            let adviser: String? = number < 2 ? accounts[5].personID : nil
            try tx.execute(
                """
                INSERT INTO person (id, kind, number, given_name, family_name, adviser_id, change)
                VALUES (\(student), 'student', \(String(number)), 'Given', \("Family \(number)"), \(adviser), \(change))
                """)
        }
        for (group, list) in zip(groups, members) {
            for student in list {
                let last: String? = student == students[5] ? "2026-11-10" : nil
                try tx.execute(
                    """
                    INSERT INTO enrolment (id, group_id, student_id, first_day, last_day, change)
                    VALUES (\(id("enrolment \(group) \(student)")), \(group), \(student), '2026-09-01', \(last), \(change))
                    """)
            }
        }
        for (teacher, places) in taught {
            for place in places {
                try tx.execute(
                    """
                    INSERT INTO teaching (id, group_id, user_id, user_name, change) VALUES
                    (\(id("teaching \(teacher.userID) \(place)")), \(groups[place]), \(teacher.userID), \(teacher.name),
                    \(change))
                    """)
            }
        }
    }
}
