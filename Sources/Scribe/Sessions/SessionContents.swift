package import Kernel
package import Persistence

/// One kind of thing that is kept for a session, and goes and comes back with its contents.
package struct SessionContents: Sendable {
    /// Member of the answer that counts what a deletion takes along.
    package let name: String
    package let count: @Sendable (_ session: String, any Reader) throws -> Int
    /// Marks everything of the session that is not deleted yet as deleted at an instant.
    package let remove: @Sendable (_ session: String, _ at: Instant, ScribeStore, any Transaction) throws -> Void
    /// Brings back what was deleted at just that instant.
    package let restore: @Sendable (_ session: String, _ at: Instant, ScribeStore, any Transaction) throws -> Void

    package init(
        name: String, count: @escaping @Sendable (String, any Reader) throws -> Int,
        remove: @escaping @Sendable (String, Instant, ScribeStore, any Transaction) throws -> Void = { _, _, _, _ in },
        restore: @escaping @Sendable (String, Instant, ScribeStore, any Transaction) throws -> Void = { _, _, _, _ in }
    ) {
        (self.name, self.count, self.remove, self.restore) = (name, count, remove, restore)
    }

    /// Rows of a table with `session_id` and `deleted_at`.
    package static func rows(_ name: String, of table: String, countIf: SQL = "1 = 1") -> SessionContents {
        SessionContents(name: name) { session, reader in
            try SessionContents.number(
                """
                SELECT COUNT(*) FROM \(raw: table) WHERE session_id = \(session) AND deleted_at IS NULL AND \(countIf)
                """, reader)
        } remove: { session, at, _, tx in
            try tx.execute(
                """
                UPDATE \(raw: table) SET deleted_at = \(at), change = \(try tx.nextChange())
                WHERE session_id = \(session) AND deleted_at IS NULL
                """)
        } restore: { session, at, _, tx in
            try tx.execute(
                """
                UPDATE \(raw: table) SET deleted_at = NULL, change = \(try tx.nextChange())
                WHERE session_id = \(session) AND deleted_at = \(at)
                """)
        }
    }

    static func number(_ sql: SQL, _ reader: any Reader) throws -> Int { Int(try reader.integer(sql) ?? 0) }
}
