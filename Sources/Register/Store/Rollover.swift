import Kernel
import Persistence
import Web

/// What a rollover archives, or would archive.
package struct Rollover: Codable, Sendable, Equatable {
    package let groups: Int
    package let modules: Int
}

extension RegisterStore {
    /// Archives the groups that ended before a day and the modules that have no other group. Sessions, marks and history
    /// stay as they are.
    func rollOver(before day: CivilDate, isPreview: Bool) async throws -> Rollover {
        try await database.write { tx in
            let ended = try tx.texts(
                "SELECT id FROM class_group WHERE archived = 0 AND deleted = 0 AND last_day < \(day) ORDER BY id")
            let emptied = try tx.texts(
                """
                SELECT DISTINCT m.id FROM module m JOIN class_group g ON g.module_id = m.id
                WHERE m.archived = 0 AND m.deleted = 0 AND g.id IN \(list: ended) AND NOT EXISTS (
                    SELECT 1 FROM class_group o WHERE o.module_id = m.id AND o.deleted = 0 AND o.archived = 0
                        AND o.last_day >= \(day))
                ORDER BY m.id
                """)
            if !isPreview, !ended.isEmpty {
                let change = try tx.nextChange()
                try tx.execute(
                    "UPDATE class_group SET archived = 1, change = \(change) WHERE id IN \(list: ended)")
                try tx.execute("UPDATE module SET archived = 1, change = \(change) WHERE id IN \(list: emptied)")
            }
            return Rollover(groups: ended.count, modules: emptied.count)
        }
    }
}
