import Foundation
import Kernel
import Persistence
import Register
package import Web

extension InsightsStore {
    /// Stores a file and then reads it; it counts from the moment it is recorded, which is the last write.
    /// - Parameter receive: hands all parts of the file over.
    /// - Returns: the import, and whether these bytes were there already.
    /// - Throws: `ReadingError`, `InsightsError`, and what `receive` throws; nothing of the file stays then
    package func importFile(
        _ request: ImportRequest, by caller: Principal,
        receive: @Sendable (ImportArrival) async throws -> Void
    ) async throws -> (stored: StoredImport, isSame: Bool) {
        let arrival = ImportArrival(database: database)
        do {
            try await receive(arrival)
            guard await arrival.size > 0 else { throw ReadingError.emptyFile }
            let zone = try await database.read { try SchoolSettings.current($0).zone }
            let source = await arrival.source
            let content = try await Blocking.run { try ImportReading.read(source, request, zone: zone) }
            let module = try Self.module(request, content)
            let (stored, isSame) = try await record(arrival, content.kind, module, request, by: caller)
            if stored.id != arrival.id {
                try await ImportFiles.remove(arrival.id, database)
            } else if case .attendance(let export) = content {
                await datasets.prepare(export, of: stored)
            }
            return (stored, isSame)
        } catch {
            try? await ImportFiles.remove(arrival.id, database)
            throw error
        }
    }

    /// The user's choice first, then the file's name, then its column. Notes without any hold for every module.
    private static func module(_ request: ImportRequest, _ content: ImportContent) throws -> String {
        if let module = request.module ?? FileName.module(request.name) { return module }
        switch content {
        case .attendance(let export):
            guard let module = export.moduleColumn else { throw InsightsError.moduleNeeded }
            return module
        case .rotation: throw InsightsError.moduleNeeded
        case .notes: return ""
        }
    }

    private func record(
        _ arrival: ImportArrival, _ kind: ImportKind, _ module: String, _ request: ImportRequest, by caller: Principal
    ) async throws -> (StoredImport, Bool) {
        let (id, now) = (arrival.id, clock.now())
        let (size, sha256) = (await arrival.size, await arrival.sha256)
        return try await database.write { tx in
            let module = try Self.spelling(of: module, tx)
            let known = try tx.fetchOne(
                StoredImport.self,
                """
                SELECT \(StoredImport.columns) FROM insight_import
                WHERE module = \(module) AND kind = \(kind) AND sha256 = \(sha256)
                """)
            if let known {
                let order = request.dateOrder ?? known.dateOrder
                if !known.isUndone, order == known.dateOrder { return (known, true) }
                try tx.execute(
                    """
                    UPDATE insight_import SET undone = 0, date_order = \(order), change = \(try tx.nextChange())
                    WHERE id = \(known.id)
                    """)
                return (try Self.stored(known.id, tx), false)
            }
            let change = try tx.nextChange()
            try tx.execute(
                """
                INSERT INTO insight_import (id, kind, name, module, bytes, sha256, date_order, position, imported_at,
                    imported_by, imported_by_name, change)
                VALUES (\(id), \(kind), \(request.name), \(module), \(size), \(sha256), \(request.dateOrder), \(change),
                    \(now), \(caller.userID), \(caller.name), \(change))
                """)
            return (try Self.stored(id, tx), false)
        }
    }

    /// A module's code as its first file writes it, else as the register does, else as given; letter case is ignored.
    static func spelling(of module: String, _ reader: any Reader) throws -> String {
        if module.isEmpty { return module }
        let imported = try reader.text(
            """
            SELECT module FROM insight_import WHERE LOWER(module) = \(module.lowercased()) ORDER BY position LIMIT 1
            """)
        return try imported ?? AttendanceFeed.module(code: module, reader)?.code ?? module
    }

    static func stored(_ id: String, _ reader: any Reader) throws -> StoredImport {
        let found = try reader.fetchOne(
            StoredImport.self, "SELECT \(StoredImport.columns) FROM insight_import WHERE id = \(id)")
        guard let found else { throw InsightsError.unknownImport }
        return found
    }

    package func stored(_ id: String) async throws -> StoredImport {
        try await database.read { try Self.stored(id, $0) }
    }

    /// The latest first, one more than the page holds.
    func imports(module: String?, before position: Int64?, limit: Int) async throws -> [StoredImport] {
        try await database.read { reader in
            let ofModule: SQL = module.map { "LOWER(module) IN (\($0.lowercased()), '')" } ?? "1 = 1"
            let after: SQL = position.map { "position < \($0)" } ?? "1 = 1"
            return try reader.fetchAll(
                StoredImport.self,
                """
                SELECT \(StoredImport.columns) FROM insight_import WHERE \(ofModule) AND \(after)
                ORDER BY position DESC LIMIT \(limit + 1)
                """)
        }
    }

    /// Takes an import out of the analysis, or back in. Its bytes stay.
    /// - Throws: `InsightsError.unknownImport`, `.alreadyUndone`, `.notUndone`
    package func setUndone(_ isUndone: Bool, _ id: String) async throws -> StoredImport {
        try await database.write { tx in
            let known = try Self.stored(id, tx)
            guard known.isUndone != isUndone else {
                throw isUndone ? InsightsError.alreadyUndone : InsightsError.notUndone
            }
            try tx.execute(
                "UPDATE insight_import SET undone = \(isUndone), change = \(try tx.nextChange()) WHERE id = \(id)")
            return try Self.stored(id, tx)
        }
    }

    /// Removes parts of files that never came to their end: those of imports that began a day ago or earlier.
    package func forgetBrokenOffImports() async throws {
        let limit = clock.now().adding(seconds: -86_400)
        let milliseconds = Hex.text((0..<6).map { UInt8(truncatingIfNeeded: limit.milliseconds >> (40 - 8 * $0)) })
        let earliest = milliseconds.prefix(8) + "-" + milliseconds.suffix(4)
        try await database.write { tx in
            try tx.execute(
                """
                DELETE FROM insight_chunk WHERE import_id < \(String(earliest))
                AND import_id NOT IN (SELECT id FROM insight_import)
                """)
        }
    }
}
