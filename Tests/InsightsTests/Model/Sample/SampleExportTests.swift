import Kernel
import Testing

@testable import Insights

struct SampleExportTests {
    @Test func theSameSeedGivesTheSameBytes() {
        #expect(SampleExport.files(seed: 7) == SampleExport.files(seed: 7))
        #expect(SampleExport.files(seed: 7).map(\.bytes) != SampleExport.files(seed: 8).map(\.bytes))
    }

    @Test func theSetIsTwoExportsTheirRotationMapsAndNotes() {
        let files = SampleExport.files(seed: 1)
        #expect(
            files.map(\.name) == [
                "lusi_mbchb501.csv", "lusi_mbchb201.csv", "rotation_mbchb501.csv", "rotation_mbchb201.csv",
                "notes_mbchb501.xlsx",
            ])
        #expect(files.map(\.kind) == [.attendance, .attendance, .rotation, .rotation, .notes])
        #expect(files.map(\.module) == ["501", "201", "501", "201", "501"])
    }

    @Test func theTermEndsInTheWeekThatWasAskedFor() throws {
        let lastDay = try #require(CivilDate("2026-11-20"))
        for file in SampleExport.files(seed: 3, lastDay: lastDay) where file.module == "501" && file.kind == .attendance
        {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("2026-11-20T"))
            #expect(!text.contains("2026-11-23T"))
            #expect(text.contains("2026-08-17T"))
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func everyLineOfTheAccountHasSomethingToShow(seed: UInt64) throws {
        for file in SampleExport.files(seed: seed) where file.kind == .attendance {
            var dataset = Dataset(module: file.module)
            dataset.add(try ExportReader.read(.bytes(file.bytes)), source: file.name)
            let account = try #require(dataset.accountings[file.name])
            #expect(account.isBalanced)
            #expect(account.kept > 2000)
            #expect(account.malformed == 1)
            #expect(account.blankStudentId == 2)
            #expect(account.badDate == 3)
            #expect(account.duplicatesMerged == 12)
            #expect(account.unknownBooleans == 3)
            #expect(account.cancelled > 20)
            #expect(account.checkInsMerged > 10)
            #expect((28...32).contains(dataset.table.students.count))
            #expect(FileName.module(file.name) == file.module)
        }
    }

    @Test func mapsAndNotesNameStudentsOfTheExports() throws {
        let files = SampleExport.files(seed: 1)
        for map in files where map.kind == .rotation {
            let export = try #require(files.first { $0.kind == .attendance && $0.module == map.module })
            let students = try ExportReader.read(.bytes(export.bytes)).rows.students.map(\.id)
            let rotations = try RotationReader.read(map.bytes)
            #expect(rotations.skipped == 0)
            #expect(Set(rotations.entries.keys) == Set(students))
        }
        let notes = try #require(files.first { $0.kind == .notes })
        let found = try NotesReader.read(notes.bytes)
        #expect(found.entries.count > 5)
        #expect(found.entries.values.allSatisfy { $0.email?.hasSuffix("@school.example") == true })
    }
}
