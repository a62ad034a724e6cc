import Kernel
import Persistence
import Testing

@testable import Register

@Suite struct ImportUndoTests {
    @Test func undoRemovesAllOfIt() async throws {
        try await ImportSchool.onEachEngine { school in
            let file = try Vector.bytes("core_501.csv")
            let before = try await school.contents()
            let report = try await school.bring(file, name: "core_501.csv")
            let undone = try await school.store.undoImport(try #require(report.id), by: school.owner)
            #expect(undone.undoneAt != nil)
            #expect(try await school.contents() == before)
            let history = try await school.rows("SELECT COUNT(*) FROM operation WHERE entity = 'mark'")
            #expect(history == [["672"]], "the history keeps what was and that it was taken back")
            #expect(await school.undoCode(report.id) == "import_undone")

            let again = try await school.bring(file, name: "core_501.csv")
            #expect(again.rows.added == 361, "taken back and brought in anew")
        }
    }

    @Test func whatWasBuiltOnItKeepsIt() async throws {
        try await ImportSchool.onEachEngine { school in
            let people = try await school.bring("number,name\n1,Ann Lee\n2,Bo Ek\n", .people)
            let groups = try await school.bring("module,group,number\nPT101,A,1\n", .groups)
            #expect(await school.undoCode(people.id) == "import_in_use")
            let times = try await school.bring("module,group,date,start\nPT101,A,2026-11-20,09:00\n", .timetable)
            #expect(await school.undoCode(groups.id) == "import_in_use")
            let session = try await school.rows("SELECT id FROM session")[0][0]
            try await school.mark(session, RosterIdentity.person(.student, number: "1"), .present)
            #expect(await school.undoCode(times.id) == "import_in_use")
            do {
                _ = try await school.store.undoImport(try #require(times.id), by: school.owner)
            } catch let error as ImportError {
                #expect(error.sentence.contains("1 marks were made by others"))
                #expect(error.fields.map(\.field) == ["marks"])
            }
        }
    }

    @Test func inReverseOrderAllGoes() async throws {
        try await ImportSchool.onEachEngine { school in
            let empty = try await school.contents()
            var imports: [String] = []
            for (file, kind) in [
                ("number,name\n1,Ann Lee\n2,Bo Ek\n", ImportKind.people),
                ("number,name,email\n1,Ann Lee,a@b.org\n", .people),
                ("module,group,number\nPT101,A,1\n", .groups),
                ("module,group,date,start\nPT101,A,2026-11-20,09:00\n", .timetable),
                ("module,group,date,start,room\nPT101,A,2026-11-20,09:00,Hall 1\n", .timetable),
            ] { imports.append(try #require(try await school.bring(file, kind).id)) }
            for id in imports.reversed() { _ = try await school.store.undoImport(id, by: school.owner) }
            #expect(try await school.contents() == empty)
            let listed = try await school.store.imports(before: nil, limit: 3)
            #expect(listed.items.map { $0.id ?? "" } == imports.reversed().prefix(3).map(\.self))
            let rest = try await school.store.imports(before: listed.next, limit: 3)
            #expect(rest.items.count == 2 && rest.next == nil)
        }
    }

    @Test(
        arguments: [
            ([], nil, "empty_file"), (Array(" \r\n\n".utf8), nil, "empty_file"),
            ([0x50, 0x4B, 3, 4, 1, 2, 3], nil, "workbook_damaged"),
            (Array("%PDF-1.7".utf8), nil, "unreadable"), ([1, 0, 2, 0], nil, "unreadable"),
            ([0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 60), nil, "workbook_encrypted"),
            (Array("a,b,c\n1,2,3\n".utf8), nil, "kind_not_recognised"),
            (Array("a,b,c\n1,2,3\n".utf8), .people, "missing_columns"),
            (Array("BEGIN:VCALENDAR\nEND:VCALENDAR\n".utf8), .people, "wrong_kind"),
            (Array("number,name\n".utf8), .icalendar, "not_a_calendar"),
            (Array("number,name\n1,A B\n".utf8), .oneroster, "kind_not_recognised"),
            (Array("PK".utf8), nil, "kind_not_recognised"),
        ] as [([UInt8], ImportKind?, String)])
    func filesThatCannotBeRead(bytes: [UInt8], kind: ImportKind?, code: String) async throws {
        try await ImportSchool.onEachEngine { school in
            #expect(await school.refusal(bytes, kind) == code)
            let imports = try await school.rows("SELECT COUNT(*) FROM import")
            #expect(imports == [["0"]])
        }
    }

    @Test func headingsWithoutRowsAreSaidSo() async throws {
        try await ImportSchool.onEachEngine { school in
            let report = try await school.bring(try Vector.bytes("header_only.csv"), name: "a501.csv")
            #expect(report.rows.read == 0 && report.notes == ["The file has headings and no rows."])
        }
    }
}

extension ImportSchool {
    func undoCode(_ id: String?) async -> String? {
        do {
            _ = try await store.undoImport(id ?? "", by: owner)
            return nil
        } catch { return (error as? any Failure)?.code ?? "\(error)" }
    }
}
