import Documents
import Kernel
import Testing

@testable import Insights

struct WorkbookExportTests {
    private static let columns =
        ExportColumns.required + ["eventDescription", "present", "selfCertInfo", "cancelled", "registerType"]

    private static func book(_ rows: [[WorkbookWriter.Cell]], columns: [String] = columns) -> [UInt8] {
        WorkbookWriter.bytes([
            .init(name: "About", columns: [.init("studentId"), .init("firstName")], rows: [[.text("1"), .text("x")]]),
            .init(name: "Data", columns: columns.map { .init($0) }, rows: rows),
        ])
    }

    @Test func theFirstSheetWithTheHeadingsIsReadLikeCSV() throws {
        let day = try #require(CivilDate("2025-10-06"))
        let bytes = Self.book([
            [
                .integer(36_000_009), .text("Ann"), .text("O\"Neil"), .text("Dr A"), .date(day), .text("Lecture\n1"),
                .text("true"),
            ],
            [],
            [
                .text("00012 "), .text("Bo"), .text("Núñez"), .empty, .text("2025-10-06T09:00:00"), .text("=1"),
                .integer(0), .text("Flu"),
            ],
            [.empty, .text("no id")],
            [
                .integer(7), .text("C"), .text("D"), .text("E"), .number(45_929.375),
                .text("serial without a date format"),
            ],
            [
                .integer(8), .text("C"), .text("D"), .text("E"), .date(day), .text("gone"), .empty, .empty,
                .text("Cancelled"),
            ],
            [
                .integer(9), .text("C"), .text("D"), .text("E"), .date(day), .empty, .text("Present"), .empty, .empty,
                .integer(50),
            ],
        ])
        let export = try Exports.read(bytes: bytes)
        #expect(
            export.lines == [
                "1|36000009|Ann/O\"Neil/Dr A|1759708800|Lecture 1|attended|",
                "2|00012|Bo/Núñez/|1759741200|=1|excused|Flu",
                "6|9|C/D/E|1759708800||excused|",
            ])
        #expect(
            export.problemTexts == [
                "3@5 blank_student_id studentId -", "4@6 bad_date startDateTime 45929.375", "5@7 cancelled - -",
            ])
        #expect(
            export.accounting.encoding == "xlsx" && export.accounting.delimiter == "" && export.accounting.isBalanced)
    }

    @Test func headingsAreMissingOnEverySheet() {
        let bytes = Self.book([], columns: ["other"])
        #expect(
            Exports.error { try Exports.read(bytes: bytes) }
                == .missingColumns(["surname", "academicAdvisor", "startDateTime"]))
    }

    @Test func monthFirstOnlyIsFoundInTextCells() throws {
        let rows = ["03/04/2025", "04/13/2025"].map { cell -> [WorkbookWriter.Cell] in
            [.text("1"), .text("a"), .text("b"), .text("c"), .text(cell)]
        }
        let export = try Exports.read(bytes: Self.book(rows))
        #expect(export.monthFirstOnly && export.accounting.badDate == 2)
    }

    @Test func aZipThatIsNoWorkbookAndADamagedOne() {
        var zip = ZipWriter()
        zip.add("lusi_mbchb501.csv", Array(Exports.header.utf8))
        #expect(Exports.error { try Exports.read(bytes: zip.finish()) } == .unreadable(.otherKind))
        let bytes = Self.book([[.text("1")]])
        #expect(Exports.error { try Exports.read(bytes: Array(bytes.dropLast(30))) } == .unreadable(.damaged))
    }
}
