import Kernel
import Persistence
import Web

extension RegisterStore {
    /// Lets through whoever may see all marks of a session; for everybody else it does not exist.
    /// - Returns: the session's group and day.
    @discardableResult
    func requireRegister(
        _ session: String, _ caller: Principal, _ reader: any Reader
    ) throws -> (group: String, day: String) {
        let place = try requireSession(session, caller, reader)
        guard try Scope.of(caller, reader).teaches(group: place.group) else { throw RegisterError.unknownSession }
        return place
    }

    /// Lets through whoever may see that the session takes place.
    @discardableResult
    func requireSession(
        _ session: String, _ caller: Principal, _ reader: any Reader
    ) throws -> (group: String, day: String) {
        let row = try reader.fetchOne("SELECT group_id, date FROM session WHERE id = \(session) AND deleted = 0")
        guard let row, let group = row[0].text, let day = row[1].text,
            try Scope.of(caller, reader).contains(group: group)
        else { throw RegisterError.unknownSession }
        return (group, day)
    }

    func requireStudent(_ student: String, _ caller: Principal, _ reader: any Reader) throws {
        let scope = try Scope.of(caller, reader)
        let found = try reader.text(
            """
            SELECT id FROM person WHERE id = \(student) AND kind = 'student' AND deleted = 0
                AND \(scope.student("id"))
            """)
        guard found != nil else { throw RegisterError.unknownStudent }
    }
}
