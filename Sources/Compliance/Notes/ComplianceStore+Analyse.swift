import Foundation
import Kernel
import Persistence

extension ComplianceStore {
    /// What is asked for with a note, where the caller says nothing as the school has decided.
    func options(
        discipline: Discipline?, type: NoteType?, asOf: CivilDate?, strict: Bool?
    ) async throws -> AnalysisOptions {
        let settings = try await settings()
        let today = try await today()
        return AnalysisOptions(
            discipline: discipline, type: type, asOf: asOf ?? today,
            strict: isAlwaysStrict || (strict ?? settings.strict), strictness: settings.strictness)
    }

    /// Keeps a note that was sent as text and analyses it at once. When identifiers cannot be found with certainty the note
    /// is there as failed, and nothing that was derived from it.
    /// - Throws: `ComplianceError.empty`, `unknownEpisode`
    package func add(
        _ text: String, name: String?, options: AnalysisOptions, episode: String?, by actor: Actor
    ) async throws -> NoteRow {
        guard text.contains(where: { !$0.isWhitespace }) else { throw ComplianceError.empty }
        let id = Identifier.v7()
        let source = NoteSource(text: text)
        try await insert(
            id, name: try NoteName.cleaned(name), state: .analysing, options: options, episode: episode, batch: nil,
            by: actor
        ) { _ in }
        try await analyse(id, source, owner: actor.userID, entry: actor.entry("document.analyse", "document/\(id)"))
        return try await note(id, of: actor.userID)
    }

    /// A row for a note; `more` writes what belongs into the same transaction.
    func insert(
        _ id: String, name: String?, state: NoteState, options: AnalysisOptions, episode: String?, batch: String?,
        by actor: Actor, _ more: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        let now = clock.now()
        let sealedName = try seal(firstName(name), of: id)
        let options = try JSONColumn(options)
        try await database.write { tx in
            if let episode { _ = try EpisodeRow.find(episode, of: actor.userID, tx) }
            try tx.execute(
                """
                INSERT INTO compliance_document (id, owner, sealed_name, state, options, episode, batch, created_at, change)
                VALUES (\(id), \(actor.userID), \(sealedName), \(state), \(options), \(episode), \(batch), \(now),
                    \(try tx.nextChange()))
                """)
            try more(tx)
            try tx.audit(actor.entry("document.add", "document/\(id)"), at: now)
        }
    }

    /// Analyses a note with the active rules and keeps the report. What fails is kept as the note's state; the error goes on
    /// only where the work may succeed later.
    func analyse(_ id: String, _ source: NoteSource, owner: String, entry: AuditEntry) async throws {
        do {
            for _ in 1...5 {
                if try await analyseOnce(id, source, owner: owner, entry: entry) { return }
            }
            throw PersistenceError.locked
        } catch let failure as any Failure where !Self.mayPass(failure) {
            try await fail(id, failure, entry)
        }
    }

    private static func mayPass(_ failure: any Failure) -> Bool {
        switch failure.kind {
        case .unavailable, .rateLimited, .locked, .insufficientStorage: true
        default: false
        }
    }

    /// False when another note of the episode has moved the numbering on meanwhile.
    private func analyseOnce(
        _ id: String, _ source: NoteSource, owner: String, entry: AuditEntry
    ) async throws -> Bool {
        let note = try await note(id, of: owner)
        let rubric = try await activeRubric()
        let options = note.options.value
        let episode = try await note.episode.asyncMap { try await numbering(of: $0, owner: owner) }
        let key = try AnalysisCache.key(source, options, rubric: rubric, numbering: episode?.key ?? "")
        let found = try await cache.value(key, now: clock.now()) { [analyser] in
            try await Blocking.run {
                let result = try analyser.analyse(
                    source, options, rubric: rubric, pseudonyms: episode?.pseudonyms ?? .init(),
                    startOfCare: episode?.startOfCare)
                return AnalysisCache.Kept(
                    analysis: result.analysis, pseudonyms: episode == nil ? nil : result.pseudonyms,
                    startOfCare: result.startOfCare)
            }
        }
        return try await keep(found.kept, isCached: found.isCached, source, note, episode, entry)
    }

    private func keep(
        _ kept: AnalysisCache.Kept, isCached: Bool, _ source: NoteSource, _ note: NoteRow, _ episode: Numbering?,
        _ entry: AuditEntry
    ) async throws -> Bool {
        let analysis = kept.analysis
        let reportID = Identifier.v7()
        let sealedReport = try seal(KeptReport(analysis, source), as: reportID)
        let sealedText = try vault.seal([UInt8](try JSONEncoder().encode(source)), in: Self.place(ofText: note.id))
        let sealedName = try await shownName(of: note, source)
        let sealedNumbering = try episode.map { try seal($0.after(kept), of: $0.episode) }
        let counts = FindingCounts(analysis.findings)
        let now = clock.now()
        return try await database.write { tx in
            if let episode, let sealedNumbering {
                let changed = try tx.execute(
                    """
                    UPDATE compliance_episode SET sealed = \(sealedNumbering), version = version + 1,
                        change = \(try tx.nextChange()) WHERE id = \(episode.episode) AND version = \(episode.version)
                    """)
                guard changed == 1 else { return false }
            }
            let settings = try ComplianceSettings.current(tx)
            let expires = settings.originalsDays.map { now.adding(seconds: Int64($0) * 86_400) }
            try tx.execute("DELETE FROM compliance_original WHERE document_id = \(note.id)")
            if settings.keepOriginals {
                try tx.execute(
                    "INSERT INTO compliance_original (document_id, sealed_text) VALUES (\(note.id), \(sealedText))")
            }
            try tx.execute(
                """
                INSERT INTO compliance_report (id, document_id, at, rubric_id, rubric_version, engine_version, score, sealed)
                VALUES (\(reportID), \(note.id), \(now), \(analysis.rubricId), \(analysis.rubricVersion),
                    \(analysis.engineVersion), \(analysis.score?.value), \(sealedReport))
                """)
            try tx.execute(
                """
                UPDATE compliance_document SET state = \(NoteState.ready), error_code = NULL, message = NULL,
                    report = \(reportID), sealed_name = \(sealedName), note_type = \(analysis.noteType),
                    discipline = \(analysis.discipline), score = \(analysis.score?.value), date_of_service = \(analysis.dateOfService), high = \(counts.high),
                    medium = \(counts.medium), low = \(counts.low), pending = \(counts.pending),
                    undeterminable = \(counts.undeterminable), rubric_id = \(analysis.rubricId),
                    rubric_version = \(analysis.rubricVersion), cached = \(isCached),
                    expires_at = \(settings.keepOriginals ? expires : nil), change = \(try tx.nextChange())
                WHERE id = \(note.id)
                """)
            try tx.execute("DELETE FROM compliance_outcome WHERE document_id = \(note.id)")
            try tx.insert(
                analysis.findings.map { "(\(note.id), \($0.ruleId), \($0.severity), \($0.status))" },
                into: "compliance_outcome (document_id, rule, severity, status)", onConflict: "")
            try tx.audit(entry, at: now)
            return true
        }
    }

    /// The name without the identifiers that the note holds; the one that was given is forgotten.
    private func shownName(of note: NoteRow, _ source: NoteSource) async throws -> [UInt8] {
        let name = try name(of: note)
        guard let given = name.given else { return note.sealedName }
        let shown = try await Blocking.run { [analyser] in
            LoneNames(try analyser.masked(given, about: source)).masked
        }
        return try seal(NoteName(given: nil, shown: shown), of: note.id)
    }

    /// Ends an analysis. Of a note whose identifiers are not known nothing derived stays, earlier reports neither.
    func fail(_ id: String, _ failure: any Failure, _ entry: AuditEntry) async throws {
        let now = clock.now()
        let isClosed = failure.code == IdentifierError.detectorFailed.code
        try await database.write { tx in
            if isClosed {
                try tx.execute("DELETE FROM compliance_report WHERE document_id = \(id)")
                try tx.execute("DELETE FROM compliance_outcome WHERE document_id = \(id)")
                try tx.execute(
                    """
                    UPDATE compliance_document SET report = NULL, score = NULL, note_type = NULL, discipline = NULL, date_of_service = NULL,
                        high = 0, medium = 0, low = 0, pending = 0, undeterminable = 0, rubric_id = NULL,
                        rubric_version = NULL WHERE id = \(id)
                    """)
            }
            try tx.execute(
                """
                UPDATE compliance_document SET state = \(NoteState.failed), error_code = \(failure.code),
                    message = \(failure.sentence), change = \(try tx.nextChange()) WHERE id = \(id)
                """)
            // a file that cannot be read is of no use to anybody
            try tx.execute("DELETE FROM compliance_original WHERE document_id = \(id) AND sealed_text IS NULL")
            try tx.audit(entry.ended(.failed, because: failure.code), at: now)
        }
        if isClosed { health.note() }
    }

    /// Reads a note anew with the active rules; the old report is kept.
    /// - Throws: `ComplianceError.originalGone`
    func analyseAgain(_ id: String, options: AnalysisOptions, by actor: Actor) async throws -> NoteRow {
        let note = try await note(id, of: actor.userID)
        guard let source = try await original(of: note) else { throw ComplianceError.originalGone }
        let stored = try JSONColumn(options)
        try await database.write { tx in
            try tx.execute(
                """
                UPDATE compliance_document SET options = \(stored), change = \(try tx.nextChange()) WHERE id = \(id)
                """)
        }
        try await analyse(id, source, owner: actor.userID, entry: actor.entry("document.analyse", note.resource))
        return try await self.note(id, of: actor.userID)
    }
}

extension AuditEntry {
    func ended(_ outcome: Outcome, because reason: String) -> AuditEntry {
        AuditEntry(
            action, resource, outcome, by: userID, ipAddress: ipAddress, sessionID: sessionID, requestID: requestID,
            reason: reason)
    }
}

extension Optional {
    func asyncMap<T>(_ transform: (Wrapped) async throws -> T) async rethrows -> T? {
        if let self { try await transform(self) } else { nil }
    }
}
