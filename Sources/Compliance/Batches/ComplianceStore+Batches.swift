import Documents
import Foundation
import Kernel
import Persistence

struct BatchRow: Decodable, Sendable {
    let id: String
    let owner: String
    let sealedName: [UInt8]
    let at: Instant
    let total: Int
    let done: Int
    let failed: Int

    /// An item is done when its note is analysed, and failed when it was refused or its analysis has failed.
    static let columns: SQL = """
        id, owner, sealed_name, at,
        (SELECT COUNT(*) FROM compliance_batch_item WHERE batch_id = compliance_batch.id) AS total,
        (SELECT COUNT(*) FROM compliance_batch_item JOIN compliance_document ON compliance_document.id = document_id
            WHERE batch_id = compliance_batch.id AND state = 'ready') AS done,
        (SELECT COUNT(*) FROM compliance_batch_item
            LEFT JOIN compliance_document ON compliance_document.id = document_id
            WHERE batch_id = compliance_batch.id
                AND (compliance_batch_item.error_code IS NOT NULL OR state = 'failed')) AS failed
        """

    static func find(_ id: String, of owner: String, _ reader: any Reader) throws -> BatchRow {
        let found = try reader.fetchOne(
            BatchRow.self, "SELECT \(columns) FROM compliance_batch WHERE id = \(id) AND owner = \(owner)")
        guard let found else { throw ComplianceError.unknownBatch }
        return found
    }
}

struct BatchItemRow: Decodable, Sendable {
    let position: Int
    let sealedName: [UInt8]
    let documentId: String?
    let errorCode: String?
    let message: String?
}

/// A month of notes in a ZIP archive: each is a note with a job of its own, and one that is refused says why in its place.
extension ComplianceStore {
    static let batchMegabytes = 128
    static let batchFiles = 500

    /// - Throws: `ComplianceError`: empty, corrupt, encrypted, expansionLimit, tooManyFiles, unsupportedFile
    func addBatch(_ bytes: [UInt8], name: String?, options: AnalysisOptions, by actor: Actor) async throws -> String {
        let archive = try await Blocking.run { try Self.archive(bytes) }
        let files = archive.entries.filter { Self.isNote($0.name) }
        guard !files.isEmpty else { throw ComplianceError.empty }
        guard files.count <= Self.batchFiles else { throw ComplianceError.tooManyFiles(limit: Self.batchFiles) }
        let id = Identifier.v7()
        let now = clock.now()
        _ = try NoteName.cleaned(name)
        // what an archive is called may name somebody, and no single note of it could tell
        let shown = files.count == 1 ? "Batch of 1 file" : "Batch of \(files.count) files"
        let sealedName = try vault.seal(shown, in: "compliance_batch/\(id)")
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO compliance_batch (id, owner, sealed_name, at)
                VALUES (\(id), \(actor.userID), \(sealedName), \(now))
                """)
            try tx.audit(actor.entry("batch.add", "batch/\(id)"), at: now)
        }
        for (position, file) in files.enumerated() {
            try await addItem(file, position, of: id, archive, options, actor)
        }
        return id
    }

    private static func archive(_ bytes: [UInt8]) throws -> ZipArchive {
        guard !bytes.isEmpty else { throw ComplianceError.empty }
        guard ZipArchive.looksLike(bytes) else { throw ComplianceError.unsupportedFile }
        var limits = ZipArchive.Limits()
        limits.entries = 5_000
        limits.total = 1 << 30
        limits.part = Intake.largest << 20
        limits.listsNamesOutside = true
        do {
            return try ZipArchive(bytes, limits: limits)
        } catch DocumentError.zipEncrypted {
            throw ComplianceError.encrypted
        } catch DocumentError.tooLarge {
            throw ComplianceError.expansionLimit
        } catch is DocumentError {
            throw ComplianceError.corrupt
        }
    }

    /// Neither of the program that packed it nor hidden.
    private static func isNote(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return !parts.contains { $0.hasPrefix(".") && $0 != ".." || $0 == "__MACOSX" } && parts.last != "Thumbs.db"
    }

    private func addItem(
        _ file: ZipArchive.Entry, _ position: Int, of batch: String, _ archive: ZipArchive, _ options: AnalysisOptions,
        _ actor: Actor
    ) async throws {
        var document: String?
        var failure: (any Failure)?
        let name = file.name
        do {
            guard !file.isOutside else { throw ComplianceError.nameOutside }
            guard let bytes = try await Blocking.run({ try archive.read(name) }) else { throw ComplianceError.corrupt }
            document = try await add(
                file: bytes, name: name, options: options, episode: nil, batch: batch, by: actor
            ).note.id
        } catch let error as DocumentError {
            if case .tooLarge = error {
                failure = ComplianceError.expansionLimit
            } else {
                failure = ComplianceError.corrupt
            }
        } catch let error as any Failure where error.kind.status < 500 {
            failure = error
        }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let shown = NoteName.neutral(last, "File \(position + 1)")
        let sealed = try vault.seal(shown, in: "compliance_batch/\(batch)/\(position)")
        try await database.write { [document, failure] tx in
            try tx.execute(
                """
                INSERT INTO compliance_batch_item (batch_id, position, sealed_name, document_id, error_code, message)
                VALUES (\(batch), \(position), \(sealed), \(document), \(failure?.code), \(failure?.sentence))
                """)
        }
    }

    func batches(of caller: String) async throws -> [BatchRow] {
        try await database.read { reader in
            try reader.fetchAll(
                BatchRow.self,
                """
                SELECT \(BatchRow.columns) FROM compliance_batch WHERE owner = \(caller)
                ORDER BY id DESC LIMIT 200
                """)
        }
    }

    func batch(
        _ id: String, of caller: String
    ) async throws -> (row: BatchRow, items: [BatchItemRow], notes: [String: NoteRow]) {
        try await database.read { reader in
            let row = try BatchRow.find(id, of: caller, reader)
            let items = try reader.fetchAll(
                BatchItemRow.self,
                """
                SELECT position, sealed_name, document_id, error_code, message FROM compliance_batch_item
                WHERE batch_id = \(id) ORDER BY position
                """)
            let notes = try reader.fetchAll(
                NoteRow.self,
                """
                SELECT \(NoteRow.columns) FROM compliance_document
                WHERE batch = \(id) AND owner = \(caller) AND deleted_at IS NULL
                """)
            return (row, items, Dictionary(uniqueKeysWithValues: notes.map { ($0.id, $0) }))
        }
    }

    func name(of row: BatchRow) throws -> String { try vault.text(row.sealedName, in: "compliance_batch/\(row.id)") }

    func name(of item: BatchItemRow, in batch: String) throws -> String {
        try vault.text(item.sealedName, in: "compliance_batch/\(batch)/\(item.position)")
    }
}
