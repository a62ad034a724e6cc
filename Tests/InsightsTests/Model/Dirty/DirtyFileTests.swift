import Kernel
import Testing

@testable import Insights

/// 300 modules of one to three dirty files each: what is read must be what they truly say. A failure names its seed; that
/// seed alone as the argument replays it.
struct DirtyFileTests {
    private struct Module {
        let files: [DirtyFile]
        let chunks: [Int]

        init(seed: UInt64) {
            var random = SeededRandom(seed: seed)
            let isWide = random.chance(0.4)
            let people = DirtyPerson.people(isWide: isWide, &random)
            let encodings = DirtyText.Encoding.allCases.filter { !isWide || $0 != .windows1252 }
            var files: [DirtyFile] = []
            for index in 0..<random.number(1...3) {
                files.append(
                    DirtyFile(
                        index, people: people, encodings: encodings, earlier: files.flatMap(\.rows), &random))
            }
            self.files = files
            chunks = (0..<8).map { _ in random.one(of: [1, 2, 7, 64, 1000, 65_536]) }
        }

        /// Bytes come in pieces of changing sizes, as they do from a disk or a network.
        func source(_ file: DirtyFile) -> ByteSource {
            ByteSource { [bytes = file.bytes, chunks] body in
                var (position, turn) = (0, 0)
                while position < bytes.count {
                    let end = min(bytes.count, position + chunks[turn % chunks.count])
                    try bytes[position..<end].withUnsafeBytes(body)
                    (position, turn) = (end, turn + 1)
                }
            }
        }

        func exports() throws -> [(source: String, export: ReadExport)] {
            try files.map { ($0.name, try ExportReader.read(source($0))) }
        }

        static func dataset(of exports: [(source: String, export: ReadExport)]) -> Dataset {
            var dataset = Dataset(module: "501")
            for (source, export) in exports { dataset.add(export, source: source) }
            return dataset
        }
    }

    @Test(arguments: UInt64(1)...300)
    func everyRowOfDirtyFilesIsAccountedForAndNoneIsMisread(seed: UInt64) throws {
        let module = Module(seed: seed)
        let exports = try module.exports()
        let dataset = Module.dataset(of: exports)
        let truth = Oracle(module.files.flatMap(\.rows))

        let accounts = module.files.compactMap { dataset.accountings[$0.name] }
        #expect(accounts.count == module.files.count)
        #expect(Self.counts(FileAccounting.sum(accounts)) == truth.counts.filter { $0.value > 0 })
        #expect(Self.rows(dataset.table) == truth.kept.sorted { "\($0)" < "\($1)" })
        #expect(Self.students(dataset.table) == truth.students)
        for (file, account) in zip(module.files, accounts) {
            #expect(account.isBalanced)
            #expect(account.encoding == file.encoding)
            #expect(account.delimiter == file.delimiter)
        }
        for (file, (_, export)) in zip(module.files, exports) {
            let problems = export.problems.map { "\($0.record) \($0.line) \($0.code.rawValue)" }
            #expect(problems.sorted() == Self.problems(file).sorted())
        }
        #expect(Self.misplaced(dataset, module.files) == [])
    }

    /// Kept rows that do not lead back to a record of that student and time.
    private static func misplaced(_ dataset: Dataset, _ files: [DirtyFile]) -> [String] {
        let table = dataset.table
        return table.students.indices.flatMap { student in
            table.rows(of: student).compactMap { row -> String? in
                let file = files[Int(table.source[row]) - 1]
                let truth = file.rows[Int(table.record[row]) - 1]
                let isSame = truth.id == table.students[student].id && truth.time?.local == Int(table.time[row])
                return isSame ? nil : "\(file.name) \(table.record[row])"
            }
        }
    }

    @Test(arguments: UInt64(301)...330)
    func undoLeavesNothingOfAFile(seed: UInt64) throws {
        let exports = try Module(seed: seed).exports()
        for (source, _) in exports {
            var dataset = Module.dataset(of: exports)
            dataset.remove(source: source)
            let without = Module.dataset(of: exports.filter { $0.source != source })
            #expect(Self.rows(dataset.table) == Self.rows(without.table))
            #expect(Self.students(dataset.table) == Self.students(without.table))
            #expect(dataset.accountings == without.accountings)
        }
    }

    private static func problems(_ file: DirtyFile) -> [String] {
        zip(file.rows, file.lines).enumerated().flatMap { index, record -> [String] in
            let (row, line) = record
            let codes: [String]
            if row.isMalformed {
                codes = ["malformed"]
            } else if row.id == nil {
                codes = ["blank_student_id"]
            } else if row.time == nil {
                codes = ["bad_date"]
            } else {
                codes =
                    Array(repeating: "unknown_boolean", count: row.oddTokens) + (row.isCancelled ? ["cancelled"] : [])
            }
            return codes.map { "\(index + 1) \(line) \($0)" }
        }
    }

    private static func counts(_ account: FileAccounting) -> [String: Int] {
        [
            "rows": account.rows, "malformed": account.malformed, "blankStudentId": account.blankStudentId,
            "badDate": account.badDate, "cancelled": account.cancelled, "duplicatesMerged": account.duplicatesMerged,
            "checkInsMerged": account.checkInsMerged, "unknownBooleans": account.unknownBooleans,
            "kept": account.kept, "study": account.study,
        ].filter { $0.value > 0 }
    }

    private static func rows(_ table: AttendanceTable) -> [Oracle.Row] {
        table.students.indices.flatMap { student in
            table.rows(of: student).map { row in
                Oracle.Row(
                    student: table.students[student].id, time: Int(table.time[row]), status: table.status[row],
                    kind: table.kind[row], event: table.texts[Int(table.description[row])].lowercased())
            }
        }.sorted { "\($0)" < "\($1)" }
    }

    private static func students(_ table: AttendanceTable) -> [Oracle.Student] {
        table.students.map {
            Oracle.Student(id: $0.id, firstName: $0.firstName, surname: $0.surname, adviser: $0.adviser)
        }
    }
}
