import Documents
import Foundation
import HTTPTypes
import Kernel
import TestSupport
import Testing

/// Files that nobody should bring in: cut, wrongly encoded, empty, huge or hostile.
@Suite struct BadInputImportTests {
    private static let workbook: [UInt8] = {
        var people: [[WorkbookWriter.Cell]] = []
        for number in 0..<200 { people.append([.text("S\(number)"), .text("Given \(number)"), .text("Family")]) }
        return WorkbookWriter.bytes([
            WorkbookWriter.Sheet(
                name: "People", columns: [.init("number"), .init("given name"), .init("family name")], rows: people)
        ])
    }()

    struct Refused: Sendable {
        let name: String
        let query: String
        let bytes: [UInt8]
        let status: Int
        let code: String

        init(_ name: String, _ query: String, _ bytes: [UInt8], _ status: Int, _ code: String) {
            (self.name, self.query, self.bytes, self.status, self.code) = (name, query, bytes, status, code)
        }
        init(_ name: String, _ query: String, _ text: String, _ status: Int, _ code: String) {
            self.init(name, query, Array(text.utf8), status, code)
        }
    }

    private static var refused: [Refused] {
        let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20261121T0900"
        return [
            Refused("nothing", "", "", 422, "empty_file"),
            Refused("blank lines", "", "\r\n\n  \n", 422, "empty_file"),
            Refused("a byte order mark", "", [0xEF, 0xBB, 0xBF], 422, "empty_file"),
            Refused("nothing, said to be people", "kind=people", "", 422, "empty_file"),
            Refused("nothing, said to be a calendar", "kind=icalendar", "", 422, "empty_file"),
            Refused("nothing, said to be OneRoster", "kind=oneroster", "", 422, "empty_file"),
            Refused(
                "UTF-16 without a mark", "", "number,name".utf16.flatMap { [UInt8($0 & 0xFF), 0] }, 415, "unreadable"),
            Refused("a PDF", "", "%PDF-1.7\n1 0 obj", 415, "unreadable"),
            Refused("zero bytes", "", [UInt8](repeating: 0, count: 4096), 415, "unreadable"),
            Refused("a cut workbook", "", Array(workbook.prefix(workbook.count / 2)), 422, "workbook_damaged"),
            Refused(
                "a cut workbook, said to be people", "kind=people", Array(workbook.dropLast(30)), 422,
                "workbook_damaged"),
            Refused("a damaged workbook", "kind=people", damaged(workbook), 422, "workbook_damaged"),
            Refused("an archive of something else", "", archive("notes.txt", "hello"), 422, "not_a_workbook"),
            Refused(
                "an old workbook", "kind=people", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 422,
                "workbook_encrypted"),
            Refused("entities in a workbook", "kind=people", entities, 422, "workbook_damaged"),
            Refused("an archive that unpacks to much", "kind=people", bomb, 413, "too_large"),
            Refused("a cut calendar", "", calendar, 422, "calendar_damaged"),
            Refused("a cut calendar, said to be one", "kind=icalendar", calendar, 422, "calendar_damaged"),
            Refused("no calendar", "kind=icalendar", "number,name\r\n1,Ada\r\n", 422, "not_a_calendar"),
            Refused("unknown headings", "", "a,b,c\r\n1,2,3\r\n", 422, "kind_not_recognised"),
            Refused("headings missing", "kind=people", "colour,size\r\nred,1\r\n", 422, "missing_columns"),
            Refused("a web page", "", "<!DOCTYPE html><html><body>Sign in</body></html>", 422, "kind_not_recognised"),
            Refused("an unknown kind", "kind=horoscope", "number,name\r\n", 422, "invalid_input"),
        ]
    }

    @Test("A file that cannot come in is refused whole, with the reason, and leaves nothing behind")
    func refused() async throws {
        try await SituationSchool.with { school in
            let before = try await school.everything()
            for file in Self.refused {
                for preview in ["", "&preview=true"] {
                    let answer = try await school.bring(file.bytes, file.query + preview)
                    answer.expectProblem(file.status, file.code, file.name + preview)
                }
            }
            #expect(try await school.everything() == before)
        }
    }

    @Test("A file of 100 MB is refused")
    func huge() async throws {
        try await SituationSchool.with { school in
            let file = [UInt8](repeating: UInt8(ascii: "x"), count: 100 << 20)
            let answer = try await school.bring(file, "kind=people")
            answer.expectProblem(413, "too_large", "100 MB")
            #expect(answer["limit"]?.integer == 50 << 20)
        }
    }

    @Test("A file sent as a form or as JSON is told how to be sent")
    func mediaTypes() async throws {
        try await SituationSchool.with { school in
            for type in ["multipart/form-data; boundary=x", "application/json"] {
                let answer = try await school.bring(Array("number,name\r\n".utf8), "kind=people", type: type)
                answer.expectProblem(415, "unsupported_media_type", type)
            }
        }
    }

    @Test("Every row of a hostile file is accounted for: taken as the text it is, or refused with a reason")
    func hostile() async throws {
        for (name, query, bytes) in Self.hostile {
            try await SituationSchool.with(students: 0) { school in
                let answer = try await school.bring(bytes, query)
                let rows = answer["rows"]
                let sum = ["added", "updated", "unchanged", "merged", "ignored", "refused"].reduce(0) {
                    $0 + (rows?[$1]?.integer ?? 0)
                }
                #expect(answer.status == 201, "\(name) → \(answer.text.prefix(300))")
                #expect(rows?["read"]?.integer == sum, "\(name)")
                for finding in answer["findings"]?.array ?? [] {
                    #expect(finding["message"]?.string?.hasSuffix(".") == true, "\(name)")
                    #expect(finding["code"]?.string?.isEmpty == false, "\(name)")
                }
                let id = answer["id"]?.string ?? ""
                let csv = try await school.owner.get("/api/v1/imports/\(id)/rows.csv")
                #expect(csv.status == 200 && !csv.text.contains("\n="), "\(name)")
                #expect(try await school.owner.get("/api/v1/people?limit=500").status == 200)
                #expect(try await school.owner.delete("/api/v1/imports/\(id)").status == 200, "\(name)")
            }
        }
    }

    private static var hostile: [(String, String, [UInt8])] {
        let people = "number,given name,family name,email\r\n"
        let wide = (0..<2000).map { "column \($0)" }.joined(separator: ",")
        return [
            ("formulas", "", Array((people + "=1+1,=cmd|'/c calc'!A1,@SUM(A1),+1\r\n-2,-x,\"\t=1\",\r\n").utf8)),
            (
                "markup and SQL", "",
                Array((people + "1,<img src=x onerror=alert(1)>,\"'); DROP TABLE person;--\",\r\n").utf8)
            ),
            (
                "a quote that never ends", "",
                Array((people + "1,Ada,Lovelace,\r\n2,\"Grace,Hopper\r\n3,x,y,z\r\n").utf8)
            ),
            ("too many fields", "", Array((people + "1,Ada,Lovelace,a@b.example,x,y,z\r\n").utf8)),
            ("windows-1252", "", Array(people.utf8) + [0x31, 0x2C, 0x4A, 0xF6, 0x72, 0x67, 0x2C, 0x80, 0x0D, 0x0A]),
            ("broken UTF-8", "", Array(people.utf8) + [0x31, 0x2C, 0xC3, 0x28, 0x2C, 0xFF, 0xFE, 0x0D, 0x0A]),
            ("controls", "", Array((people + "1\u{7},A\u{1B}[31mda,\u{202E}evil,\r\n").utf8)),
            ("a long cell", "", Array((people + "1,\(String(repeating: "x", count: 1 << 20)),y,\r\n").utf8)),
            ("many columns", "kind=people", Array(("number,family name,\(wide)\r\n1,x\r\n").utf8)),
            ("the same number often", "", Array((people + String(repeating: "1,Ada,Lovelace,\r\n", count: 500)).utf8)),
            ("only a header", "", Array(people.utf8)),
            ("a calendar of nonsense", "", Array(nonsense.utf8)),
        ]
    }

    private static let nonsense = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:PT101 A", "DTSTART:20261121T090000",
        "DTEND:20261121T080000", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:PT101 A",
        "DTSTART;TZID=Mars/Olympus:20261121T090000", "END:VEVENT", "BEGIN:VEVENT", "UID:3", "SUMMARY:PT101 A",
        "DTSTART:20261121T090000", "RRULE:FREQ=DAILY;COUNT=99999999", "END:VEVENT", "BEGIN:VEVENT", "UID:4",
        "SUMMARY:PT101 A", "DTSTART:20260230T090000", "END:VEVENT", "BEGIN:VEVENT", "UID:5", "SUMMARY:PT101 A",
        "DTSTART:20261121T090000", "RRULE:FREQ=SECONDLY;INTERVAL=0", "END:VEVENT", "BEGIN:VEVENT", "UID:6",
        "SUMMARY:<script>alert(1)</script> \(String(repeating: "x", count: 100_000))", "END:VEVENT",
        "BEGIN:VEVENT", "UID:7", "SUMMARY:PT101 A", "DTSTART:99999999T999999Z", "END:VEVENT", "END:VCALENDAR", "",
    ].joined(separator: "\r\n")

    private static func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for place in stride(from: 200, to: bytes.count / 2, by: 7) { bytes[place] ^= 0x5A }
        return bytes
    }

    private static func archive(_ name: String, _ text: String) -> [UInt8] {
        var zip = ZipWriter()
        zip.add(name, Array(text.utf8))
        return zip.finish()
    }

    private static func workbook(sheet: [UInt8]) -> [UInt8] {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var zip = ZipWriter()
        for (name, text) in [
            (
                "_rels/.rels",
                #"<Relationships><Relationship Id="a" Type="\#(types)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
            ("xl/workbook.xml", #"<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>"#),
            (
                "xl/_rels/workbook.xml.rels",
                #"<Relationships><Relationship Id="r1" Type="\#(types)/worksheet" Target="s.xml"/></Relationships>"#
            ),
        ] { zip.add(name, Array(text.utf8)) }
        zip.add("xl/s.xml", sheet)
        return zip.finish()
    }

    /// Entities that would unfold to gigabytes.
    private static var entities: [UInt8] {
        let names = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
        let text =
            "<!DOCTYPE x [<!ENTITY a0 \"ha\">\(names)]><worksheet><sheetData><row><c t=\"str\"><v>&a9;</v></c></row>"
        return workbook(sheet: Array((text + "</sheetData></worksheet>").utf8))
    }

    /// A sheet of 300 MB in a file of some hundred kilobytes.
    private static var bomb: [UInt8] { workbook(sheet: [UInt8](repeating: UInt8(ascii: " "), count: 300 << 20)) }
}

extension SituationSchool {
    func bring(
        _ bytes: [UInt8], _ query: String, type: String = "application/octet-stream"
    ) async throws -> Answer {
        try await owner.send(.post, "/api/v1/imports?\(query)", body: bytes, [.contentType: type])
    }
}
