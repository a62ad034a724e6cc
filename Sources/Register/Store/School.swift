import Kernel
package import Persistence
import Web

extension SchoolSettings {
    /// The settings as they are in this view of the database.
    package static func current(_ reader: any Reader) throws -> SchoolSettings {
        guard let stored = try reader.text("SELECT value FROM school_setting WHERE id = 'school'") else {
            return .initial()
        }
        return try SchoolSettings(stored: stored)
    }
}

extension RegisterStore {
    package func school() async throws -> SchoolSettings {
        try await database.read { try SchoolSettings.current($0) }
    }

    /// Changes what is given and keeps the rest.
    /// - Throws: `InvalidInput`
    package func changeSchool(_ change: SchoolChange) async throws -> SchoolSettings {
        try await database.write { tx in
            var school = try SchoolSettings.current(tx)
            try change.apply(to: &school)
            try tx.execute(
                """
                INSERT INTO school_setting (id, value, change)
                VALUES ('school', \(try school.stored()), \(try tx.nextChange()))
                ON CONFLICT (id) DO UPDATE SET value = excluded.value, change = excluded.change
                """)
            return school
        }
    }
}
