import Foundation
import Kernel
import Testing

@testable import Insights

struct ExportReaderTests {
    @Test func rowsAreCleanedAndStatusesFollow() throws {
        let export = try Exports.read(
            """
            1, Ann ,Lee,Dr A,Lecture  A,2025-10-06T09:00:00,1,true,false,false
            2.0,=cmd(),"O'Neil, Jr","Dr ""Bo"" Larsen","Lecture\r\npart two",06/10/2025 09:00,50.0,true,,0
            3,NA,null,,,2025-10-06T08:00:00Z,1,no,Flu and fever,no
            """)
        #expect(
            export.lines == [
                "1|1|Ann/Lee/Dr A|1759741200|Lecture A|attended|",
                "2|2|=cmd()/O'Neil, Jr/Dr \"Bo\" Larsen|1759741200|Lecture part two|excused|",
                "3|3|NA/null/|1759741200||excused|Flu and fever",
            ])
        #expect(export.accounting.kept == 3 && export.accounting.isBalanced && export.problemCount == 0)
    }

    @Test func eachRowIsRejectedForItsFirstReason() throws {
        let export = try Exports.read(
            """
            ,a,b,c,d,never,1,maybe,x,perhaps,surplus
             ,a,b,c,d,never,1,maybe,x,perhaps
            1,a,b,c,d,never,1,maybe,x,yes
            1,a,b,c,d,2205-09-29T09:00:00,1,maybe,x,yes

            1,a,b,c,d,2025-09-29T09:00:00,1,maybe,x,yes
            1,a,b,c,d,2025-09-29T09:00:00,1,maybe,x,perhaps,,
             , ,,,,,,,,,,
            1,a,"b
            b",c
            """)
        #expect(
            export.problemTexts == [
                "1@2 malformed - -", "2@3 blank_student_id studentId -", "3@4 bad_date startDateTime never",
                "4@5 bad_date startDateTime 2205-09-29T09:00:00", "5@7 unknown_boolean present maybe",
                "5@7 cancelled - -", "6@8 unknown_boolean cancelled perhaps", "6@8 unknown_boolean present maybe",
                "7@10 bad_date startDateTime ",
            ])
        var expected = FileAccounting()
        (expected.rows, expected.malformed, expected.blankStudentId, expected.badDate) = (7, 1, 1, 3)
        (expected.cancelled, expected.unknownBooleans, expected.kept) = (1, 3, 1)
        #expect(export.accounting == expected)
        #expect(export.accounting.isBalanced)
        #expect(export.rows.line(ofRecord: 6) == 8 && export.rows.line(ofRecord: 7) == 10)
    }

    @Test func theLatestNamesThatAreNotBlankStand() throws {
        let export = try Exports.read(
            """
            1,Sam,Married,Dr New,x,2025-10-08T09:00:00,1,true,,
            1,Sam,Maiden,Dr Old,x,2025-10-06T09:00:00,1,true,,
            1,,,,x,2025-10-09T09:00:00,1,true,,
            1,Samuel,,,x,2025-10-08T09:00:00,1,true,,
            1,Gone,Gone,Gone,x,2025-10-10T09:00:00,1,true,,true
            """)
        #expect(export.lines.first?.contains("|Samuel/Married/Dr New|") == true)
    }

    @Test func headersInAnyCaseAndOrderAndOptionalColumns() throws {
        let bytes = Array(
            " STARTDATETIME ,Surname,firstname,academicADVISOR,ignored, StudentID\n2025-10-06,L,A,,?,7".utf8)
        let export = try Exports.read(bytes: bytes)
        #expect(export.lines == ["1|7|A/L/|1759708800||absent|"])
    }

    @Test(arguments: [
        ("studentId,firstName,startDateTime\n", ["surname", "academicAdvisor"]),
        ("a\n1\n", ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]),
        ("\"studentId,firstName\n", ["studentId", "firstName", "surname", "academicAdvisor", "startDateTime"]),
        ("studentId;firstName;surname;startDateTime\n1;2;3;4", ["academicAdvisor"]),
    ])
    func missingColumnsAreNamed(text: String, columns: [String]) {
        #expect(Exports.error { try Exports.read(bytes: Array(text.utf8)) } == .missingColumns(columns))
    }

    private static let strangers: [([UInt8], ReadingError)] = [
        ([], .emptyFile),
        ([0xEF, 0xBB, 0xBF], .emptyFile),
        (Array(" \r\n,,,\n".utf8), .emptyFile),
        (Array("%PDF-1.7\n".utf8), .unreadable(.otherKind)),
        ([0x1F, 0x8B, 8, 0, 1], .unreadable(.otherKind)),
        ([0x50, 0x4B, 3, 4, 9, 9, 9], .unreadable(.damaged)),
        ([0x50, 0x4B, 5, 6], .unreadable(.damaged)),
        ([0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600), .unreadable(.passwordProtected)),
        ([0xD0, 0xCF, 0x11, 0xE0] + Array("W\0o\0r\0k\0b\0o\0o\0k\0".utf8), .unreadable(.olderWorkbook)),
        (Array((Exports.header.dropLast() + ",\0\n1,a,b\n").utf8), .unreadable(.otherKind)),
        (Array((Exports.header + String(repeating: "1,a\0b,c\n", count: 101)).utf8), .unreadable(.otherKind)),
    ]

    @Test(arguments: strangers)
    func filesThatAreNoExport(bytes: [UInt8], error: ReadingError) {
        #expect(Exports.error { try Exports.read(bytes: bytes) } == error)
        #expect(Exports.error { try ExportReader.read(Exports.pieces(bytes, 1)) } == error)
    }

    @Test func aZeroByteSpoilsItsRowAndNoOther() throws {
        let row = "1,a,b,c,d,2025-10-06T09:00:00,1,true,,\n"
        let text = row + "2,a\0b,c,d,e,2025-10-06T09:00:00,1,true,,\n3,\"a\0\nb\",c,d,e,2025-10-06,1,true,,\n" + row
        let export = try Exports.read(text)
        #expect(export.accounting.rows == 4 && export.accounting.malformed == 2 && export.accounting.kept == 2)
        #expect(export.problemTexts == ["2@3 malformed - -", "3@4 malformed - -"])
        #expect(export.rows.rows.map(\.record) == [1, 4])
    }

    @Test func aHeaderAloneIsNoError() throws {
        let export = try Exports.read("")
        #expect(export.accounting.rows == 0 && export.rows.days == nil && export.accounting.delimiter == ",")
    }

    @Test func theModuleColumnIsNoted() throws {
        let header = "module,studentId,firstName,surname,academicAdvisor,startDateTime\n"
        let one = try Exports.read(bytes: Array((header + "MBChB501,1,a,b,c,2025-10-06\n501,1,a,b,c,2025-10-07").utf8))
        #expect(one.moduleColumn == "501")
        let two = try Exports.read(bytes: Array((header + "501,1,a,b,c,2025-10-06\n502,1,a,b,c,2025-10-07").utf8))
        #expect(two.modules == ["501", "502"] && two.moduleColumn == nil)
        #expect(try Exports.read("").modules == [])
    }

    @Test func problemsAreListedUpToALimitAndCountedBeyondIt() throws {
        let rows = String(repeating: "1,a,b,c,d,never,1,true,,\n", count: 30)
        let export = try Exports.read(rows, options: ReadingOptions(problemLimit: 7))
        #expect(export.problems.map(\.record) == Array(1...7))
        #expect(export.problemCount == 30 && export.accounting.badDate == 30)
    }

    @Test func aQuoteThatNeverClosesDoesNotFillTheMemory() throws {
        let row = "1,a,b,c,d,2025-10-06T09:00:00,1,true,,\n"
        let open = "2,\"a,b,c\n"
        let rest = String(repeating: row, count: TextExport.recordLimit / row.utf8.count + 5000)
        let unclosed = try Exports.read(row + open + rest)
        #expect(unclosed.accounting.rows == 2 && unclosed.accounting.malformed == 1 && unclosed.accounting.kept == 1)
        #expect(unclosed.problemTexts == ["2@3 malformed - -"])
        let closed = try Exports.read(row + open + rest + "\"\"\",x\n" + row + ",b")
        #expect(closed.problemTexts.first == "2@3 malformed - -")
        #expect(closed.accounting.kept == 2 && closed.accounting.blankStudentId == 1)
        let lines = rest.utf8.count { $0 == 0x0A }
        #expect(closed.rows.line(ofRecord: 3) == 3 + lines + 2)
    }

    @Test func aFileOnDiskIsReadInPieces() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let row = "1,a,b,c,d,2025-10-06T09:00:00,1,true,,\n"
        try Data((Exports.header + String(repeating: row, count: 5000)).utf8).write(to: file)
        #expect(try ExportReader.read(.file(file.path, chunk: 1000)).accounting.kept == 5000)
        #expect(throws: (any Error).self) { try ExportReader.read(.file(file.path + ".none")) }
    }
}
