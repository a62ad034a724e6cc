import Kernel
package import Persistence
import Foundation

/// What a school decides about recordings.
package struct ScribeSettings: Codable, Sendable, Equatable {
    /// The largest file, in bytes.
    package var uploadLimit: Int
    /// Recordings are deleted this many days after they were made; nil keeps them.
    package var retentionDays: Int?
    /// How long something deleted can be brought back.
    package var undoDays: Int
    /// What everybody in the room is told when recording begins.
    package var notice: String
    /// Name of the speech model; nil takes the one of the installation.
    package var model: String?

    package static let initial = ScribeSettings(
        uploadLimit: 4 << 30, retentionDays: nil, undoDays: 7,
        notice: "This session is recorded. The recording stays with the school and is deleted on request.", model: nil)

    package static func current(_ reader: any Reader) throws -> ScribeSettings {
        guard let text = try reader.text("SELECT value FROM scribe_setting WHERE id = 'scribe'") else {
            return .initial
        }
        return try JSONDecoder().decode(ScribeSettings.self, from: Data(text.utf8))
    }

    package func store(_ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO scribe_setting (id, value, change)
            VALUES ('scribe', \(try JSONColumn(self)), \(try tx.nextChange()))
            ON CONFLICT (id) DO UPDATE SET value = excluded.value, change = excluded.change
            """)
    }
}

extension ScribeStore {
    package func settings() async throws -> ScribeSettings {
        try await database.read { try ScribeSettings.current($0) }
    }
}
