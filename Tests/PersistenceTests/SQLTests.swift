import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct SQLTests {
    static let hostileTexts = [
        "'; DROP TABLE note; --", "\" OR 1=1 --", "$1 $2 ?", "\\'; SELECT pg_sleep(9); --", "%_\\",
        "<script>alert(1)</script>",
        "line\nbreak\r\n\ttab", "𝕌𝕟𝕚𝕔𝕠𝕕𝕖 🏥 العربية ‮ e\u{301}", "", " ", "NULL", "\u{FEFF}bom", "\u{1}\u{1F}\u{7F}",
    ]

    @Test("A value stays a value, whatever it looks like", arguments: TestEngine.available)
    func hostileTextStaysValue(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            for (number, text) in Self.hostileTexts.enumerated() {
                try await database.write { (transaction) throws in
                    try transaction.execute("INSERT INTO folder (id) VALUES (\("f\(number)"))")
                    try transaction.execute(
                        "INSERT INTO note (id, folder_id, body) VALUES (\("n\(number)"), \("f\(number)"), \(text))")
                }
                let (read, found) = try await database.read { (reader) throws in
                    (
                        try reader.text("SELECT body FROM note WHERE id = \("n\(number)")"),
                        try reader.fetchAll(String.self, "SELECT id FROM note WHERE body = \(text)")
                    )
                }
                #expect(read == text)
                #expect(read?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
                #expect(found == ["n\(number)"])
            }
        }
    }

    @Test("Text with U+0000 is refused instead of cut off", arguments: TestEngine.available)
    func nullCharacterIsRefused(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            await #expect(throws: PersistenceError.nullCharacter) {
                try await database.write { try $0.addNote("a", body: "before\u{0}after") }
            }
            await #expect(throws: PersistenceError.nullCharacter) {
                try await database.read { try $0.text("SELECT id FROM note WHERE body = \("a\u{0}")") }
            }
        }
    }

    @Test("Every kind of value comes back as it went in", arguments: TestEngine.available)
    func roundTrips(engine: TestEngine) async throws {
        struct Values: Decodable, Equatable {
            let text: String?, whole: Int64?, real: Double?, bytes: [UInt8]?
        }
        let everyByte = (0...255).map { UInt8($0) }
        let cases: [Values] = [
            Values(text: nil, whole: nil, real: nil, bytes: nil),
            Values(text: "", whole: 0, real: 0, bytes: []),
            Values(text: "ü", whole: .max, real: .greatestFiniteMagnitude, bytes: everyByte),
            Values(
                text: String(repeating: "é🏥", count: 300_000), whole: .min, real: -.leastNonzeroMagnitude, bytes: [0]),
            Values(text: "a", whole: -1, real: 0.1 + 0.2, bytes: Array(repeating: 0xFF, count: 2_000_000)),
            Values(text: "b", whole: 1 << 53 + 1, real: .infinity, bytes: [0x5C, 0x78]),
        ]
        try await withDatabase(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                try transaction.execute(
                    """
                    CREATE TABLE cell (id BIGINT PRIMARY KEY, text TEXT, whole BIGINT, real DOUBLE PRECISION,
                        bytes \(raw: transaction.engine.blobType))
                    """)
            }
            for (id, value) in cases.enumerated() {
                try await database.write { (transaction) throws in
                    try transaction.execute(
                        """
                        INSERT INTO cell VALUES (\(id), \(value.text), \(value.whole), \(value.real), \(value.bytes))
                        """)
                }
                let read = try await database.read {
                    try $0.fetchOne(Values.self, "SELECT text, whole, real, bytes FROM cell WHERE id = \(id)")
                }
                #expect(read == value)
            }
        }
    }

    @Test(
        "Lists bind each value; an empty list matches nothing and its negation everything",
        arguments: TestEngine.available)
    func lists(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                for number in 1...100 { try transaction.addNote("n\(number)", number: number) }
            }
            try await database.read { (reader) throws in
                let none: [Int] = []
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE number IN \(list: [3, 5, 500])") == 2)
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE number IN \(list: Array(1...90))") == 90)
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE number IN \(list: none)") == 0)
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE number NOT IN \(list: none)") == 100)
                let texts: [String] = []
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE id IN \(list: texts)") == 0)
                let odd: SQL = "number % 2 = \(1)"
                var query: SQL = "SELECT COUNT(*) FROM note WHERE \(odd)"
                query += " AND number > \(50)" + " AND id <> \("n51")"
                #expect(try reader.integer(query) == 24)
            }
        }
    }

    @Test("A missing value is typed by its optional, so it may stand anywhere", arguments: TestEngine.available)
    func missingValues(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let none: Int? = nil
            let noText: String? = nil
            try await database.write { try $0.addNote("a", number: 7) }
            try await database.read { (reader) throws in
                #expect(try reader.integer("SELECT COUNT(*) FROM note WHERE \(none) IS NULL") == 1)
                #expect(
                    try reader.integer("SELECT COUNT(*) FROM note WHERE (\(noText) IS NULL OR id = \(noText))") == 1)
                #expect(try reader.integer("SELECT COALESCE(\(none), number) FROM note") == 7)
                #expect(try reader.text("SELECT body FROM note WHERE body = \(SQLValue.null)") == nil)
            }
        }
    }

    @Test("A question mark in quotes or a comment is no value", arguments: TestEngine.available)
    func questionMarks(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let text = try await database.read {
                try $0.text(
                    """
                    SELECT 'it''s ? ' || \("x") AS "a?" -- really?
                    WHERE /* ? */ 1 = \(1)
                    """)
            }
            #expect(text == "it's ? x")
        }
    }

    @Test("Sums and averages are numbers on both engines", arguments: TestEngine.available)
    func aggregates(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { (transaction) throws in
                for number in 1...4 { try transaction.addNote("n\(number)", number: number) }
            }
            try await database.read { (reader) throws in
                let row = try #require(
                    try reader.fetchOne(
                        "SELECT SUM(number) AS s, AVG(number) AS a, COUNT(*) AS c, MAX(body) AS m FROM note"))
                #expect(row["s"] == .integer(10))
                #expect(row["a"] == .real(2.5))
                #expect(row["c"] == .integer(4))
                #expect(row["m"] == .null)
            }
        }
    }
}
