import Foundation
import Jobs
import Kernel
import Persistence

/// Which of one's own notes a list shows.
struct NoteFilter: Sendable {
    var state: NoteState?
    var type: NoteType?
    var discipline: Discipline?
    /// A rule that is violated.
    var rule: String?
    var text: String?
    var from: Instant?
    var to: Instant?
}

extension ComplianceStore {
    /// How long a deleted note can be brought back.
    static let undoDays = 7

    /// A note of the caller that is not deleted.
    package func note(_ id: String, of caller: String, deleted: Bool = false) async throws -> NoteRow {
        try await database.read { try NoteRow.find(id, of: caller, deleted: deleted, $0) }
    }

    /// The caller's notes, the newest first.
    /// - Parameter before: the id of the last one of the page before
    func notes(
        _ filter: NoteFilter, of caller: String, before: String?, limit: Int
    ) async throws -> [(row: NoteRow, name: NoteName)] {
        var found: [(NoteRow, NoteName)] = []
        var before = before
        while found.count < limit {
            // names are sealed, so a search by name looks at them one by one
            let rows = try await rows(filter, of: caller, before: before, limit: max(limit, 200))
            for row in rows {
                let name = try name(of: row)
                if let text = filter.text, !name.shown.localizedStandardContains(text) { continue }
                found.append((row, name))
                if found.count == limit { break }
            }
            guard rows.count == max(limit, 200) else { break }
            before = rows.last?.id
        }
        return found
    }

    private func rows(
        _ filter: NoteFilter, of caller: String, before: String?, limit: Int
    ) async throws -> [NoteRow] {
        try await database.read { reader in
            var sql: SQL = """
                SELECT \(NoteRow.columns) FROM compliance_document WHERE owner = \(caller) AND deleted_at IS NULL
                """
            if let before { sql += " AND id < \(before)" }
            if let state = filter.state { sql += " AND state = \(state)" }
            if let type = filter.type { sql += " AND note_type = \(type)" }
            if let discipline = filter.discipline { sql += " AND discipline = \(discipline)" }
            if let from = filter.from { sql += " AND created_at >= \(from)" }
            if let to = filter.to { sql += " AND created_at < \(to)" }
            if let rule = filter.rule {
                sql += """
                     AND EXISTS (SELECT 1 FROM compliance_outcome WHERE document_id = compliance_document.id
                        AND rule = \(rule) AND status = \(FindingStatus.violated))
                    """
            }
            return try reader.fetchAll(NoteRow.self, sql + " ORDER BY id DESC LIMIT \(limit)")
        }
    }

    /// Gives a note another name or episode.
    func change(_ id: String, name: String??, episode: String??, by actor: Actor) async throws {
        let now = clock.now()
        let note = try await note(id, of: actor.userID)
        var newName: NoteName?
        if let name {
            let given = try NoteName.cleaned(name)
            let source = try await original(of: note)
            let shown = try given.map { LoneNames(try analyser.masked($0, about: source)).masked }
            newName = NoteName(given: note.state == .ready ? nil : given, shown: shown ?? NoteName.pasted)
        }
        let sealed = try newName.map { try seal($0, of: id) }
        try await database.write { tx in
            let note = try NoteRow.find(id, of: actor.userID, tx)
            if let sealed {
                try tx.execute(
                    """
                    UPDATE compliance_document SET sealed_name = \(sealed), change = \(try tx.nextChange())
                    WHERE id = \(id)
                    """)
            }
            if let episode {
                if let episode { _ = try EpisodeRow.find(episode, of: actor.userID, tx) }
                try tx.execute(
                    "UPDATE compliance_document SET episode = \(episode), change = \(try tx.nextChange()) WHERE id = \(id)"
                )
            }
            try tx.audit(actor.entry("document.change", note.resource), at: now)
        }
        // replacements are numbered, and days counted, through the whole of an episode
        let isMoved = episode.map { $0 != note.episode } ?? false
        if isMoved, note.state == .ready, note.hasOriginal {
            _ = try await analyseAgain(id, options: note.options.value, by: actor)
        }
    }

    func delete(_ id: String, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { [jobs] tx in
            let note = try NoteRow.find(id, of: actor.userID, tx)
            try jobs.cancel(subject: id, in: tx)
            try tx.execute(
                "UPDATE compliance_document SET deleted_at = \(now), change = \(try tx.nextChange()) WHERE id = \(id)")
            try tx.audit(actor.entry("document.delete", note.resource), at: now)
        }
    }

    /// - Throws: `ComplianceError.nothingToRestore` when its time is over
    func restore(_ id: String, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { [jobs] tx in
            let note: NoteRow
            do {
                note = try NoteRow.find(id, of: actor.userID, deleted: true, tx)
            } catch ComplianceError.unknownDocument {
                throw ComplianceError.nothingToRestore
            }
            guard let deletedAt = note.deletedAt, deletedAt > Self.undoLimit(now) else {
                throw ComplianceError.nothingToRestore
            }
            try tx.execute(
                "UPDATE compliance_document SET deleted_at = NULL, change = \(try tx.nextChange()) WHERE id = \(id)")
            // the job was ended when it was deleted
            if note.state == .queued || note.state == .analysing {
                try jobs.enqueue(kind: AnalyseNote.kind, subject: id, owner: note.owner, in: tx)
            }
            try tx.audit(actor.entry("document.restore", note.resource), at: now)
        }
    }

    static func undoLimit(_ now: Instant) -> Instant { now.adding(seconds: -Int64(undoDays) * 86_400) }

    /// The note itself; nil when it was not kept.
    func original(of note: NoteRow) async throws -> NoteSource? {
        let row = try await database.read { reader in
            try reader.fetchOne("SELECT sealed_text FROM compliance_original WHERE document_id = \(note.id)")
        }
        guard let record = row?["sealed_text"].blob else { return nil }
        let bytes = try vault.open(record, in: Self.place(ofText: note.id))
        return try JSONDecoder().decode(NoteSource.self, from: Data(bytes))
    }

    static func place(ofText id: String) -> String { "compliance_original/\(id)/text" }
    static func place(ofFile id: String) -> String { "compliance_original/\(id)/file" }

    /// Shows its owner a note as it was written. The reason goes into the audit trail, without identifiers.
    package func unmask(
        _ id: String, reason: String, by actor: Actor
    ) async throws -> (text: String, report: KeptReport?) {
        let note = try await note(id, of: actor.userID)
        guard let source = try await original(of: note) else { throw ComplianceError.originalGone }
        let kept = try analyser.masked(reason, about: source)
        let now = clock.now()
        let row = try await database.write { tx in
            let note = try NoteRow.find(id, of: actor.userID, tx)
            try tx.audit(actor.entry("document.unmask", note.resource, reason: kept), at: now)
            return try note.report.map { try ReportRow.find($0, of: id, tx) }
        }
        return (source.text, try row.map(opened))
    }
}
