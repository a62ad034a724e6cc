package import Persistence

/// What others need to know of the roster to say who may see whom. Students are named by their numbers, modules by their
/// codes, as files from elsewhere do.
package enum RosterReach {
    package struct Module: Decodable, Sendable {
        package let code: String
        package let title: String
    }

    /// Of all modules, archived ones too, by code.
    package static func modules(_ reader: any Reader) throws -> [Module] {
        try reader.fetchAll(Module.self, "SELECT code, title FROM module WHERE deleted = 0 ORDER BY code")
    }

    /// Codes of the modules in which an account teaches a group.
    package static func modulesTaught(byUser id: String, _ reader: any Reader) throws -> [String] {
        try reader.texts(
            """
            SELECT DISTINCT m.code FROM teaching t JOIN class_group g ON g.id = t.group_id AND g.deleted = 0
            JOIN module m ON m.id = g.module_id AND m.deleted = 0 WHERE t.user_id = \(id) AND t.deleted = 0
            ORDER BY m.code
            """)
    }

    package static func studentNumbers(advisedBy person: String, _ reader: any Reader) throws -> [String] {
        try reader.texts(
            """
            SELECT number FROM person WHERE adviser_id = \(person) AND kind = 'student' AND deleted = 0
            ORDER BY number
            """)
    }

    package static func studentNumber(ofPerson id: String, _ reader: any Reader) throws -> String? {
        try reader.text("SELECT number FROM person WHERE id = \(id) AND kind = 'student' AND deleted = 0")
    }

    package static func isStaff(person id: String, _ reader: any Reader) throws -> Bool {
        try reader.text("SELECT id FROM person WHERE id = \(id) AND kind = 'staff' AND deleted = 0") != nil
    }

    /// Modules with a mark or an approved notice to count, by code.
    package static func modulesWithMarks(_ reader: any Reader) throws -> [Module] {
        try reader.fetchAll(
            Module.self,
            """
            SELECT code, title FROM module m WHERE deleted = 0 AND EXISTS
                (SELECT 1 FROM session s WHERE s.module_id = m.id AND s.deleted = 0 AND s.state <> 'cancelled'
                    AND EXISTS (SELECT 1 FROM mark k WHERE k.session_id = s.id AND k.status IS NOT NULL))
            ORDER BY code
            """)
    }
}
