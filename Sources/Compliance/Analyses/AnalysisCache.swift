import Foundation
import Kernel
import Persistence

/// What was found in a text is found once: in this process, in the database behind it, and by one of all who ask at the
/// same time. Whoever asks has shown the text itself or reached the note, so there is nothing here that they may not see;
/// what is kept is the masked analysis, encrypted in the database.
///
/// Another tier, such as Redis, goes between `recent` and `stored`.
final class AnalysisCache: Sendable {
    static let entries = 10_000
    static let bytes = 128 << 20

    /// An analysis, and the numbering of its episode after it; the latter names nobody (see `Pseudonyms`).
    struct Kept: Codable, Sendable {
        let analysis: MaskedAnalysis
        let pseudonyms: Pseudonyms?
        let startOfCare: CivilDate?
    }

    private let database: Database
    private let vault: Vault
    private let recent: RecentValues<Kept>
    private let flights = SingleFlight<(kept: Kept, isNew: Bool)>()

    init(database: Database, vault: Vault, entries: Int = AnalysisCache.entries, bytes: Int = AnalysisCache.bytes) {
        self.database = database
        self.vault = vault
        recent = RecentValues(limit: entries, sizeLimit: bytes)
    }

    /// SHA-256 over everything that the result depends on.
    static func key(
        _ source: NoteSource, _ options: AnalysisOptions, rubric: Rubric, numbering: String
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let options = String(decoding: try encoder.encode(options), as: UTF8.self)
        let pages = source.pageEnds.map(String.init).joined(separator: ",")
        var digest = Digest.Running()
        for part in [source.text, pages, rubric.id, rubric.version, Reviewer.engineVersion, options, numbering] {
            digest.update(Array(part.utf8))
            digest.update([0])
        }
        return digest.hex
    }

    /// The analysis under a key, made by `analyse` where there is none; `isCached` says that it was there.
    func value(
        _ key: String, now: Instant, _ analyse: @escaping @Sendable () async throws -> Kept
    ) async throws -> (kept: Kept, isCached: Bool) {
        if let kept = recent.value(key) { return (kept, true) }
        let result = try await flights.value(key) { [self] in
            if let kept = try await stored(key) { return (kept, false) }
            let kept = try await analyse()
            try await store(kept, as: key, now: now)
            return (kept, true)
        }
        return (result.kept, !result.isNew)
    }

    private func stored(_ key: String) async throws -> Kept? {
        let row = try await database.read { reader in
            try reader.fetchOne("SELECT sealed FROM compliance_cache WHERE key = \(key)")
        }
        guard let record = row?["sealed"].blob else { return nil }
        // a record that another key sealed, or an older program wrote, is as good as none
        guard let bytes = try? vault.open(record, in: Self.place(key)),
            let kept = try? JSONDecoder().decode(Kept.self, from: Data(bytes))
        else { return nil }
        recent.keep(kept, size: bytes.count, as: key)
        return kept
    }

    private func store(_ kept: Kept, as key: String, now: Instant) async throws {
        let bytes = [UInt8](try JSONEncoder().encode(kept))
        let record = try vault.seal(bytes, in: Self.place(key))
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO compliance_cache (key, sealed, at) VALUES (\(key), \(record), \(now))
                ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, at = excluded.at
                """)
        }
        recent.keep(kept, size: bytes.count, as: key)
    }

    private static func place(_ key: String) -> String { "compliance_cache/\(key)" }
}
