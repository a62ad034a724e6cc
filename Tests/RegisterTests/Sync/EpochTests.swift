import Kernel
import Persistence
import Sync
import Testing
import Web

@testable import Register

/// A server that comes back with an older state of its database.
@Suite struct EpochTests {
    @Test("after a restore under a new epoch devices push again what the backup lacks; nothing is doubled or lost")
    func restore() async throws {
        try await TestSchool.onEachEngine { school in
            let session = try await school.makeSession()
            var ada = TestDevice("A", school.ada)
            var ben = TestDevice("B", school.ben)
            for student in school.students[0..<3] { ada.mark(session, student, .present, at: school.clock.now) }
            try await ada.sync(school.store, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            let backup = try await school.backUp()

            for student in school.students[3..<5] { ada.mark(session, student, .absent, at: school.clock.now) }
            ada.mark(session, id("nobody"), .absent, at: school.clock.now)
            try await ada.sync(school.store, at: school.clock.now)
            ben.mark(session, school.students[0], .late, at: school.clock.now)
            try await ben.sync(school.store, at: school.clock.now)
            try await school.restore(backup)
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 3)

            for _ in 1...2 {
                try await ada.sync(school.store, at: school.clock.now)
                try await ben.sync(school.store, at: school.clock.now)
            }
            #expect(ada.outbox.isEmpty && ben.outbox.isEmpty)
            #expect(try await school.count("SELECT COUNT(*) FROM mark") == 5)
            let twice = "SELECT COUNT(*) FROM operation WHERE device_id IN ('\(ada.id)', '\(ben.id)')"
            #expect(try await school.count(SQL(raw: twice)) == 7, "each captured operation once, the refused one too")
            #expect(try await school.mark(session, school.students[0])?.status == .late)
            #expect(try await school.mark(session, school.students[4])?.status == .absent)
            try await ada.sync(school.store, at: school.clock.now)
            #expect(ada.agreed.filter { $0.key.hasPrefix("mark") } == ben.agreed.filter { $0.key.hasPrefix("mark") })
            let heard = try await ada.sync(school.store, at: school.clock.now).heard
            #expect(heard == HeardOperations(heard: 6))
        }
    }

    @Test("a new epoch is another one each time, and every device starts anew once")
    func begin() async throws {
        try await TestSchool.onEachEngine { school in
            var ada = TestDevice("A", school.ada)
            let first = try await ada.sync(school.store, at: school.clock.now).epoch
            let second = try await school.database.write { try $0.beginEpoch() }
            let answer = try await ada.sync(school.store, at: school.clock.now)
            #expect(answer.isReset && answer.epoch == second && second != first)
            #expect(Identifier.isValid(second))
            #expect(try await !ada.sync(school.store, at: school.clock.now).isReset)
        }
    }
}

extension TestSchool {
    /// Everything that devices change, as it is now.
    struct Backup: Sendable {
        let change: Int64
        let tables: [String: [Row]]
    }

    private static let columns: KeyValuePairs<String, SQL> = [
        "mark": MarkRecord.columns, "operation": RecordedOperation.columns,
        "device": DeviceRecord.columns,
    ]

    func backUp() async throws -> Backup {
        try await database.read { reader in
            var tables: [String: [Row]] = [:]
            for (table, columns) in Self.columns {
                tables[table] = try reader.fetchAll("SELECT \(columns) FROM \(raw: table)")
            }
            return Backup(change: try reader.lastChange(), tables: tables)
        }
    }

    /// Puts the older state in place and does what a restore has to do.
    func restore(_ backup: Backup) async throws {
        try await database.write { tx in
            for (table, columns) in Self.columns {
                try tx.execute("DELETE FROM \(raw: table)")
                for row in backup.tables[table] ?? [] {
                    let width = table == "mark" ? 15 : table == "operation" ? 24 : 8
                    try tx.execute(
                        "INSERT INTO \(raw: table) (\(columns)) VALUES \(list: (0..<width).map { row[$0] })")
                }
            }
            try tx.execute("UPDATE change_sequence SET value = \(backup.change)")
            try tx.beginEpoch()
        }
    }
}
