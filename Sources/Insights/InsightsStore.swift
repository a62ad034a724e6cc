package import Kernel
package import Persistence

/// The analysis of attendance: files that were imported, marks of the register, and what staff note of students. Every write
/// is one transaction; the tables that views are computed from are a cache.
package final class InsightsStore: Sendable {
    let database: Database
    let clock: WallClock
    let datasets: DatasetCache

    package init(database: Database, clock: WallClock = .system) {
        self.database = database
        self.clock = clock
        datasets = DatasetCache(database: database)
    }
}
