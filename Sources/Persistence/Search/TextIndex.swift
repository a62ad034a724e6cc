import Kernel

/// A text to be found again.
package struct TextEntry: Hashable, Sendable {
    /// Unique in the index, mostly the id of the row that the text is of.
    package let key: String
    /// What a reader may or may not see as a whole, for example a session.
    package let scope: String
    package let text: String

    package init(key: String, scope: String, text: String) {
        (self.key, self.scope, self.text) = (key, scope, text)
    }
}

/// Full-text search with the same answers on both engines: FTS5 in SQLite, a tsvector with a GIN index in PostgreSQL.
///
/// Texts are folded to words here (`TextToken`), before an engine sees them; the engines store where words stand and find
/// candidates. Entries are numbered scope by scope, so that searching in few scopes reads few pages, and the newest scopes
/// come first. When the folding changes, a migration must put everything again.
package struct TextIndex: Sendable {
    let name: String
    var entries: SQL { SQL(raw: "\(name)_entry") }
    var scopes: SQL { SQL(raw: "\(name)_scope") }
    var words: SQL { SQL(raw: "\(name)_words") }
    var size: SQL { SQL(raw: "\(name)_size") }

    /// Numbers of one scope: up to 16 million entries.
    static let scopeBits = 24

    /// - Parameter name: a word the program made; the tables are named after it
    package init(_ name: String) { self.name = name }

    /// Makes the tables, in a migration.
    package func create(_ tx: any Transaction) throws {
        let vector: SQL = tx.engine == .postgres ? ", vector TSVECTOR NOT NULL" : ""
        try tx.execute(
            """
            CREATE TABLE \(entries) (
                id BIGINT PRIMARY KEY, key TEXT NOT NULL, part BIGINT NOT NULL, body TEXT NOT NULL,
                length BIGINT NOT NULL\(vector), UNIQUE (key, part))
            """)
        try tx.execute(
            "CREATE TABLE \(scopes) (number BIGINT PRIMARY KEY, scope TEXT NOT NULL UNIQUE, last BIGINT NOT NULL)")
        try tx.execute(
            """
            CREATE TABLE \(size) (
                only_row BIGINT PRIMARY KEY CHECK (only_row = 1), entries BIGINT NOT NULL, words BIGINT NOT NULL)
            """)
        try tx.execute("INSERT INTO \(size) VALUES (1, 0, 0)")
        switch tx.engine {
        case .sqlite:
            // folded texts need no tokenizer but one that leaves everything beyond ASCII alone; they are not stored
            try tx.execute(
                """
                CREATE VIRTUAL TABLE \(words) USING fts5(
                    body, content='', columnsize=0, tokenize='ascii', prefix='1 2 3')
                """)
        case .postgres:
            try tx.execute("CREATE INDEX \(words) ON \(entries) USING GIN (vector) WITH (fastupdate = off)")
        }
    }

    /// Adds entries, and replaces those whose key is there.
    package func put(_ new: [TextEntry], _ tx: any Transaction) throws {
        var growth = Growth()
        for entry in new {
            let number = try self.number(of: entry.scope, tx)
            let old = try stored("key = \(entry.key) ORDER BY part", tx)
            try remove(old, &growth, tx)
            // an entry that stays in its scope keeps its numbers, and with them its place among equals
            var kept = old.map(\.id).filter { $0 >> Self.scopeBits == number }[...]
            for (part, body) in TextPart.parts(of: entry.text).enumerated() {
                let id = try kept.popFirst() ?? nextID(in: number, tx)
                try insert(body, id: id, key: entry.key, part: part, tx)
                growth.add(body.tokens.count)
            }
        }
        try note(growth, tx)
    }

    package func remove(keys: [String], _ tx: any Transaction) throws {
        var growth = Growth()
        for key in keys { try remove(try stored("key = \(key)", tx), &growth, tx) }
        try note(growth, tx)
    }

    package func remove(scope: String, _ tx: any Transaction) throws {
        guard let number = try tx.integer("SELECT number FROM \(scopes) WHERE scope = \(scope)") else { return }
        var growth = Growth()
        try remove(
            try stored("id BETWEEN \(Self.ids(number).lowerBound) AND \(Self.ids(number).upperBound)", tx), &growth, tx)
        try note(growth, tx)
    }

    static func ids(_ scope: Int64) -> ClosedRange<Int64> {
        scope << scopeBits...(scope << scopeBits | (1 << scopeBits - 1))
    }

    private struct Stored: Decodable {
        let id: Int64
        let body: String
        let length: Int
    }

    private struct Growth {
        var entries = 0
        var words = 0

        mutating func add(_ length: Int) { (entries, words) = (entries + 1, words + length) }
        mutating func subtract(_ length: Int) { (entries, words) = (entries - 1, words - length) }
    }

    private func stored(_ which: SQL, _ tx: any Transaction) throws -> [Stored] {
        try tx.fetchAll(Stored.self, "SELECT id, body, length FROM \(entries) WHERE \(which)")
    }

    private func remove(_ old: [Stored], _ growth: inout Growth, _ tx: any Transaction) throws {
        for entry in old {
            if tx.engine == .sqlite {
                let folded = TextToken.all(of: entry.body).map(\.text).joined(separator: " ")
                try tx.execute(
                    "INSERT INTO \(words) (\(words), rowid, body) VALUES ('delete', \(entry.id), \(folded))")
            }
            try tx.execute("DELETE FROM \(entries) WHERE id = \(entry.id)")
            growth.subtract(entry.length)
        }
    }

    private func insert(_ part: TextPart, id: Int64, key: String, part number: Int, _ tx: any Transaction) throws {
        let length = part.tokens.count
        switch tx.engine {
        case .sqlite:
            try tx.execute(
                "INSERT INTO \(entries) VALUES (\(id), \(key), \(number), \(part.text), \(length))")
            try tx.execute("INSERT INTO \(words) (rowid, body) VALUES (\(id), \(part.folded))")
        case .postgres:
            try tx.execute(
                """
                INSERT INTO \(entries)
                VALUES (\(id), \(key), \(number), \(part.text), \(length), CAST(\(part.vector) AS TSVECTOR))
                """)
        }
    }

    private func note(_ growth: Growth, _ tx: any Transaction) throws {
        guard growth.entries != 0 || growth.words != 0 else { return }
        try tx.execute(
            "UPDATE \(size) SET entries = entries + \(growth.entries), words = words + \(growth.words)")
    }

    private func number(of scope: String, _ tx: any Transaction) throws -> Int64 {
        if let number = try tx.integer("SELECT number FROM \(scopes) WHERE scope = \(scope)") { return number }
        let number = try tx.integer(
            """
            INSERT INTO \(scopes) SELECT COALESCE(MAX(number), 0) + 1, \(scope), 0 FROM \(scopes) RETURNING number
            """)
        guard let number else { throw PersistenceError.unreadable }
        return number
    }

    private func nextID(in number: Int64, _ tx: any Transaction) throws -> Int64 {
        let last = try tx.integer("UPDATE \(scopes) SET last = last + 1 WHERE number = \(number) RETURNING last")
        guard let last else { throw PersistenceError.unreadable }
        return number << Self.scopeBits | last
    }
}
