package import Kernel
package import Persistence
package import Web

/// A file of a session that somebody may delete and, for the days of the settings, bring back.
package protocol Deletable: Sendable {
    var id: String { get }
    var session: String { get }
    var deletedAt: Instant? { get }

    static var what: Deletion.What { get }
    /// Deleted ones too.
    static func find(_ id: String, _ reader: any Reader) throws -> Self?
    /// The row stays for as long as it may come back; the search forgets it and its work ends.
    func delete(at now: Instant, from store: ScribeStore, _ tx: any Transaction) throws
    /// Found again at once; what was not finished begins anew.
    func restore(to store: ScribeStore, _ tx: any Transaction) throws
}

extension ScribeStore {
    package func delete(_ file: some Deletable, by caller: Principal) async throws {
        let now = clock.now()
        try await database.write { [self] tx in
            try file.delete(at: now, from: self, tx)
            try Deletion.note(
                type(of: file).what, file.id, of: file.session, because: .request, by: caller, at: now, tx)
        }
    }

    /// - Throws: `ScribeError.nothingToRestore` when its time is over
    package func restore<File: Deletable>(_ file: File) async throws {
        let limit = try await undoLimit()
        try await database.write { [self] tx in
            guard let known = try File.find(file.id, tx), let at = known.deletedAt, at > limit else {
                throw ScribeError.nothingToRestore
            }
            try known.restore(to: self, tx)
        }
    }
}
