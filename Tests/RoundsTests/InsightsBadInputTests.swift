import Documents
import HTTPTypes
import Kernel
import Persistence
import TestSupport
import Testing
import Web

/// Files that nobody should send: each gets a sentence and a stable code, and nothing of it stays.
@Suite struct InsightsBadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let query: String
        let status: Int
        let code: String
        var fields: [String] = []

        var testDescription: String { name }

        init(
            _ name: String, _ bytes: [UInt8], _ status: Int, _ code: String, query: String = "name=a501.csv",
            fields: [String] = []
        ) {
            (self.name, self.bytes, self.query, self.status, self.code) = (name, bytes, query, status, code)
            self.fields = fields
        }
    }

    private static func text(_ lines: String...) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
    private static let row = "36200001,A,B,Dr Grey,2025-09-01 09:00,Lecture,True,,False,1"
    private static let zip = Array("PK\u{3}\u{4}not a table at all".utf8)
    private static let compoundFile: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)

    private static let good = text(InsightsExport.header, row)
    private static let workbook = WorkbookWriter.bytes([
        WorkbookWriter.Sheet(
            name: "Export",
            columns: InsightsExport.header.split(separator: ",").map { WorkbookWriter.Column(String($0)) },
            rows: [row.split(separator: ",", omittingEmptySubsequences: false).map { .text(String($0)) }])
    ])
    private static let map = text("Student ID,Group,Pattern", "1,1,")

    static let cases: [Case] = [
        Case("empty", [], 422, "empty_file"),
        Case("blank", text("", "  "), 422, "empty_file"),
        Case("header only", text(InsightsExport.header), 422, "nothing_kept"),
        Case(
            "missing columns", text("studentId,firstName,present", "1,A,True"), 422, "missing_columns",
            fields: ["surname", "academicAdvisor", "startDateTime"]),
        Case(
            "a delimiter that is none", Array(String(decoding: good, as: UTF8.self).replacing(",", with: "|").utf8),
            422, "missing_columns",
            fields: ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]),
        Case("a workbook cut short", Array(workbook.prefix(workbook.count / 2)), 422, "unreadable_file"),
        Case("a zip under the name .csv", zip, 422, "unreadable_file"),
        Case("binary", [0, 1, 2, 3, 0, 0xFF, 0xFE, 9], 422, "unreadable_file"),
        Case("a protected or old workbook", compoundFile, 422, "unreadable_file", query: "name=a501.xlsx"),
        Case("no module anywhere", good, 422, "module_needed", query: "name=export.csv"),
        Case("a map sent as an export", map, 422, "wrong_kind", query: "name=a501.csv&kind=attendance"),
        Case("an export sent as a map", good, 422, "wrong_kind", query: "name=a501.csv&kind=rotation"),
        Case("an unknown kind", good, 422, "invalid_input", query: "name=a501.csv&kind=photo"),
        Case("an unknown order", good, 422, "invalid_input", query: "name=a501.csv&dateOrder=year"),
        Case(
            "dates with the month first",
            text(
                InsightsExport.header, "1,A,B,C,09/13/2025 09:00,Lecture,True,,False,1",
                "1,A,B,C,09/04/2025 09:00,Lecture,True,,False,1"), 422, "date_order_needed", fields: ["dateOrder"]),
        Case(
            "a name too long", good, 422, "invalid_input",
            query: "name=" + String(repeating: "a", count: 300) + "501.csv"),
    ]

    @Test(arguments: cases)
    func refused(_ bad: Case) async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let answer = try await owner.importInsights(bad.bytes, bad.query)
            #expect(answer.status == bad.status && answer.code == bad.code, "\(answer.status) \(answer.text)")
            #expect(answer["detail"]?.string?.hasSuffix(".") == true)
            let fields = (answer["errors"]?.array ?? []).compactMap { $0["field"]?.string }
            if !bad.fields.isEmpty { #expect(fields == bad.fields) }
            #expect(!answer.text.contains("a501"), "an error names no file")
            let left = try await app.database.read { reader in
                let parts = try reader.integer("SELECT COUNT(*) FROM insight_chunk") ?? 0
                return try parts + (reader.integer("SELECT COUNT(*) FROM insight_import") ?? 0)
            }
            #expect(left == 0)
        }
    }

    @Test("The order of dates that the user states is taken")
    func dateOrder() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let bytes = Self.cases.first { $0.name == "dates with the month first" }?.bytes ?? []
            let answer = try await owner.importInsights(bytes, "name=a501.csv&dateOrder=month")
            #expect(answer.status == 201 && answer["firstDay"] == "2025-09-04" && answer["dateOrder"] == "month")
            // somebody who chose wrongly chooses again with the same file
            let other = try await owner.importInsights(bytes, "name=a501.csv&dateOrder=day")
            #expect(other.status == 201 && other["id"] == answer["id"] && other["accounting"]?["badDate"] == 1)
        }
    }

    @Test("A whole workbook comes in as the same rows")
    func workbook() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let answer = try await owner.importInsights(Self.workbook, "name=a501.xlsx")
            #expect(answer.status == 201 && answer["accounting"]?["kept"] == 1, "\(answer.text)")
            #expect(answer["accounting"]?["encoding"] == "xlsx" && answer["firstDay"] == "2025-09-01")
        }
    }

    @Test("Rows that are all rejected are stored with their accounting")
    func rejectedRows() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let bytes = Self.text(
                InsightsExport.header, "1,A,B,C,2205-09-01 09:00,Lecture,True,,False,1",
                "1,A,B,C,2025-09-01 09:00,Lecture,True,,False,1,surplus")
            let answer = try await owner.importInsights(bytes, "name=a501.csv")
            #expect(answer.status == 201 && answer["accounting"]?["kept"] == 0)
            #expect(answer["accounting"]?["badDate"] == 1 && answer["accounting"]?["malformed"] == 1)
            let view = try await owner.get("/api/v1/insights/summary?module=501")
            #expect(view.status == 200 && view.studentIDs.isEmpty)
        }
    }

    @Test(
        "Views refuse what they cannot understand",
        arguments: [
            ("summary", 422, "invalid_input"), ("summary?module=999", 404, "not_found"),
            ("summary?module=501&threshold=lots", 422, "invalid_input"),
            ("summary?module=501&from=2025-13-01", 422, "invalid_input"),
            ("summary?module=501&from=2025-09-02&to=2025-09-01", 422, "invalid_input"),
            ("summary?module=501&order=sideways", 422, "invalid_input"),
            ("summary?module=501&cursor=nonsense", 422, "invalid_input"),
            ("summary?module=501&limit=5000", 422, "invalid_input"),
            ("student?module=501&student=nobody", 404, "not_found"),
            ("adviser?module=501&adviser=nobody", 404, "not_found"),
            ("recent?module=501&days=3", 422, "invalid_input"),
            ("compare?module=501&otherModule=999", 404, "not_found"), ("sample/none.csv", 404, "not_found"),
        ])
    func views(_ path: String, _ status: Int, _ code: String) async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.importInsights(InsightsExport.week().bytes, "name=a501.csv")
            let answer = try await owner.get("/api/v1/insights/\(path)")
            #expect(answer.status == status && answer.code == code, "\(answer.status) \(answer.text)")
        }
    }
}
