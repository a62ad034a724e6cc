import Foundation
import Rounds
import TestSupport
import Testing

/// Flag before environment before file before default.
@Suite struct ConfigurationTests {
    private func withFile<T>(
        _ text: String, _ body: (_ path: String) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "rounds.yaml")
            try Data(text.utf8).write(to: file)
            return try await body(file.path)
        }
    }

    /// Every key and a value other than its default; tests fail for a key that is not here.
    static let others: [ConfigurationKey: String] = [
        .environment: "production", .dataFolder: "/srv/data", .databaseURL: "sqlite:/srv/a.sqlite",
        .databasePath: "/srv/b.sqlite", .poolSize: "3", .poolTimeout: "9", .host: "::1", .port: "8123",
        .keepAlive: "20", .webFolder: "/tmp", .sessionTimeout: "30", .accessToken: "5",
        .secretKey: "of the operator", .rateLimiting: "false", .strictScrubbing: "true", .maxWorkers: "5",
        .backgroundProcessing: "false", .healthChecks: "false", .performanceMetrics: "false",
        .metricsToken: "of-prometheus", .logLevel: "error", .modelsFolder: "/srv/models", .model: "small",
        .provider: "built-in", .languageURL: "http://127.0.0.1:1", .languageModel: "m", .languageKey: "k",
        .languageTokens: "900", .geminiKey: "g", .geminiModel: "gemini-other",
    ]

    @Test(arguments: ConfigurationKey.allCases)
    func everyKeyComesFromEachOfItsPlaces(key: ConfigurationKey) async throws {
        let other = try #require(Self.others[key], "\(key.name): add a value")
        let standard = try Configuration(environment: ["HOME": "/home/ada"]).value(key)
        #expect(standard?.text != other)
        #expect(standard == nil || standard?.source == .standard)
        let groups = key.name.split(separator: ".")
        let nested = groups.enumerated().map { String(repeating: "  ", count: $0) + $1 }.joined(separator: ":\n")
        for text in ["\(key.name): '\(other)'", "\(nested): \"\(other)\""] {
            try await withFile(text) { path in
                let ofFile = try Configuration(environment: [:], file: path).value(key)
                #expect(ofFile == .init(text: other, source: .file(path)))
                for name in key.entry.environment {
                    let environment = [name: other, "ROUNDS_CONFIG": path]
                    #expect(
                        try Configuration(environment: environment).value(key)
                            == .init(text: other, source: .environment(name)))
                }
                let flagged = try Configuration(flags: [key: other], environment: [:], file: path)
                #expect(flagged.value(key)?.source == .flag)
            }
        }
    }

    @Test func anEmptyVariableIsNone() throws {
        let configuration = try Configuration(environment: ["ROUNDS_SERVER_PORT": "", "LOG_LEVEL": ""])
        #expect(configuration.value(.port) == nil)
        #expect(configuration.value(.logLevel) == .init(text: "info", source: .standard))
    }

    @Test(
        arguments: [
            ("prot: 1", "prot", "server.port"), ("server:\n  prot: 1", "server.prot", "server.port"),
            ("datbase:\n  url: x", "datbase", "data.dir"),
            ("server.keepalive: 1", "server.keepalive", "server.keep_alive"),
            ("security:\n  rate_limit: true", "security.rate_limit", "security.rate_limiting"),
            ("sever:\n  port: 1", "sever", "server.port"), ("host: 1", "host", "server.host"),
        ])
    func anUnknownKeyIsRefusedWithItsNearest(text: String, name: String, nearest: String) async throws {
        try await withFile(text) { path in
            let error = try #require(throws: ConfigurationError.self) { try Configuration(file: path) }
            guard case .unknownKey(name, let found, path) = error else {
                Issue.record("\(error)")
                return
            }
            // a whole group has no single nearest; it is enough that one is named
            #expect(name == "datbase" || name == "sever" || found == nearest, "\(found)")
            #expect(error.sentence.contains(found))
        }
    }

    @Test(
        arguments: [
            ("data.dir: ${PLACE}/x", "/srv/x"), ("data.dir: ${NONE:-/here}", "/here"),
            ("data.dir: ${EMPTY:-/here}", "/here"), ("data.dir: a${PLACE}${NONE:-}b", "a/srvb"),
            ("data.dir: ${NONE:-/a:-b}", "/a:-b"), ("data.dir: $PLACE", "$PLACE"),
        ])
    func variablesAreSubstituted(text: String, value: String) async throws {
        try await withFile(text) { path in
            let environment = ["PLACE": "/srv", "EMPTY": ""]
            let configuration = try Configuration(environment: environment, file: path)
            #expect(configuration.value(.dataFolder)?.text == value)
        }
    }

    @Test(
        arguments: [
            ("data.dir: ${NONE}", "config_variable_missing"), ("data.dir: ${NONE", "config_variable_not_closed"),
            ("server: [", "config_file_unreadable"), ("- a", "config_file_unreadable"),
            ("server.port: [1]", "config_not_one_value"), ("server.port: 1\nserver:\n  port: 2", "config_key_twice"),
            ("server.port: many", "setting_not_understood"), ("server.port: 65536", "setting_not_understood"),
            ("security.rate_limiting: perhaps", "setting_not_understood"),
            ("environment: staging", "setting_not_understood"),
        ])
    func whatIsWrongInAFileHasASentence(text: String, code: String) async throws {
        try await withFile(text) { path in
            do {
                _ = try Configuration(environment: [:], file: path)
                Issue.record("\(text) was taken")
            } catch let error as ConfigurationError {
                #expect(error.code == code)
            } catch let error as StartError {
                #expect(error.code == code)
                #expect(error.sentence.contains(path))
            }
        }
    }

    @Test func theFileInTheDataFolderIsReadAndMayNotNameAnother() async throws {
        try await withFile("server.port: 8123") { path in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let configuration = try Configuration(flags: [.dataFolder: folder], environment: [:])
            #expect(configuration.value(.port)?.source == .file(folder + "/rounds.yaml"))
            try Data("data.dir: /elsewhere".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: ConfigurationError.folderInItsOwnFile(path: folder + "/rounds.yaml")) {
                try Configuration(flags: [.dataFolder: folder], environment: [:])
            }
        }
        #expect(throws: ConfigurationError.fileMissing(path: "/nonexistent.yaml")) {
            try Configuration(file: "/nonexistent.yaml")
        }
    }

    @Test func anEmptyFileSaysNothing() async throws {
        for text in ["", "# only words\n", "server:\n  port:\n", "server.port: ~"] {
            try await withFile(text) { path in
                let configuration = try Configuration(environment: [:], file: path)
                #expect(configuration.value(.port) == nil, "\(text)")
            }
        }
    }
}
