import Persistence
import Synchronization

/// The datasets in memory, by module. The database is never older than what is answered: a caller reads the change number
/// first and gets a dataset of at least that change, whichever server made it.
final class DatasetCache: Sendable {
    /// Rows of all datasets together, at about 120 bytes each; the one that was longest not asked for goes first. The one
    /// that is asked for stays, whatever its size.
    static let mostRows = 4_000_000

    private struct Entry {
        let dataset: ModuleDataset
        var rows = 0
        var lastUse = 0
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var uses = 0
    }

    private let database: Database
    private let mostRows: Int
    private let state = Mutex(State())

    init(database: Database, mostRows: Int = DatasetCache.mostRows) {
        (self.database, self.mostRows) = (database, mostRows)
    }

    /// - Parameter module: the spelling of `InsightsStore.spelling`
    func snapshot(of module: String, atLeast change: Int64) async throws -> ModuleSnapshot {
        let snapshot = try await dataset(module).snapshot(atLeast: change)
        for other in excess(after: module, rows: snapshot.table.count) where await other.dataset.drop() {
            state.withLock { $0.entries[other.module]?.rows = 0 }
        }
        return snapshot
    }

    func mergedRows(of module: String, source: String, atLeast change: Int64) async throws -> [MergedRow] {
        try await dataset(module).mergedRows(of: source, atLeast: change)
    }

    func firstProblems(of stored: StoredImport, atLeast change: Int64) async throws -> [RowProblem] {
        try await dataset(stored.module).firstProblems(of: stored.id, atLeast: change)
    }

    func prepare(_ export: ReadExport, of stored: StoredImport) async {
        await dataset(stored.module).prepare(export, of: stored)
    }

    /// Rows held now.
    var rows: Int { state.withLock { $0.entries.values.reduce(0) { $0 + $1.rows } } }

    private func dataset(_ module: String) -> ModuleDataset {
        state.withLock { state in
            if let entry = state.entries[module] { return entry.dataset }
            let dataset = ModuleDataset(module: module, database: database)
            state.entries[module] = Entry(dataset: dataset)
            return dataset
        }
    }

    private func excess(after module: String, rows: Int) -> [(module: String, dataset: ModuleDataset)] {
        state.withLock { state in
            state.uses += 1
            state.entries[module]?.rows = rows
            state.entries[module]?.lastUse = state.uses
            var total = state.entries.values.reduce(0) { $0 + $1.rows }
            var found: [(module: String, dataset: ModuleDataset)] = []
            for (name, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse })
            where total > mostRows && name != module && entry.rows > 0 {
                total -= entry.rows
                found.append((name, entry.dataset))
            }
            return found
        }
    }
}
