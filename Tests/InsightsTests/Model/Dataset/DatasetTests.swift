import Testing

@testable import Insights

struct DatasetTests {
    private static let day: Int64 = 20_367 * SchoolTime.nanosecondsPerDay

    private func row(_ id: String, _ event: String, _ time: String, _ present: String, _ names: String = "a,b,c")
        -> String
    {
        "\(id),\(names),\(event),2025-10-06T\(time):00,1,\(present),,\n"
    }

    private func mark(
        _ key: String, _ id: String, _ event: String, minutes: Int64, _ status: AttendanceStatus?, reason: String = ""
    ) -> RegisterRow {
        RegisterRow(
            key: key, student: .init(id: id, firstName: "F", surname: "S", adviser: "R"),
            time: Self.day + minutes * 60_000_000_000, description: event, status: status, reason: reason)
    }

    /// Student, description, status and kind, source and record of each kept row.
    private func rows(_ dataset: Dataset) -> [String] {
        let said = dataset.said
        return said.students.indices.flatMap { student in
            said.rows[said.offsets[student]..<said.offsets[student + 1]].map { row in
                let source = row.source.isEmpty ? "register" : row.source
                return
                    "\(said.students[student].id) \(row.description) \(row.status)\(row.kind) \(source) \(row.record)"
            }
        }
    }

    @Test func aDuplicateCountsInTheFileThatRepeatsIt() throws {
        let first = try Exports.read(row("1", "Lecture", "09:00", "no") + row("2", "Lecture", "09:00", "yes"))
        let second = try Exports.read(
            row("1", "LECTURE", "09:00", "yes") + row("1", "Seminar", "09:00", "yes")
                + row("1", "seminar", "09:00", "no"))
        var dataset = Dataset(module: "501")
        dataset.add([("a", first), ("b", second)])
        #expect(rows(dataset) == ["1 Lecture 20 a 1", "1 Seminar 20 b 2", "2 Lecture 20 a 2"])
        #expect(dataset.accountings["a"]?.duplicatesMerged == 0 && dataset.accountings["a"]?.kept == 2)
        #expect(dataset.accountings["b"]?.duplicatesMerged == 2 && dataset.accountings["b"]?.kept == 1)
        #expect(
            dataset.mergedRows(source: "b") == [
                MergedRow(record: 1, line: 2, code: .duplicate, intoSource: "a", intoRecord: 1),
                MergedRow(record: 3, line: 4, code: .duplicate, intoSource: "b", intoRecord: 2),
            ])
        #expect(dataset.mergedRows(source: "a").isEmpty && dataset.mergedRows(source: "none").isEmpty)
    }

    @Test func theSameFileTwiceChangesNothing() throws {
        let export = try Exports.read(row("1", "Lecture", "09:00", "no") + row("1", "MED.PLAC", "11:00", "yes"))
        var dataset = Dataset(module: "501")
        dataset.add(export, source: "a")
        let before = rows(dataset)
        dataset.add(export, source: "b")
        #expect(rows(dataset) == before)
        #expect(dataset.accountings["b"]?.duplicatesMerged == 2 && dataset.accountings["b"]?.kept == 0)
    }

    @Test func checkInsJoinAcrossFiles() throws {
        var dataset = Dataset(module: "501")
        dataset.add(
            try Exports.read(row("1", "MED.PLAC", "09:05", "no") + row("1", "MED.STUDY", "09:05", "no")), source: "a")
        #expect(dataset.accountings["a"]?.study == 1)
        dataset.add(try Exports.read(row("1", "med.othr", "09:00", "yes")), source: "b")
        #expect(rows(dataset) == ["1 med.othr 21 b 1", "1 MED.STUDY 02 a 2"])
        #expect(dataset.accountings["a"]?.checkInsMerged == 1 && dataset.accountings["a"]?.kept == 1)
        #expect(dataset.mergedRows(source: "a").map(\.code) == [.checkInMerged])
    }

    @Test func undoRemovesAnImportCompletely() throws {
        let kept = try Exports.read(row("1", "Lecture", "09:00", "no", "Ann,Lee,Dr A"))
        let undone = try Exports.read(
            row("1", "Lecture", "09:00", "yes", "Anna,Leigh,Dr B") + row("9", "X", "09:00", "yes"))
        var alone = Dataset(module: "501")
        alone.add(kept, source: "a")
        var dataset = Dataset(module: "501")
        dataset.add([("u", undone), ("a", kept)])
        #expect(rows(dataset) == ["1 Lecture 20 u 1", "9 X 20 u 2"])
        dataset.remove(source: "u")
        #expect(dataset.said == alone.said)
        dataset.remove(source: "u")
        #expect(dataset.said == alone.said)
        dataset.remove(source: "a")
        #expect(dataset.said == Dataset(module: "501").said && dataset.table.students.isEmpty)
    }

    @Test func marksOfTheRegisterComeChangeAndGo() throws {
        var dataset = Dataset(module: "501")
        dataset.add(try Exports.read(row("1", "Lecture", "09:00", "no", "Ann,Lee,Dr A")), source: "a")
        let before = dataset.said
        dataset.apply([
            mark("s:1", "1", "lecture", minutes: 540, .attended),
            mark("t:1", "1", "Seminar", minutes: 600, .excused, reason: "Flu"),
            mark("t:2", "0", "Seminar", minutes: 600, .absent),
        ])
        #expect(rows(dataset) == ["0 Seminar 00 register 0", "1 Lecture 20 a 1", "1 Seminar 10 register 0"])
        #expect(dataset.table.students[1] == .init(id: "1", firstName: "F", surname: "S", adviser: "R"))
        #expect(dataset.accountings["a"]?.kept == 1 && dataset.registerRows == 3)
        dataset.apply([
            mark("s:1", "1", "Lecture", minutes: 540, .absent), mark("t:2", "0", "Seminar", minutes: 600, nil),
        ])
        #expect(rows(dataset) == ["1 Lecture 00 a 1", "1 Seminar 10 register 0"])
        dataset.apply([
            mark("t:1", "1", "", minutes: 0, nil), mark("s:1", "1", "", minutes: 0, nil),
            mark("x:y", "5", "", minutes: 0, nil),
        ])
        #expect(dataset.said == before)
    }

    @Test func aMarkFollowsItsStudentToAnotherNumber() {
        var dataset = Dataset(module: "501")
        dataset.apply([mark("s:a", "old", "X", minutes: 1, .attended)])
        dataset.apply([mark("s:a", "new", "X", minutes: 1, .attended)])
        #expect(rows(dataset) == ["new X 20 register 0"])
    }

    @Test func aWholeSchoolOfMarksAtOnce() {
        let marks = (0..<1200).map {
            mark("s\($0 % 3):\($0 / 3)", "\($0 / 3)", "E\($0 % 3)", minutes: Int64($0 % 3), .absent)
        }
        var together = Dataset(module: "501")
        together.apply(marks)
        var oneByOne = Dataset(module: "501")
        for mark in marks.reversed() { oneByOne.apply([mark]) }
        #expect(together.table.count == 1200 && together.said == oneByOne.said)
    }

    @Test func patternsOfTheSchoolDecideTheKinds() throws {
        let export = try Exports.read(row("1", "Ward", "09:00", "yes") + row("1", "Ward 2", "09:05", "yes"))
        var usual = Dataset(module: "501")
        usual.add(export, source: "a")
        var own = Dataset(module: "501", patterns: EventPatterns(study: [], placement: ["ward"]))
        own.add(export, source: "a")
        #expect(usual.accountings["a"]?.kept == 2 && own.accountings["a"]?.checkInsMerged == 1)
    }
}
