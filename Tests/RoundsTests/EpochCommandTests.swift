import Foundation
import Kernel
import Logging
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import Rounds

@Suite(.serialized) struct EpochCommandTests {
    private func epoch(_ arguments: [String], _ folder: URL) async throws -> String {
        let result = try await Program.run(["epoch"] + arguments + ["--data-dir", folder.path])
        #expect(result.status == 0, "\(result.errors)")
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func aRestoreBeginsANewEpochBesideARunningServer() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                let first = try await epoch(["show"], folder)
                #expect(Identifier.isValid(first))
                #expect(try await epoch([], folder) == first)
                let second = try await epoch(["begin"], folder)
                #expect(Identifier.isValid(second) && second != first)
                #expect(try await epoch(["show"], folder) == second)
                #expect(try await server.get("/api/v1/me").status == 200)
            }
        }
    }

    @Test func aFolderWithoutADatabaseIsRefusedAndStaysAsItIs() async throws {
        try await withTemporaryFolder { folder in
            let place = folder.appending(path: "misspelt")
            let result = try await Program.run(["epoch", "begin", "--data-dir", place.path])
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.errors.contains("There is no Rounds database at"))
            #expect(!FileManager.default.fileExists(atPath: place.path))
        }
    }

    @Test func aServerThatStartsNotesWhereTheChangesStand() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                #expect(try await server.get("/api/v1/me").status == 200)
                var points: Int64 = 0
                for _ in 0..<100 where points == 0 {
                    try await Task.sleep(for: .milliseconds(100))
                    points = try await withOpenDatabase(
                        .sqlite(folder.appending(path: "rounds.sqlite").path)
                    ) { database in
                        try await database.read { try $0.integer("SELECT COUNT(*) FROM retention_point") ?? 0 }
                    }
                }
                #expect(points == 1)
            }
        }
    }

    private struct Failed: Error {}

    @Test func housekeepingGoesOnAfterADayThatDidNotWorkAndEndsWithTheServer() async throws {
        let runs = Mutex(0)
        let housekeeping = Housekeeping(
            work: {
                let run = runs.withLock { runs in
                    runs += 1
                    return runs
                }
                if run == 2 { throw Failed() }
            }, logger: Logger(label: "test"),
            day: { if runs.withLock({ $0 }) >= 4 { throw CancellationError() } })
        try await housekeeping.run()
        #expect(runs.withLock { $0 } == 4)
    }
}
