import Foundation
import Kernel
import TestSupport
import Testing

@Suite struct ConfigCommandTests {
    @Test func itTellsWhereAValueComesFromAndKeepsSecrets() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "rounds.yaml")
            try Data("server:\n  port: ${PORT:-8123}\nlogging.level: error\n".utf8).write(to: file)
            let result = try await Program.run(
                ["config", "explain", "--data-dir", folder.path, "--format", "json"],
                environment: [
                    "DATABASE_URL": "postgresql://ada:pw-of-ada@db.example/rounds?sslkey=hidden",
                    "GEMINI_API_KEY": "key-of-ada", "LOG_LEVEL": "debug",
                ])
            #expect(result.status == 0, "\(result.errors)")
            for secret in ["ada", "hidden", "key-of"] { #expect(!result.output.contains(secret)) }
            let items = try JSONDecoder().decode(JSONValue.self, from: Data(result.output.utf8)).array ?? []
            func item(_ key: String) -> JSONValue? { items.first { $0["key"]?.string == key } }
            #expect(item("server.port")?["value"]?.string == "8123")
            #expect(item("server.port")?["source"]?.string == "file \(file.path)")
            #expect(item("logging.level")?["source"]?.string == "environment LOG_LEVEL")
            #expect(item("data.dir")?["source"]?.string == "command line")
            #expect(item("database.url")?["value"]?.string == "postgresql://********@db.example/rounds")
            #expect(item("ai.gemini_key")?["value"]?.string == "********")
            #expect(item("security.secret_key")?["value"] == nil)
        }
    }

    @Test func aTypoIsOneSentence() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "mine.yaml")
            try Data("server:\n  prot: 8123\n".utf8).write(to: file)
            let result = try await Program.run(["serve", "--data-dir", folder.path, "--config", file.path])
            #expect(result.status == 1)
            #expect(
                result.errors
                    == "rounds: server.prot in \(file.path) is no setting of Rounds; the nearest is server.port.\n")
        }
    }
}
