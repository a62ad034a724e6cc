package import Kernel
import Persistence
package import Web

extension RegisterStore {
    /// The session of a module's code, a group's name, a day and a start; whatever is missing is made.
    /// - Returns: its id
    /// - Throws: `WebError.forbidden` when a module or group is missing and the caller does not set up the school,
    ///   `Rejection`, `InvalidInput`
    package func findOrMakeSession(
        module: (code: String, title: String), group: String, title: String, kind: String, date: CivilDate,
        start: CivilTime?, end: CivilTime?, by caller: Principal
    ) async throws -> String {
        let moduleID = try await self.module(code: module.code)
        if moduleID == nil, !caller.role.may(.manageSchool) { throw WebError.forbidden }
        let owner: String
        if let moduleID {
            owner = moduleID
        } else {
            owner = try await addModule(["code": .string(module.code), "title": .string(module.title)])[0].text ?? ""
        }
        let members: [String: JSONValue] = [
            "group": .string(try await self.group(named: group, in: owner, on: date, by: caller)),
            "date": .string(date.description), "start": start.map { .string($0.description) } ?? .null,
            "end": end.map { .string($0.description) } ?? .null, "title": .string(title), "kind": .string(kind),
        ]
        return try await makeSession(members.filter { !$0.value.isNull }, by: caller).row[0].text ?? ""
    }

    private func module(code: String) async throws -> String? {
        try await database.read { reader in
            try reader.text("SELECT id FROM module WHERE code = \(code) AND deleted = 0")
        }
    }

    private func group(
        named name: String, in module: String, on date: CivilDate, by caller: Principal
    ) async throws -> String {
        let known = try await database.read { reader in
            try reader.text(
                "SELECT id FROM class_group WHERE module_id = \(module) AND name = \(name) AND deleted = 0")
        }
        if let known { return known }
        guard caller.role.may(.manageSchool) else { throw WebError.forbidden }
        let day = JSONValue.string(date.description)
        return try await addGroup([
            "module": .string(module), "name": .string(name), "firstDay": day, "lastDay": day,
        ])[0].text ?? ""
    }
}
