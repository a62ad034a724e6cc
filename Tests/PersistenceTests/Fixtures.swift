import Dispatch
import Kernel
import Persistence
import TestSupport

/// A small schema for the suites of this target.
let noteSchema = [
    Migration(name: "test-0001 notes") { transaction in
        try transaction.execute(
            """
            CREATE TABLE folder (id TEXT PRIMARY KEY);
            CREATE TABLE note (
                id TEXT PRIMARY KEY,
                number BIGINT UNIQUE,
                folder_id TEXT REFERENCES folder(id),
                body TEXT,
                weight DOUBLE PRECISION CHECK (weight >= 0),
                image \(raw: transaction.engine.blobType),
                is_open BIGINT NOT NULL DEFAULT 1,
                made_at BIGINT,
                change BIGINT NOT NULL DEFAULT 0,
                UNIQUE (folder_id, body)
            );
            CREATE UNIQUE INDEX note_lower_body ON note (lower(body)) WHERE folder_id IS NULL;
            """)
    }
]

struct Refused: Error, Equatable {
    var reason = "no"
}

func withNotes<T>(_ engine: TestEngine, _ body: (Database) async throws -> T) async throws -> T {
    try await withDatabase(engine, migrations: noteSchema, body)
}

extension Transaction {
    func addNote(_ id: String, number: Int? = nil, body: String? = nil, change: Int64 = 0) throws {
        try execute(
            "INSERT INTO note (id, number, body, change) VALUES (\(id), \(number), \(body), \(change))")
    }
}

extension Reader {
    func noteIDs() throws -> [String] { try fetchAll(String.self, "SELECT id FROM note ORDER BY id") }
}

extension DispatchSemaphore {
    /// A test that has gone wrong elsewhere shall fail and not hang.
    func waitBriefly() { _ = wait(timeout: .now() + 20) }
}
