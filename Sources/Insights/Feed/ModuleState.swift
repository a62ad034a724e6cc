import Foundation
import Kernel
import Persistence
import Register

/// What the database says of a module at one change number: which files count, what the register has, and the settings.
struct ModuleState: Sendable {
    let change: Int64
    let title: String?
    /// Id of the module in the register.
    let registerID: String?
    /// In the order of their import.
    let exports: [StoredImport]
    let rotations: [StoredImport]
    let notes: [StoredImport]
    let settings: InsightsSettings
    let zone: TimeZone
    /// Rows of the register: all of them, or of `affected` only.
    let rows: AttendanceFeed.Rows
    /// nil: all
    let affected: AttendanceFeed.Affected?
    var isRegisterUnchanged: Bool { affected?.isEmpty ?? false }

    /// - Parameter known: the change up to which the register's rows are known, and the module's id there.
    static func read(
        _ module: String, after known: (change: Int64, registerID: String?)?, _ reader: any Reader
    ) throws -> ModuleState {
        let change = try reader.lastChange()
        let imports = try reader.fetchAll(
            StoredImport.self,
            """
            SELECT \(StoredImport.columns) FROM insight_import WHERE module IN (\(module), '') AND undone = 0
            ORDER BY position
            """)
        let register = try AttendanceFeed.module(code: module, reader)
        var affected: AttendanceFeed.Affected?
        var rows: AttendanceFeed.Rows = [:]
        if let id = register?.id {
            if let known, known.registerID == id {
                affected = try AttendanceFeed.affected(module: id, after: known.change, reader)
            }
            if affected?.isEmpty != true { rows = try AttendanceFeed.rows(module: id, of: affected, reader) }
        } else if let known, known.registerID == nil {
            affected = AttendanceFeed.Affected()
        }
        return ModuleState(
            change: change, title: register?.title, registerID: register?.id,
            exports: imports.filter { $0.kind == .attendance }, rotations: imports.filter { $0.kind == .rotation },
            notes: imports.filter { $0.kind == .notes }, settings: try InsightsSettings.current(reader),
            zone: try SchoolSettings.current(reader).zone, rows: rows, affected: affected)
    }
}
