import Foundation
import Jobs
import Kernel
import Persistence
import TestSupport
import Testing

@Suite(.serialized) struct JobsCommandTests {
    private func list(_ folder: URL) async throws -> [JSONValue] {
        let result = try await Program.run(["jobs", "list", "--format", "json", "--data-dir", folder.path])
        #expect(result.status == 0, "\(result.errors)")
        return try #require(try JSONParser.value(result.output.trimmingCharacters(in: .whitespacesAndNewlines)).array)
    }

    @Test func scheduledWorkIsDoneHereOrByTheServerBesideIt() async throws {
        try await withTemporaryFolder { folder in
            let data = ["--data-dir", folder.path]
            try await RunningServer.with(data + ["--port", "0"]) { _ in
                #expect(try await list(folder) == [])
                let empty = try await Program.run(["jobs", "list"] + data)
                #expect(empty.status == 0 && empty.output.isEmpty && empty.errors.contains("There are no jobs."))
                for round in 1...2 {
                    let result = try await Program.run(["jobs", "run", "scribe.sweep"] + data)
                    #expect(result.status == 0, "\(result.errors)")
                    let jobs = try await list(folder)
                    #expect(jobs.count == round)
                    #expect(jobs.allSatisfy { $0["kind"] == "scribe.sweep" && $0["state"] == "succeeded" })
                }
                let text = try await Program.run(["jobs", "list"] + data)
                let lines = text.output.split(separator: "\n")
                #expect(lines.first == "ID\tKIND\tSUBJECT\tSTATE\tPROGRESS\tTRIES\tMESSAGE")
                #expect(
                    lines.count == 3
                        && lines.dropFirst().allSatisfy {
                            $0.contains("scribe.sweep\tscribe.sweep\tsucceeded\t100 %")
                        })
            }
        }
    }

    @Test func aJobThatFailsEndsWithItsSentence() async throws {
        try await withTemporaryFolder { folder in
            let data = ["--data-dir", folder.path]
            try await RunningServer.with(data + ["--port", "0"]) { _ in }
            let id = try await withOpenDatabase(.sqlite(folder.appending(path: "rounds.sqlite").path)) { database in
                let store = JobStore(database: database)
                let id = try await store.enqueue(kind: "scribe.sweep", subject: "cancelled").id
                return try await store.cancel(id).id
            }
            let result = try await Program.run(["jobs", "run", id] + data)
            #expect(result.status == 1 && result.errors.contains("The job ended as cancelled."))
            for unknown in ["nothing", Identifier.v7(), "../x"] {
                let result = try await Program.run(["jobs", "run", unknown] + data)
                #expect(result.status == 1 && result.errors.contains("There is no such job."))
            }
        }
    }

    @Test func aFolderWithoutADatabaseIsRefusedAndStaysAsItIs() async throws {
        try await withTemporaryFolder { folder in
            let place = folder.appending(path: "misspelt")
            for command in [["list"], ["run", "scribe.sweep"]] {
                let result = try await Program.run(["jobs"] + command + ["--data-dir", place.path])
                #expect(result.status == 1 && result.errors.contains("There is no Rounds database at"))
            }
            #expect(!FileManager.default.fileExists(atPath: place.path))
            #expect(try await Program.run(["jobs", "run"]).status == 2)
        }
    }
}
