import Documents
import Foundation
import Kernel
import Persistence
import TestSupport
import Testing
import Web

@testable import Register

/// An empty school that files are brought into.
struct ImportSchool: Sendable {
    let database: Database
    let store: RegisterStore
    let clock = TestClock("2026-11-21T09:00:00Z")
    let owner = Principal(userID: Identifier.derived(["test", "owner"]), name: "Olga", role: .owner)

    static func onEachEngine(_ body: (ImportSchool) async throws -> Void) async throws {
        try await withEachEngine(migrations: registerMigrations) { database in
            let school = ImportSchool(database: database)
            _ = try await school.store.changeSchool(SchoolChange(timezone: "Europe/London"))
            try await body(school)
        }
    }

    private init(database: Database) {
        self.database = database
        store = RegisterStore(
            database: database, clock: clock.wall, keys: RegisterKeys(secret: Array(repeating: 7, count: 32)))
    }

    @discardableResult
    func bring(
        _ text: String, _ kind: ImportKind? = nil, name: String? = nil, module: String? = nil, group: String? = nil
    ) async throws -> ImportReport {
        try await bring(Array(text.utf8), kind, name: name, module: module, group: group)
    }

    /// Looks at the preview, brings the file in, and checks that both said the same.
    @discardableResult
    func bring(
        _ bytes: [UInt8], _ kind: ImportKind? = nil, name: String? = nil, module: String? = nil, group: String? = nil
    ) async throws -> ImportReport {
        let request = ImportRequest(bytes, kind: kind, fileName: name, module: module, group: group)
        let before = try await contents()
        let preview = try await store.previewImport(request, by: owner)
        #expect(try await contents() == before, "a preview writes nothing")
        let report = try await store.commitImport(request, by: owner)
        #expect(preview.rows == report.rows)
        #expect(preview.records == report.records)
        #expect(preview.findings == report.findings)
        #expect(preview.id == nil && preview.preview && report.id != nil)
        let rows = report.rows
        #expect(rows.read == rows.added + rows.updated + rows.unchanged + rows.merged + rows.ignored + rows.refused)
        return report
    }

    func refusal(_ bytes: [UInt8], _ kind: ImportKind? = nil, name: String? = nil) async -> String? {
        do {
            _ = try await store.commitImport(ImportRequest(bytes, kind: kind, fileName: name), by: owner)
            return nil
        } catch { return (error as? any Failure)?.code ?? "\(error)" }
    }

    func rows(_ sql: SQL) async throws -> [[String]] {
        try await database.read { reader in
            try reader.rows(sql).values.map { row in
                row.map { $0.text ?? $0.integer.map(String.init) ?? "-" }
            }
        }
    }

    /// Everything a person could see, without the change numbers.
    func contents() async throws -> [[String]] {
        var all: [[String]] = []
        for query: SQL in [
            "SELECT id, kind, number, given_name, family_name, email, adviser_id, adviser_name, stage FROM person WHERE deleted = 0 ORDER BY id",
            "SELECT id, code, title FROM module WHERE deleted = 0 ORDER BY id",
            "SELECT id, module_id, name, first_day, last_day FROM class_group WHERE deleted = 0 ORDER BY id",
            "SELECT id, group_id, student_id, first_day, last_day FROM enrolment WHERE deleted = 0 ORDER BY id",
            "SELECT id, group_id, title, kind, date, start_time, end_time, location, teacher_name, state FROM session WHERE deleted = 0 ORDER BY id",
            "SELECT session_id, student_id, status FROM mark WHERE status IS NOT NULL ORDER BY session_id, student_id",
        ] { all += try await rows(query) }
        return all
    }
}

enum Vector {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/attendance")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static let expected: JSONValue =
        (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes("expected.json")))) ?? .null

    static func expect(_ name: String) -> JSONValue? { expected["cases"]?[name]?["expect"] }
}

extension ImportReport {
    func finding(_ code: String) -> Finding? { findings.first { $0.code == code } }
}
