import Testing

@testable import Insights

/// 300 modules of one to three dirty files each: what is read must be what they truly say. A failure names its seed; that
/// seed alone as the argument replays it.
struct DirtyFileTests {
    private struct Module {
        let files: [DirtyFile]
        let chunks: [Int]

        init(seed: UInt64) {
            var random = SampleRandom(seed: seed)
            let people = DirtyPerson.people(&random)
            var files: [DirtyFile] = []
            for index in 0..<random.number(1...3) {
                files.append(DirtyFile(index, people: people, earlier: files.flatMap(\.rows), &random))
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

        func dataset(of files: [DirtyFile]) throws -> Dataset {
            var dataset = Dataset(module: "501")
            for file in files { dataset.add(try ExportReader.read(source(file)), source: file.name) }
            return dataset
        }
    }

    @Test(arguments: UInt64(1)...300)
    func everyRowOfDirtyFilesIsAccountedForAndNoneIsMisread(seed: UInt64) throws {
        let module = Module(seed: seed)
        let dataset = try module.dataset(of: module.files)
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
    }

    @Test(arguments: UInt64(1)...300)
    func everyRejectedRowIsNamedByItsNumberAndReason(seed: UInt64) throws {
        let module = Module(seed: seed)
        for file in module.files {
            let problems = try ExportReader.read(module.source(file)).problems
            #expect(problems.map { "\($0.record) \($0.code.rawValue)" }.sorted() == Self.problems(file).sorted())
        }
    }

    @Test(arguments: UInt64(301)...330)
    func undoLeavesNothingOfAFile(seed: UInt64) throws {
        let module = Module(seed: seed)
        for file in module.files {
            var dataset = try module.dataset(of: module.files)
            dataset.remove(source: file.name)
            let without = try module.dataset(of: module.files.filter { $0.name != file.name })
            #expect(Self.rows(dataset.table) == Self.rows(without.table))
            #expect(Self.students(dataset.table) == Self.students(without.table))
            #expect(dataset.accountings == without.accountings)
        }
    }

    private static func problems(_ file: DirtyFile) -> [String] {
        file.rows.enumerated().flatMap { index, row -> [String] in
            if row.isMalformed { return ["\(index + 1) malformed"] }
            if row.id == nil { return ["\(index + 1) blank_student_id"] }
            if row.time == nil { return ["\(index + 1) bad_date"] }
            let odd = Array(repeating: "\(index + 1) unknown_boolean", count: row.oddTokens)
            return odd + (row.isCancelled ? ["\(index + 1) cancelled"] : [])
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
                    kind: table.kind[row])
            }
        }.sorted { "\($0)" < "\($1)" }
    }

    private static func students(_ table: AttendanceTable) -> [Oracle.Student] {
        table.students.map {
            Oracle.Student(id: $0.id, firstName: $0.firstName, surname: $0.surname, adviser: $0.adviser)
        }
    }
}
