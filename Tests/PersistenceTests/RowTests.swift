import Kernel
import Persistence
import Testing
import TestSupport

private enum Status: String, Codable, SQLBindable { case present, late }

@Suite struct RowTests {
    private struct Full: Decodable, Equatable {
        let personID: String
        let isOpen: Bool
        let madeAt: Instant
        let leftAt: Instant?
        let day: CivilDate
        let start: CivilTime?
        let status: Status
        let other: Status?
        let share: Double
        let count: Int
    }

    @Test("Columns in snake_case fill properties of every type that stores use", arguments: TestEngine.available)
    func decodesTypes(engine: TestEngine) async throws {
        let day = try #require(CivilDate("2026-02-28"))
        let start = try #require(CivilTime("09:05"))
        let expected = Full(
            personID: "p", isOpen: true, madeAt: Instant(milliseconds: 1_790_000_000_123), leftAt: nil, day: day,
            start: start, status: .late, other: nil, share: 2, count: 3)
        try await withDatabase(engine) { (database) async throws in
            let none: Instant? = nil
            let noStatus: Status? = nil
            let read = try await database.read {
                try $0.fetchOne(
                    Full.self,
                    """
                    SELECT \("p") AS person_id, \(true) AS is_open, \(expected.madeAt) AS made_at, \(none) AS left_at,
                        \(day) AS day, \(start) AS start, \(Status.late) AS status, \(noStatus) AS other,
                        \(2) AS share, \(3) AS count
                    """)
            }
            #expect(read == expected)
        }
    }

    @Test("Scalars take the first column", arguments: TestEngine.available)
    func decodesScalars(engine: TestEngine) async throws {
        try await withDatabase(engine) { (database) async throws in
            try await database.read { (reader) throws in
                #expect(try reader.fetchAll(Int.self, "SELECT 1 AS n UNION SELECT 2 ORDER BY n") == [1, 2])
                #expect(try reader.fetchOne(Status.self, "SELECT 'late'") == .late)
                #expect(try reader.fetchOne(Instant.self, "SELECT 5") == Instant(milliseconds: 5))
                #expect(try reader.fetchOne(String?.self, "SELECT CAST(NULL AS TEXT)") == .some(nil))
                #expect(try reader.fetchOne(String.self, "SELECT 'a' WHERE 1 = 0") == nil)
            }
        }
    }

    private struct Misspelt: Decodable { let nmae: String? }
    private struct Numbers: Decodable { let id: Int }
    private struct Flag: Decodable { let flag: Bool }
    private struct Small: Decodable { let value: Int16 }

    @Test(
        "A cell that does not fit is an error that names the column and holds no value", arguments: TestEngine.available
    )
    func decodingErrors(engine: TestEngine) async throws {
        try await withDatabase(engine) { (database) async throws in
            try await database.read { (reader) throws in
                #expect(throws: DatabaseFault.self) { try reader.fetchOne(Misspelt.self, "SELECT 'a' AS name") }
                #expect(throws: DatabaseFault.self) { try reader.fetchOne(Flag.self, "SELECT 2 AS flag") }
                #expect(throws: DatabaseFault.self) { try reader.fetchOne(Small.self, "SELECT 40000 AS value") }
                let fault = #expect(throws: DatabaseFault.self) {
                    try reader.fetchOne(Numbers.self, "SELECT 'secret' AS id")
                }
                #expect(fault?.description.contains("id") == true)
                #expect(fault?.description.contains("secret") == false)
            }
        }
    }

    @Test("JSON in a column", arguments: TestEngine.available)
    func jsonColumn(engine: TestEngine) async throws {
        struct Inner: Codable, Equatable { let b: [Int], a: String }
        struct Outer: Decodable { let detail: JSONColumn<Inner>, none: JSONColumn<Inner>? }
        try await withDatabase(engine) { (database) async throws in
            let inner = Inner(b: [1, 2], a: "ü/")
            let read = try await database.read {
                try $0.fetchOne(
                    Outer.self, "SELECT \(try JSONColumn(inner)) AS detail, CAST(NULL AS TEXT) AS none")
            }
            #expect(read?.detail.value == inner)
            #expect(read?.none == nil)
            let text = try await database.read { try $0.text("SELECT \(try JSONColumn(inner))") }
            #expect(text == #"{"a":"ü/","b":[1,2]}"#)
        }
    }
}
