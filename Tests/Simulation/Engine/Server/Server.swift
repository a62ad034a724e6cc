import Foundation
import Kernel
import Logging
import Persistence
import Register
import Sync
import Synchronization
import Web

/// The real register over a real database, in a machine that can lose its power, its disk and its backup's later half.
final class Server {
    /// How a request ends while the machine loses its power.
    enum Crash: String { case beforeCommit, afterCommit }

    enum Reply: Sendable {
        case answer([UInt8])
        case refused(status: Int, retryAfter: Int)
        /// Nobody answers.
        case silence
    }

    private let folder: Folder
    private var files = 0
    private let identifiers: IdentifierSource
    private var dice: Dice
    private(set) var file: URL
    private(set) var database: Database
    private(set) var store: RegisterStore
    private(set) var isFull = false
    let clock = ServerClock()
    let sabotage: Sabotage?

    /// - Throws: what opening the database throws
    init(folder: Folder, image: DiskImage? = nil, seed: UInt64, sabotage: Sabotage? = nil) async throws {
        self.folder = folder
        self.sabotage = sabotage
        dice = Dice(seed: seed, stream: "server")
        let source = Mutex(Dice(seed: seed, stream: "identifiers"))
        identifiers = IdentifierSource {
            source.withLock { Identifier.v7(at: Instant(milliseconds: 1_795_000_000_000), random: &$0) }
        }
        file = folder.file(0)
        (database, store) = try await Self.open(file, image, clock: clock, identifiers)
        clock.set(Instant(rfc3339: SchoolTemplate.start) ?? Instant(milliseconds: 0))
    }

    private static func open(
        _ file: URL, _ image: DiskImage?, clock: ServerClock, _ identifiers: IdentifierSource
    ) async throws -> (Database, RegisterStore) {
        try image?.write(to: file)
        let quiet = Logger(label: "simulation", factory: { _ in SwiftLogNoOpLogHandler() })
        let database = try await Database.open(.sqlite(file.path), logger: quiet)
        if image == nil { try await database.migrate(registerMigrations) }
        let store = RegisterStore(
            database: database, clock: WallClock(now: { clock.now }),
            keys: RegisterKeys(secret: Array(repeating: 7, count: 32)),
            identifiers: identifiers)
        return (database, store)
    }

    // MARK: requests

    /// What a device gets for its bytes.
    /// - Throws: only mistakes of the program; what a caller can meet is a reply.
    func handle(_ body: [UInt8], by caller: Principal?, crash: Crash?) async throws -> Reply {
        guard let caller else { return .refused(status: 401, retryAfter: 0) }
        let before = crash == .beforeCommit ? try DiskImage(of: file) : nil
        let reply = try await answer(body, by: caller)
        guard let crash else { return reply }
        let after = try DiskImage(of: file)
        switch crash {
        case .afterCommit: try await restart(from: after)
        case .beforeCommit: try await restart(from: before?.torn(after, at: dice.fraction()) ?? after)
        }
        return sabotage == .acknowledgesBeforeCommit ? reply : .silence
    }

    private func answer(_ body: [UInt8], by caller: Principal) async throws -> Reply {
        do {
            let body = try await sabotage?.receiving(body, in: database) ?? body
            let answer = try await store.sync(try SyncRequest(body: body), by: caller)
            return .answer(try await sabotage?.answering(answer.json, in: database) ?? answer.json)
        } catch let failure as any Failure {
            return .refused(status: failure.kind.status, retryAfter: failure.kind.retryAfter ?? 0)
        }
    }

    // MARK: the machine

    /// Comes up again from what lies on the disk.
    func restart(from image: DiskImage) async throws {
        await database.close()
        files += 1
        file = folder.file(files)
        isFull = false
        (database, store) = try await Self.open(file, image, clock: clock, identifiers)
    }

    func image() throws -> DiskImage { try DiskImage(of: file) }

    /// An older backup takes the database's place; the operator's restore announces a new epoch.
    func restore(_ backup: DiskImage, epoch: String) async throws {
        try await restart(from: backup)
        try await database.write { try $0.setMeta("epoch", epoch) }
    }

    /// Lets the file grow no further, or again.
    func setFull(_ full: Bool) async throws {
        isFull = full
        try await database.write { tx in
            let pages = full ? try tx.integer("PRAGMA page_count") ?? 1 : 1_073_741_823
            _ = try tx.rows("PRAGMA max_page_count = \(raw: String(pages))")
        }
    }

    func close() async { await database.close() }
}

/// The server's wall clock.
final class ServerClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_795_000_000_000))

    var now: Instant { instant.withLock { $0 } }
    func set(_ now: Instant) { instant.withLock { $0 = now } }
}
