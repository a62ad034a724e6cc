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
}
