import Kernel
import Persistence
import Sync
package import Web

/// A file and what its sender said about it.
package struct ImportRequest: Sendable {
    package let bytes: [UInt8]
    /// nil: told from the content.
    package let kind: ImportKind?
    package let fileName: String?
    package let module: String?
    /// Id or name.
    package let group: String?

    package init(
        _ bytes: [UInt8], kind: ImportKind? = nil, fileName: String? = nil, module: String? = nil, group: String? = nil
    ) {
        self.bytes = bytes
        self.kind = kind
        self.fileName = fileName
        self.module = module
        self.group = group
    }
}

extension RegisterStore {
    /// What the import would do, down to the row; nothing is written.
    /// - Throws: `ImportError`, `CSVError`, `DocumentError`
    package func previewImport(_ request: ImportRequest, by caller: Principal) async throws -> ImportReport {
        let now = clock.now()
        return try await database.read { reader in
            let reading = try Self.read(request, reader)
            let changes = try Self.reconcile(reading, reader, now: now)
            return Self.report(request, reading, changes, id: nil, by: caller, at: now)
        }
    }

    /// Reads a file and brings in what it says, in one transaction; the report is kept with the import.
    package func commitImport(_ request: ImportRequest, by caller: Principal) async throws -> ImportReport {
        let now = clock.now()
        let id = Identifier.v7()
        // The file is read on a reader's thread: the one writer waits for nobody's spreadsheet.
        let reading = try await database.read { try Self.read(request, $0) }
        return try await database.write { tx in
            var changes = try Self.reconcile(reading, tx, now: now)
            let undo = try self.write(&changes, import: id, by: caller, tx)
            let report = Self.report(request, reading, changes, id: id, by: caller, at: now)
            try tx.execute(
                """
                INSERT INTO import (id, kind, file_name, file_hash, report, undo, created_at, created_by, created_by_name)
                VALUES (\(id), \(reading.kind.rawValue), \(request.fileName ?? ""), \(report.file.sha256),
                    \(try StoredJSON.text(report)), \(try StoredJSON.text(undo)), \(now), \(caller.userID), \(caller.name))
                """)
            return report
        }
    }

    private static func read(_ request: ImportRequest, _ reader: any Reader) throws -> ImportReading {
        var context = try ImportContext.current(
            reader, fileName: request.fileName, module: request.module, group: request.group)
        if request.kind == nil || request.kind == .attendance {
            let module = context.module ?? AttendanceReader.moduleCode(ofFile: request.fileName)
            try context.loadTitles(reader, module: module)
        }
        return try ImportReading.read(request.bytes, kind: request.kind, context)
    }

    private static func reconcile(
        _ reading: ImportReading, _ reader: any Reader, now: Instant
    ) throws -> ImportChanges {
        let school = try SchoolSettings.current(reader)
        return try Reconciliation.run(
            reading.plan, reader, today: school.today(at: now), timezone: school.timezone)
    }

    /// Roster first, then sessions, and the marks as operations of the import as a device, so that the history has them.
    private func write(
        _ changes: inout ImportChanges, import id: String, by caller: Principal, _ tx: any Transaction
    ) throws -> ImportUndo {
        let change = try tx.nextChange()
        try tx.write(changes.modules.written, change: change)
        try tx.write(changes.groups.written, change: change)
        try tx.write(changes.people.written, change: change)
        try tx.write(changes.enrolments.written, change: change)
        for session in changes.sessions { try tx.execute(session.upsert(change: change)) }
        let replaced = try replacedMarks(changes.marks, tx)
        try writeMarks(&changes, import: id, by: caller, tx)
        return ImportUndo(
            people: .init(changes.people), modules: .init(changes.modules),
            groups: .init(changes.groups),
            enrolments: .init(changes.enrolments),
            sessions: .init(created: changes.createdSessions, replaced: changes.replacedSessions), marks: replaced)
    }

    private func replacedMarks(_ marks: [MarkChange], _ tx: any Transaction) throws -> [ImportUndo.ReplacedMark] {
        let keys = Set(marks.filter { $0.seen != nil }.map(\.key))
        let rows = try inParts(Set(keys.map(\.session)).sorted()) { ids in
            try tx.fetchAll("SELECT \(MarkRecord.columns) FROM mark WHERE session_id IN \(list: ids)").map(
                MarkRecord.init)
        }
        return rows.compactMap { mark in
            guard keys.contains(mark.key), let status = mark.status else { return nil }
            return .init(key: mark.key.description, status: status, device: mark.deviceID)
        }
    }

    private func writeMarks(
        _ changes: inout ImportChanges, import id: String, by caller: Principal, _ tx: any Transaction
    ) throws {
        var pen = ImportPen(import: id, author: caller.userID, now: clock.now())
        let states = try stateVersions(changes.reopened.union(changes.closed), tx)
        let opening = changes.reopened.sorted().map { session in
            pen.write(.session, session, ["state": .string(SessionState.open.rawValue)], seen: states[session])
        }
        try push(opening, by: caller, tx)
        let marks = changes.marks.map { mark in
            pen.write(
                .mark, mark.key.description, ["status": .string(mark.status.rawValue)],
                seen: mark.seen.map { ["status": $0] })
        }
        let verdicts = try push(marks, by: caller, tx)
        for (mark, verdict) in zip(changes.marks, verdicts) where verdict.kind != .applied {
            let problem = RowProblem(
                "status", verdict.code ?? verdict.kind.rawValue, verdict.message ?? "The mark was not taken.")
            changes.rows[mark.row].fate = .refused(problem)
        }
        let reopened = try stateVersions(changes.closed, tx)
        let closing = changes.closed.sorted().map { session in
            pen.write(.session, session, ["state": .string(SessionState.closed.rawValue)], seen: reopened[session])
        }
        try push(closing, by: caller, tx)
    }

    /// What is seen of the state of sessions, so that the import's own operations apply to what is there.
    private func stateVersions(_ ids: Set<String>, _ tx: any Transaction) throws -> [String: [String: String]] {
        let sessions = try inParts(ids.sorted()) { ids in
            try tx.fetchAll("SELECT \(SessionRecord.columns) FROM session WHERE id IN \(list: ids)").map(
                SessionRecord.init)
        }
        var seen: [String: [String: String]] = [:]
        for session in sessions {
            if let version = session.fields.versions["state"] { seen[session.id] = ["state": version.operation] }
        }
        return seen
    }

    @discardableResult
    func push(_ operations: [Operation], by caller: Principal, _ tx: any Transaction) throws -> [Verdict] {
        try stride(from: 0, to: operations.count, by: 1_000).flatMap { start in
            let part = Array(operations[start..<min(start + 1_000, operations.count)])
            return try apply(part, by: caller, as: .server, in: tx).verdicts
        }
    }

    static func report(
        _ request: ImportRequest, _ reading: ImportReading, _ changes: ImportChanges, id: String?, by caller: Principal,
        at now: Instant
    ) -> ImportReport {
        ImportReport(
            id: id, preview: id == nil, kind: reading.kind, explanation: reading.explanation,
            file: .init(
                name: request.fileName, bytes: request.bytes.count, sha256: Digest.sha256Hex(request.bytes),
                encoding: reading.encoding, delimiter: reading.delimiter),
            rows: changes.rowCounts, records: changes.recordCounts, findings: ImportReport.findings(changes.rows),
            notes: changes.notes, at: now, by: caller.userID, byName: caller.name)
    }
}

/// Writes the operations of an import: its id is the device, each has a later stamp than the one before.
struct ImportPen {
    private let author: String
    private let now: Instant
    private var clock: HybridClock

    init(import id: String, author: String, now: Instant) {
        self.author = author
        self.now = now
        clock = HybridClock(device: id)
    }

    mutating func write(
        _ entity: Operation.Entity, _ key: String, _ fields: [String: JSONValue], seen: [String: String]? = nil,
        reason: String? = nil
    ) -> Operation {
        Operation(
            id: Identifier.v7(), seq: 0, entity: entity, key: key, fields: fields, seen: seen ?? [:],
            stamp: clock.tick(now: now), capturedAt: now, author: author, reason: reason)
    }
}
