import Foundation

/// A module as views read it: values that stay as they are while the next ones are made.
package struct ModuleSnapshot: Sendable {
    package let module: String
    /// The register's; nil when it does not know the module.
    package let title: String?
    /// The change of the database up to which everything is in.
    package internal(set) var change: Int64
    package let cohort: Cohort
    /// By the id of the import.
    package let accountings: [String: FileAccounting]
    /// By the id of the import: rows and cells that its reader complained of; merges come on top.
    let problemCounts: [String: Int]
    /// As `AttendanceTable.source` counts them: source n is the import at n - 1; 0 is the register.
    package let sources: [StoredImport]
    /// Rows that the register has, merged ones included.
    package let marks: Int
    package let settings: InsightsSettings
    let zone: TimeZone

    package var table: AttendanceTable { cohort.table }
}
