import Kernel
import Persistence
import Testing
import TestSupport

/// Many rows at once; each engine has its own way, and both must store the same.
@Suite struct InsertTests {
    private struct Stored: Decodable, Equatable {
        let id: String
        let number: Int64?
        let body: String?
        let weight: Double?
        let image: [UInt8]?
    }

    private static let columns: SQL = "note (id, number, body, weight, image)"

    private func row(_ note: Stored) -> SQL {
        "(\(note.id), \(note.number), \(note.body), \(note.weight), \(note.image))"
    }

    private func stored(in database: Database) async throws -> [Stored] {
        try await database.read { reader in
            try reader.fetchAll("SELECT id, number, body, weight, image FROM note ORDER BY id").map { row in
                Stored(
                    id: row[0].text ?? "", number: row[1].integer, body: row[2].text, weight: row[3].real,
                    image: row[4].blob)
            }
        }
    }

    @Test("Every value arrives as it was, in any number of rows", arguments: TestEngine.available, [0, 1, 2, 700])
    func values(engine: TestEngine, count: Int) async throws {
        let texts = [
            "", "plain", "NULL", "null", "{a,b}", "\"quoted\"", "back\\slash", "\\x00", "a,b", " blank ", "line\nbreak",
            "tab\t", "O'Neil", "Ångström 🩺", "=1+1", "?", "$1", "{}",
        ]
        let notes = (0..<count).map { index in
            Stored(
                id: "\(10_000 + index)", number: index.isMultiple(of: 3) ? nil : Int64(index) - 300,
                body: index.isMultiple(of: 5) ? nil : "\(index) \(texts[index % texts.count])",
                weight: index.isMultiple(of: 7) ? nil : Double(index) / 3,
                image: index.isMultiple(of: 4) ? nil : [0, 34, 92, 255, UInt8(index % 256)])
        }
        try await withNotes(engine) { (database) async throws in
            try await database.write { tx in
                try tx.insert(notes.map(row), into: Self.columns, onConflict: "")
            }
            #expect(try await stored(in: database) == notes)
        }
    }

    @Test("Texts that look like something else stay texts", arguments: TestEngine.available)
    func texts(engine: TestEngine) async throws {
        let bodies = [
            "", "NULL", "{\"a\":[1,\"\\\\\"]}", "\\", "\"", "{", "}", ",", "\\N", "'", "\u{1}", "é", "e\u{301}",
        ]
        let notes = bodies.enumerated().map {
            Stored(id: "n\(10 + $0.offset)", number: nil, body: $0.element, weight: nil, image: nil)
        }
        try await withNotes(engine) { (database) async throws in
            try await database.write { tx in
                try tx.insert(notes.map(row), into: Self.columns, onConflict: "")
            }
            let found = try await stored(in: database)
            #expect(found.map { Array(($0.body ?? "-").utf8) } == bodies.map { Array($0.utf8) })
        }
    }

    @Test("A conflict does what the clause says", arguments: TestEngine.available)
    func conflict(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            try await database.write { tx in try tx.addNote("b", body: "old b") }
            let rows = ["a", "b", "c"].map { id in
                row(Stored(id: id, number: nil, body: "new \(id)", weight: 1, image: nil))
            }
            try await database.write { tx in
                try tx.insert(
                    rows, into: Self.columns, onConflict: "ON CONFLICT (id) DO UPDATE SET weight = excluded.weight")
            }
            let found = try await stored(in: database)
            #expect(found.map(\.body) == ["new a", "old b", "new c"])
            #expect(found.map(\.weight) == [1, 1, 1])
        }
    }

    @Test("One bad row undoes all of them and nothing else", arguments: TestEngine.available)
    func badRow(engine: TestEngine) async throws {
        try await withNotes(engine) { (database) async throws in
            let good = (0..<5).map { Stored(id: "n\($0)", number: Int64($0), body: nil, weight: nil, image: nil) }
            let bad: [(Stored, PersistenceError)] = [
                (Stored(id: "x", number: 3, body: nil, weight: nil, image: nil), .duplicate("note.number")),
                (Stored(id: "x", number: nil, body: "a\0b", weight: nil, image: nil), .nullCharacter),
            ]
            for (note, error) in bad {
                try await database.write { tx in
                    #expect(throws: error) {
                        try tx.savepoint {
                            try tx.insert((good + [note]).map(row), into: Self.columns, onConflict: "")
                        }
                    }
                    try tx.addNote("after \(error.code)")
                }
            }
            #expect(try await stored(in: database).map(\.id) == ["after duplicate", "after null_character"])
        }
    }
}
