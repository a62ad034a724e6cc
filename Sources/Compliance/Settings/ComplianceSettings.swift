import Foundation
import Kernel
package import Persistence

/// What a school decides about clinical notes.
package struct ComplianceSettings: Codable, Sendable, Equatable {
    /// The note itself stays, encrypted, so that it can be shown to its owner and read anew; else only the masked report.
    package var keepOriginals: Bool
    /// For so many days; nil for as long as the note.
    package var originalsDays: Int?
    /// Masks doubtful identifiers too.
    package var strict: Bool
    /// Which rules count.
    package var strictness: ReviewContext.Strictness

    package static let initial = ComplianceSettings(
        keepOriginals: true, originalsDays: 90, strict: false, strictness: .everything)

    package static func current(_ reader: any Reader) throws -> ComplianceSettings {
        guard let text = try reader.text("SELECT value FROM compliance_setting WHERE id = 'compliance'") else {
            return .initial
        }
        return try JSONDecoder().decode(ComplianceSettings.self, from: Data(text.utf8))
    }

    package func store(_ tx: any Transaction) throws {
        try tx.execute(
            """
            INSERT INTO compliance_setting (id, value, change)
            VALUES ('compliance', \(try JSONColumn(self)), \(try tx.nextChange()))
            ON CONFLICT (id) DO UPDATE SET value = excluded.value, change = excluded.change
            """)
    }
}

/// Members to change; what is absent stays, null is a value of its own.
struct ComplianceSettingsChange: Decodable, Sendable {
    let keepOriginals: Bool?
    let originalsDays: Int??
    let strict: Bool?
    let strictness: ReviewContext.Strictness?

    private enum Key: String, CodingKey {
        case keepOriginals, originalsDays, strict, strictness
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func given<T: Decodable>(_ key: Key, _ type: T.Type) throws -> T? {
            try members.contains(key) ? members.decode(T.self, forKey: key) : nil
        }
        keepOriginals = try given(.keepOriginals, Bool.self)
        strict = try given(.strict, Bool.self)
        strictness = try given(.strictness, ReviewContext.Strictness.self)
        originalsDays =
            members.contains(.originalsDays)
            ? .some(try members.decodeIfPresent(Int.self, forKey: .originalsDays)) : .none
    }

    /// - Throws: `InvalidInput`
    func applied(to settings: ComplianceSettings) throws -> ComplianceSettings {
        if let days = originalsDays ?? nil, !(1...3_650).contains(days) {
            throw InvalidInput(
                "originalsDays", code: "out_of_range", "Write a number of days from 1 to 3650, or null to keep notes.")
        }
        var changed = settings
        changed.keepOriginals = keepOriginals ?? settings.keepOriginals
        changed.originalsDays = originalsDays ?? settings.originalsDays
        changed.strict = strict ?? settings.strict
        changed.strictness = strictness ?? settings.strictness
        return changed
    }
}

extension ComplianceStore {
    package func settings() async throws -> ComplianceSettings {
        asTheyHold(try await database.read { try ComplianceSettings.current($0) })
    }

    /// Notes that were kept and are not to be any more lose their text in the same transaction.
    func change(_ change: ComplianceSettingsChange, by actor: Actor) async throws -> ComplianceSettings {
        let now = clock.now()
        let changed = try await database.write { tx in
            let before = try ComplianceSettings.current(tx)
            let settings = try change.applied(to: before)
            try settings.store(tx)
            if !settings.keepOriginals {
                // files that wait for their analysis are needed still
                try tx.execute("DELETE FROM compliance_original WHERE sealed_file IS NULL")
            }
            try tx.audit(actor.entry("setting.change", "compliance"), at: now)
            return settings
        }
        return asTheyHold(changed)
    }

    /// The installation may ask for more than the school.
    private func asTheyHold(_ settings: ComplianceSettings) -> ComplianceSettings {
        var settings = settings
        settings.strict = settings.strict || isAlwaysStrict
        return settings
    }

    func today() async throws -> CivilDate {
        CivilDate(clock.now(), in: try await school.zone())
    }
}
