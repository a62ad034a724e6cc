import Foundation
import Kernel
import Persistence
import Register

/// What came of a file, with the merges across files as they are now.
struct ImportOutcome: Sendable {
    let stored: StoredImport
    /// Of attendance exports that count.
    var accounting: FileAccounting?
    /// The first rows that are not kept as they stand, in file order.
    var problems: [RowProblem] = []
    var problemCount = 0
    /// Rows of a rotation map or of notes without a student id.
    var skipped: Int?
    var students: Int?
    var firstDay: CivilDate?
    var lastDay: CivilDate?
}

extension InsightsStore {
    /// - Parameter lists: whether the first problems are wanted too.
    func outcome(of stored: StoredImport, problems lists: Bool = true) async throws -> ImportOutcome {
        var outcome = ImportOutcome(stored: stored)
        guard !stored.isUndone else { return outcome }
        switch stored.kind {
        case .attendance:
            let change = try await database.read { try $0.lastChange() }
            let snapshot = try await datasets.snapshot(of: stored.module, atLeast: change)
            guard let place = snapshot.sources.firstIndex(where: { $0.id == stored.id }) else { return outcome }
            let facts = await Blocking.run { ModuleFacts(snapshot.table, source: UInt16(place + 1)) }
            outcome.accounting = snapshot.accountings[stored.id]
            outcome.students = facts.students
            (outcome.firstDay, outcome.lastDay) = (facts.firstDay, facts.lastDay)
            let merged = outcome.accounting.map { $0.duplicatesMerged + $0.checkInsMerged } ?? 0
            outcome.problemCount = (snapshot.problemCounts[stored.id] ?? 0) + merged
            guard lists, outcome.problemCount > 0 else { break }
            outcome.problems = try await datasets.firstProblems(of: stored, atLeast: change)
        case .rotation:
            let source = ImportFiles.source(stored.id, database)
            let map = try await Blocking.run { try RotationReader.read(try source.collect(limit: .max)) }
            (outcome.students, outcome.skipped) = (map.entries.count, map.skipped)
        case .notes:
            let source = ImportFiles.source(stored.id, database)
            let notes = try await Blocking.run { try NotesReader.read(try source.collect(limit: .max)) }
            (outcome.students, outcome.skipped) = (notes.entries.count, notes.skipped)
        }
        return outcome
    }

    /// All of them, read from the file once more, with the rows that joined others, in file order.
    func problems(of stored: StoredImport) async throws -> [RowProblem] {
        guard stored.kind == .attendance else { return [] }
        let (change, zone) = try await database.read { (try $0.lastChange(), try SchoolSettings.current($0).zone) }
        let merged =
            stored.isUndone
            ? [] : try await datasets.mergedRows(of: stored.module, source: stored.id, atLeast: change)
        let source = ImportFiles.source(stored.id, database)
        return try await Blocking.run {
            var options = ImportReading.options(stored.dateOrder, zone: zone)
            options.problemLimit = .max
            let export = try ExportReader.read(source, options: options)
            let joined = merged.map { RowProblem(record: $0.record, line: $0.line, code: $0.code) }
            return (export.problems + joined).sorted { ($0.record, $0.line) < ($1.record, $1.line) }
        }
    }
}
