import Kernel
import Persistence

/// Files are kept once, under their content; a row that names one keeps it.
extension ScribeStore {
    /// Removes those files that no row names.
    package func removeUnreferenced(_ hashes: [String]) async throws {
        for sha256 in Set(hashes) where !sha256.isEmpty {
            let isNamed = try await database.read { reader in
                try MediaReferences.all.contains { table, column in
                    try reader.integer(
                        "SELECT 1 FROM \(raw: table) WHERE \(raw: column) = \(sha256) LIMIT 1") != nil
                }
            }
            if !isNamed { try await media.remove(sha256) }
        }
    }
}

/// Every column that names a file of the media folder.
package enum MediaReferences {
    static let all: [(table: String, column: String)] = [
        ("scribe_recording", "sha256"), ("scribe_recording", "playable_sha256"), ("scribe_upload", "sha256"),
        ("scribe_attachment", "sha256"),
    ]
}
