import Kernel
import Persistence
import Web

extension RegisterStore {
    /// Devices with what was heard from them: everybody's for those who manage the school, else one's own.
    func devices(_ caller: Principal, _ page: RosterPage) async throws -> [Row] {
        try await database.read { reader in
            var sql: SQL = "SELECT \(RecordColumns.device) FROM device WHERE \(page.position(["id"]))"
            if !caller.role.may(.manageSchool) { sql += " AND user_id = \(caller.userID)" }
            return try reader.fetchAll(sql + " ORDER BY id LIMIT \(page.limit + 1)")
        }
    }
}

extension JSONWriter {
    mutating func device(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("user", row[1].text)
            $0.member("userName", row[2].text)
            $0.member("name", row[3].text)
            $0.member("firstSeen", at: row[4].integer)
            $0.member("lastSeen", at: row[5].integer)
            $0.member("heard", row[6].integer)
            $0.member("gaps", raw: row[7].text ?? "[]")
        }
    }
}
