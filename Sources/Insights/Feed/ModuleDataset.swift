import Foundation
import Kernel
import Persistence
import Register

/// The dataset of one module, brought up to the database whenever somebody asks. One refresh at a time; whoever comes
/// meanwhile gets its result if that is new enough.
actor ModuleDataset {
    private let module: String
    private let database: Database
    private let executor = QueueExecutor("rounds.insights.dataset")

    private var dataset: Dataset?
    private var register = RegisterRows()
    private var registerID: String?
    private var context: ModuleContext
    /// The files that `context` was read from.
    private var contextFiles: [StoredImport] = []
    private var prepared: [String: ReadExport] = [:]
    /// The first problems of each import, as its reader found them.
    private var problems: [String: [RowProblem]] = [:]
    private var problemCounts: [String: Int] = [:]
    static let shownProblems = 100
    private var current: ModuleSnapshot?
    private var running: Task<Void, any Error>?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(module: String, database: Database) {
        (self.module, self.database) = (module, database)
        context = ModuleContext(module: module)
    }

    /// - Parameter change: everything committed up to it is in.
    func snapshot(atLeast change: Int64) async throws -> ModuleSnapshot {
        while true {
            if let current, current.change >= change { return current }
            let task = running ?? Task { try await self.refresh() }
            running = task
            try await task.value
        }
    }

    /// An export that was read already, for the refresh that finds it among the imports.
    func prepare(_ export: ReadExport, of stored: StoredImport) { prepared[stored.id] = export }

    /// Forgets everything but the name; the next snapshot is made from the database.
    /// - Returns: whether it could be forgotten now
    func drop() -> Bool {
        guard running == nil else { return false }
        (dataset, current, prepared) = (nil, nil, [:])
        register = RegisterRows()
        registerID = nil
        return true
    }

    /// Rows of an import that joined others, in file order.
    func mergedRows(of source: String, atLeast change: Int64) async throws -> [MergedRow] {
        _ = try await snapshot(atLeast: change)
        return dataset?.mergedRows(source: source) ?? []
    }

    /// The first rows of an import that are not kept as they stand, those that joined others among them, in file order.
    func firstProblems(of source: String, atLeast change: Int64) async throws -> [RowProblem] {
        let merged = try await mergedRows(of: source, atLeast: change).prefix(Self.shownProblems)
        let joined = merged.map { RowProblem(record: $0.record, line: $0.line, code: $0.code) }
        let all = ((problems[source] ?? []) + joined).sorted { ($0.record, $0.line) < ($1.record, $1.line) }
        return Array(all.prefix(Self.shownProblems))
    }

    private func refresh() async throws {
        defer { running = nil }
        let known = current.map { (change: $0.change, registerID: registerID) }
        let state = try await database.read { [module] in try ModuleState.read(module, after: known, $0) }
        if current == nil || !isUnchanged(state) { try update(to: state) }
        current?.change = state.change
    }

    private func isUnchanged(_ state: ModuleState) -> Bool {
        guard let current else { return false }
        return state.isRegisterUnchanged && state.exports == current.sources && state.settings == current.settings
            && state.zone == current.zone && state.title == current.title
            && state.rotations + state.notes == contextFiles
    }

    private func update(to state: ModuleState) throws {
        let before = current?.sources ?? []
        let (settings, zone) = (current?.settings.patterns, current?.zone)
        // A file that comes back before others, or is read otherwise now, changes what "first" means for the rest.
        let kept = state.exports.prefix { before.contains($0) }
        let isFresh =
            dataset == nil || settings != state.settings.patterns || zone != state.zone
            || state.exports.dropFirst(kept.count).contains { before.contains($0) }
            || before.contains { old in state.exports.contains { $0.id == old.id && $0 != old } }
        var dataset = (isFresh ? nil : self.dataset) ?? Dataset(module: module, patterns: state.settings.eventPatterns)
        // While it is built it must not be held twice, or every change would copy it.
        self.dataset = nil
        // Whatever fails from here on, the next refresh starts from nothing.
        current = nil
        if isFresh {
            let rows = register.known
            register = RegisterRows(patterns: state.settings.eventPatterns)
            let all = state.affected == nil ? [:] : rows
            dataset.apply(register.replace(with: all, of: nil))
        }
        for gone in dataset.sources where !state.exports.contains(where: { $0.id == gone }) {
            dataset.remove(source: gone)
        }
        let missing = state.exports.filter { !dataset.sources.contains($0.id) }
        if !missing.isEmpty { dataset.add(try missing.map { ($0.id, try export($0, state.zone)) }) }
        problems = problems.filter { source, _ in state.exports.contains { $0.id == source } }
        if !state.isRegisterUnchanged {
            dataset.apply(register.replace(with: state.rows, of: state.affected))
        }
        registerID = state.registerID
        prepared = [:]
        try readContext(state)
        let table = dataset.table
        current = ModuleSnapshot(
            module: module, title: state.title, change: state.change, cohort: Cohort(table, contextWithAddresses()),
            accountings: dataset.accountings, problemCounts: problemCounts, sources: state.exports,
            marks: dataset.registerRows,
            settings: state.settings, zone: state.zone)
        self.dataset = dataset
    }

    private func export(_ stored: StoredImport, _ zone: TimeZone) throws -> ReadExport {
        let export =
            try prepared.removeValue(forKey: stored.id)
            ?? ExportReader.read(
                ImportFiles.source(stored.id, database), options: ImportReading.options(stored.dateOrder, zone: zone))
        problems[stored.id] = Array(export.problems.prefix(Self.shownProblems))
        problemCounts[stored.id] = export.problemCount
        return export
    }

    /// Of several maps or notes the later ones win, student by student.
    private func readContext(_ state: ModuleState) throws {
        let files = state.rotations + state.notes
        guard files != contextFiles else { return }
        var context = ModuleContext(module: module)
        for stored in state.rotations {
            let bytes = try ImportFiles.source(stored.id, database).collect(limit: .max)
            let map = try RotationReader.read(bytes)
            var sum = context.rotation ?? RotationMap()
            sum.entries.merge(map.entries) { $1 }
            sum.skipped += map.skipped
            context.rotation = sum
        }
        for stored in state.notes {
            let bytes = try ImportFiles.source(stored.id, database).collect(limit: .max)
            context.notes.merge(try NotesReader.read(bytes).entries) { $1 }
        }
        self.context = context
        contextFiles = files
    }

    /// E-mail addresses of the register for those whose address the notes do not have.
    private func contextWithAddresses() -> ModuleContext {
        var context = context
        for students in register.known.values {
            for row in students.values {
                guard let email = row.student.email else { continue }
                var note = context.notes[row.student.number] ?? StudentNote()
                note.email = note.email ?? email
                context.notes[row.student.number] = note
            }
        }
        return context
    }
}
