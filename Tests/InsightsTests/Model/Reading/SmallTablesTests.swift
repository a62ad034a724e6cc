import Documents
import Foundation
import Kernel
import Testing

@testable import Insights

struct SmallTablesTests {
    private func map(_ text: String) throws -> RotationMap { try RotationReader.read(Array(text.utf8)) }

    @Test func rotationMapsOfEveryYear() throws {
        let second = try map("Student No., Trust (B1) ,pattern\n1,rli,2 days\n,x,y\n2.0,,\n")
        #expect(second.entries == ["1": RotationEntry(trust: "rli", pattern: "2 days"), "2": RotationEntry()])
        #expect(second.skipped == 1)
        let third = try map("student_id;GROUP;Pattern\n1;1.0;\n2;Group 2;1 day\n3;A;\n")
        #expect(third.entries["1"]?.group == 1 && third.entries["2"]?.group == 2 && third.entries["3"]?.group == nil)
        let fifth = try map(
            "\u{FEFF} Student ID ,Group, Rotation 1,Pattern\r\n7,1,\"GP, rural\",Mon-Thu\r\n7,2,Surgery,\r\n")
        #expect(fifth.entries == ["7": RotationEntry(group: 2, rotation: "Surgery")])
    }

    @Test(arguments: [
        ("Student ID\n1", ReadingError.missingColumns(["Group", "Pattern"])),
        ("Group\n1", .missingColumns(["Student ID"])),
        ("", .emptyFile), ("PK\u{3}\u{4}xx", .unreadable(.damaged)), ("a\0b", .unreadable(.otherKind)),
    ])
    func filesThatAreNoRotationMap(text: String, error: ReadingError) {
        #expect(throws: error) { try map(text) }
    }

    private static let full = RotationEntry(group: 2, trust: "Rli", rotation: "GP")

    @Test(
        arguments: [
            (2, "RLI"), (3, "Group 2"), (4, "Group 2"), (5, "GP"), (1, nil), (nil, nil), (6, nil),
        ] as [(Int?, String?)])
    func labelsByYear(year: Int?, label: String?) {
        #expect(Self.full.label(year: year) == label)
        #expect(RotationEntry().label(year: year) == nil)
    }

    @Test(
        arguments: [
            ("4 days", 5, 2, 4.0), ("4 days/week", 5, 1, 4), ("1 day", 3, 1, 1), ("Week A: 3 days", 4, 1, 3),
            ("2.5 Days", 5, 1, 2.5),
            ("3-days", 5, 1, 3), ("3days", 5, 1, 3), ("Mon-Thu", 5, 1, 4), ("Mon-Thu", 5, 2, 3), (nil, 3, 1, 2),
            (nil, 3, 2, 1),
            (nil, 4, 1, 3), (nil, 4, 2, nil), (nil, 2, 1, nil), (nil, 5, 3, nil), (nil, 5, nil, nil),
            (nil, nil, 1, nil),
            ("4 daylight", 5, nil, nil), ("day 4", 5, nil, nil),
        ] as [(String?, Int?, Int?, Double?)])
    func expectedDays(pattern: String?, year: Int?, group: Int?, days: Double?) {
        #expect(RotationEntry(group: group, pattern: pattern).expectedDaysPerWeek(year: year) == days)
    }

    @Test(
        arguments: [
            ("1", 1), ("1.0", 1), ("Group 2", 2), ("GROUP2", 2), ("group  12", 12), ("", nil), ("A", nil), ("2B", nil),
            ("1.5", nil), ("-1", nil), ("Group", nil), ("99999", nil),
        ] as [(String, Int?)])
    func groups(cell: String, group: Int?) {
        #expect(RotationEntry.group(cell) == group)
    }

    @Test func notesOfOneStudentAreJoined() throws {
        let csv = "E-Mail,student id,Notes 2,notes 1\n,1,b,a\nx@y.z,1.0,,c\nq@y.z,1,,\nn@y.z,,d,\n,2,,\n"
        let notes = try NotesReader.read(Array(csv.utf8))
        #expect(notes.entries == ["1": StudentNote(email: "x@y.z", notes: "a, b, c"), "2": StudentNote()])
        #expect(notes.skipped == 1)
    }

    @Test func notesWithoutEmailAndOnAnySheet() throws {
        let workbook = WorkbookWriter.bytes([
            .init(name: "Cover", columns: [.init("About")], rows: [[.text("hello")]]),
            .init(
                name: "Whatever", columns: [.init("STUDENT ID"), .init("Notes 1")],
                rows: [
                    [.integer(36_000_001), .text(" Late\n start ")], [.empty, .text("no id")],
                    [.integer(5), .integer(3)],
                ]),
        ])
        let notes = try NotesReader.read(workbook)
        #expect(notes.entries == ["36000001": StudentNote(notes: "Late start"), "5": StudentNote(notes: "3")])
        #expect(notes.skipped == 1)
        #expect(throws: ReadingError.missingColumns(["Notes 1", "Notes 2"])) {
            try NotesReader.read(Array("Student ID\n1\n".utf8))
        }
    }
}
