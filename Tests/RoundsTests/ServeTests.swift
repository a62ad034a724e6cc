import Foundation
import TestSupport
import Testing

/// `rounds serve` as a process.
@Suite(.serialized) struct ServeTests {
    @Test func itSaysWhereItIsReadyAndEndsOnSIGTERM() async throws {
        try await withTemporaryFolder { folder in
            let data = folder.appending(path: "deep/data")
            try await RunningServer.with(["--data-dir", data.path, "--port", "0"]) { server in
                #expect(server.readyLine.hasPrefix("Rounds is ready at http://127.0.0.1:"))
                let health = try await server.get("/health")
                #expect(health.status == 200)
                #expect(health.body.contains(#""status":"ok""#))
                let mode = try FileManager.default.attributesOfItem(atPath: data.path)[.posixPermissions] as? Int
                #expect(mode == 0o700)
                let end = server.stop()
                #expect(end.status == 0)
                #expect(end.time < .seconds(5))
            }
        }
    }

    @Test func anotherHostNameIsRefusedInDesktopMode() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                #expect(try await server.get("/api/v1/me").status == 200)
                let rebound = try await server.get("/api/v1/me", headers: ["Host": "evil.example"])
                #expect(rebound.status == 421)
            }
        }
    }

    @Test func withoutAPortTheNextFreeOneIsTaken() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.appending(path: "a").path]) { first in
                try await RunningServer.with(["--data-dir", folder.appending(path: "b").path]) { second in
                    let (one, two) = (first.url.port ?? 0, second.url.port ?? 0)
                    #expect(one >= 7860 && two > one)
                }
            }
        }
    }

    @Test func aBusyPortIsOneSentence() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                let port = String(server.url.port ?? 0)
                let other = try await Program.run(
                    ["serve", "--data-dir", folder.appending(path: "other").path, "--port", port])
                #expect(other.status == 1)
                #expect(other.output.isEmpty)
                #expect(
                    other.errors
                        == "rounds: Port \(port) is in use; stop the other program or choose one with --port.\n")
            }
        }
    }

    @Test func aDataFolderHasOneServer() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                let other = try await Program.run(["serve", "--data-dir", folder.path, "--port", "0"])
                #expect(other.status == 1)
                #expect(other.errors.contains("Another Rounds is running"))
                _ = server.stop(with: SIGKILL)
            }
            // a lock does not outlive its process
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server async throws in
                #expect(try await server.get("/health").status == 200)
            }
        }
    }

    @Test(
        arguments: [
            (["serve", "--host", "0.0.0.0"], [:], "rounds users add"),
            (["serve", "--host", "192.0.2.1"], [:], "address"),
            (["serve", "--database-url", "mysql://x"], [:], "sqlite:"),
            (["serve"], ["DATABASE_URL": "nonsense"], "sqlite:"),
            (["serve"], ["RATE_LIMIT_ENABLED": "perhaps"], "RATE_LIMIT_ENABLED"),
            (["serve"], ["LOG_LEVEL": "loud"], "LOG_LEVEL"),
            (["serve"], ["ROUNDS_WEB_DIR": "/nonexistent/web"], "ROUNDS_WEB_DIR"),
            (["serve", "--data-dir", "/dev/null/x"], [:], "/dev/null/x"),
            (["serve", "--data-dir", "/dev/null"], [:], "not a folder"),
        ] as [([String], [String: String], String)])
    func whatCannotStartSaysWhyInOneLine(
        arguments: [String], environment: [String: String], word: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let place = arguments.contains("--data-dir") ? [] : ["--data-dir", folder.path]
            let result = try await Program.run(arguments + place, environment: environment)
            #expect(result.status == 1)
            #expect(result.output.isEmpty)
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(result.errors.contains(word), "\(result.errors)")
        }
    }

    @Test(arguments: [
        ["serve", "--prot"], ["nonsense"], ["serve", "--port", "65536"], ["users", "add"], ["serve", "extra"],
    ])
    func wrongUsageIsExitCode2(arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty && !result.errors.isEmpty)
    }

    @Test(arguments: [["--version"], ["--help"], ["serve", "--help"], ["users", "--help"]])
    func helpGoesToStandardOutput(arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 0)
        #expect(!result.output.isEmpty && result.errors.isEmpty)
    }
}
