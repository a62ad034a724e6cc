import Foundation
import Kernel
import Persistence

/// Notes of one patient. What is readable is a number; the label and the table of pseudonyms are sealed.
struct EpisodeRow: Decodable, Sendable {
    let id: String
    let owner: String
    let number: Int
    let sealed: [UInt8]
    let version: Int
    let createdAt: Instant

    static let columns: SQL = "id, owner, number, sealed, version, created_at"

    static func find(_ id: String, of owner: String, _ reader: any Reader) throws -> EpisodeRow {
        let found = try reader.fetchOne(
            EpisodeRow.self, "SELECT \(columns) FROM compliance_episode WHERE id = \(id) AND owner = \(owner)")
        guard let found else { throw ComplianceError.unknownEpisode }
        return found
    }

    var resource: String { "episode/\(id)" }
}

/// What is sealed of an episode.
struct EpisodeSecret: Codable, Sendable {
    /// What its owner calls it, as far as that names nobody.
    var label: String?
    /// Of the HMACs that stand for people and numbers in the table of pseudonyms.
    let key: [UInt8]
    var pseudonyms: Pseudonyms
    /// Day 0 of the dates of its notes.
    var startOfCare: CivilDate?
}

/// The numbering of an episode as one note finds it.
struct Numbering: Sendable {
    let episode: String
    let version: Int
    let secret: EpisodeSecret

    var pseudonyms: Pseudonyms { secret.pseudonyms.keyed(secret.key) }
    var startOfCare: CivilDate? { secret.startOfCare }
    /// What an analysis depends on.
    var key: String { "\(episode)/\(version)" }

    func after(_ kept: AnalysisCache.Kept) -> EpisodeSecret {
        var secret = secret
        if let pseudonyms = kept.pseudonyms { secret.pseudonyms = pseudonyms }
        secret.startOfCare = secret.startOfCare ?? kept.startOfCare
        return secret
    }
}

extension ComplianceStore {
    func seal(_ secret: EpisodeSecret, of id: String) throws -> [UInt8] {
        try vault.seal([UInt8](try JSONEncoder().encode(secret)), in: "compliance_episode/\(id)")
    }

    func secret(of row: EpisodeRow) throws -> EpisodeSecret {
        let bytes = try vault.open(row.sealed, in: "compliance_episode/\(row.id)")
        return try JSONDecoder().decode(EpisodeSecret.self, from: Data(bytes))
    }

    func numbering(of episode: String, owner: String) async throws -> Numbering {
        let row = try await database.read { try EpisodeRow.find(episode, of: owner, $0) }
        return Numbering(episode: episode, version: row.version, secret: try secret(of: row))
    }

    /// - Parameter label: what its owner calls it; one that seems to name somebody is not taken, and the number stands instead
    /// - Returns: `isLabelRefused` says that there was one and it was not taken
    package func makeEpisode(
        label: String?, by actor: Actor
    ) async throws -> (id: String, isLabelRefused: Bool) {
        let id = Identifier.v7()
        let now = clock.now()
        var random = SystemRandomNumberGenerator()
        let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let given = label?.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (given?.unicodeScalars.count ?? 0) <= 80 else {
            throw InvalidInput("label", code: "too_long", "A label may have 80 characters.")
        }
        let harmless = try given.flatMap {
            let isHarmless = try analyser.masked($0) == $0 && !LoneNames($0).mayNameSomebody
            return isHarmless && !$0.isEmpty ? $0 : nil
        }
        let sealed = try seal(
            EpisodeSecret(label: harmless, key: key, pseudonyms: Pseudonyms(), startOfCare: nil), of: id)
        try await database.write { tx in
            let last = try tx.integer("SELECT MAX(number) FROM compliance_episode WHERE owner = \(actor.userID)") ?? 0
            try tx.execute(
                """
                INSERT INTO compliance_episode (id, owner, number, sealed, created_at, change)
                VALUES (\(id), \(actor.userID), \(last + 1), \(sealed), \(now), \(try tx.nextChange()))
                """)
            try tx.audit(actor.entry("episode.add", "episode/\(id)"), at: now)
        }
        return (id, harmless == nil && given?.isEmpty == false)
    }

    func label(of row: EpisodeRow) throws -> String { try secret(of: row).label ?? "[PATIENT_\(row.number)]" }

    /// The caller's episodes, the newest first.
    func episodes(of caller: String) async throws -> [EpisodeRow] {
        try await database.read { reader in
            try reader.fetchAll(
                EpisodeRow.self,
                "SELECT \(EpisodeRow.columns) FROM compliance_episode WHERE owner = \(caller) ORDER BY number DESC")
        }
    }

    /// Notes of an episode, not deleted.
    func notes(ofEpisode id: String, owner: String) async throws -> [NoteRow] {
        try await database.read { reader in
            _ = try EpisodeRow.find(id, of: owner, reader)
            return try reader.fetchAll(
                NoteRow.self,
                """
                SELECT \(NoteRow.columns) FROM compliance_document
                WHERE episode = \(id) AND owner = \(owner) AND deleted_at IS NULL ORDER BY id
                """)
        }
    }
}
