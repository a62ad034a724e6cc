import Foundation
import Jobs
import Kernel
import Persistence
import Speech
import TestSupport
import Web

@testable import Scribe

/// A store with sessions that a test names, without register and recogniser.
struct SampleRounds: Sendable {
    let store: ScribeStore
    let directory: SampleDirectory
    let clock: SampleClock

    static func with<T>(
        _ engine: TestEngine = .sqlite, _ body: (SampleRounds) async throws -> T
    ) async throws -> T {
        try await withDatabase(engine, migrations: jobsMigrations + scribeMigrations) { database in
            try await withTemporaryFolder { folder in
                let clock = SampleClock()
                let directory = SampleDirectory()
                let wall = WallClock(now: { clock.now })
                return try await body(
                    SampleRounds(
                        store: ScribeStore(
                            database: database, clock: wall, media: try MediaStore(folder: folder, clock: wall),
                            jobs: JobStore(database: database, clock: wall), sessions: directory,
                            transcriber: Transcriber { _, _, _, _, _ in throw CancellationError() },
                            models: ModelCatalogue(folders: [])),
                        directory: directory, clock: clock))
            }
        }
    }

    func keep(_ bytes: [UInt8]) async throws -> StoredMedia {
        let id = try await store.media.begin()
        try await store.media.append(id, offset: 0, bytes)
        let media = try await store.media.seal(id)
        try await store.media.discard(id)
        return media
    }

    /// The files that are kept, complete or not.
    func files() throws -> [String] {
        let folder = try store.media.url(String(repeating: "0", count: 64)).deletingLastPathComponent()
            .deletingLastPathComponent()
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.count > 30 }.sorted()
    }

    func count(_ table: String) async throws -> Int {
        Int(try await store.database.read { try $0.integer("SELECT COUNT(*) FROM \(raw: table)") } ?? 0)
    }
}

final class SampleClock: Sendable {
    private let state = Box(Instant(rfc3339: "2026-11-21T09:00:00Z")!)
    var now: Instant { state.value }
    func move(seconds: Int) { state.value = now.adding(seconds: Int64(seconds)) }
    func move(days: Int) { state.value = now.adding(seconds: Int64(days) * 86_400) }
}

/// Sessions by id; `gone` are those that the register does not have any more.
final class SampleDirectory: SessionDirectory, Sendable {
    private let known = Box<[SessionInfo]>([])

    var all: [SessionInfo] {
        get { known.value }
        set { known.value = newValue }
    }

    func modules(for caller: Principal) async throws -> [SessionInfo.Module] { all.map(\.module) }

    func sessions(
        _ query: SessionQuery, for caller: Principal
    ) async throws -> [(session: SessionInfo, place: SessionQuery.Place)] {
        all.filter { query.among?.contains($0.id) ?? true }.map {
            ($0, SessionQuery.Place(date: $0.date.description, period: "day", id: $0.id))
        }
    }

    func session(_ id: String, for caller: Principal) async throws -> SessionInfo {
        guard let found = all.first(where: { $0.id == id }) else { throw ScribeError.unknownSession }
        return found
    }

    func reach(for caller: Principal) async throws -> SessionReach { .all }
    func absentees(_ session: String) async throws -> [Absentee] { [] }

    func makeSession(_ wanted: WantedSession, by caller: Principal) async throws -> SessionInfo {
        if let known = all.first(where: { $0.title == wanted.title && $0.module.code == wanted.moduleCode }) {
            return known
        }
        let made = SessionInfo(
            id: Identifier.v7(), title: wanted.title, kind: wanted.kind, date: wanted.date,
            startTime: wanted.startTime, endTime: wanted.endTime,
            module: .init(id: Identifier.v7(), code: wanted.moduleCode, title: wanted.moduleTitle),
            group: .init(id: Identifier.v7(), name: wanted.group), mayEdit: true, seesUnshared: true, absent: false)
        all.append(made)
        return made
    }
}

extension Principal {
    static let grey = Principal(userID: "user-grey", name: "Dr Grey", role: .owner)
    static let moss = Principal(userID: "user-moss", name: "Ada Moss", role: .administrator)
}
