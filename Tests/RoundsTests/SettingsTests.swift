import Foundation
import Persistence
import Rounds
import Testing
import Web

/// Command line before environment before default.
@Suite struct SettingsTests {
    private func file(_ settings: Settings) -> String? {
        if case .sqlite(let path) = settings.database { path } else { nil }
    }

    @Test(
        arguments: [
            (nil, ["XDG_DATA_HOME": "/xdg", "HOME": "/home/ada"], "/xdg/rounds"),
            (nil, ["XDG_DATA_HOME": "relative", "HOME": "/home/ada"], "/home/ada/.local/share/rounds"),
            (nil, ["HOME": "/home/ada"], "/home/ada/.local/share/rounds"),
            (nil, ["DATA_DIR": "/srv/rounds", "HOME": "/home/ada"], "/srv/rounds"),
            ("/given", ["DATA_DIR": "/srv/rounds"], "/given"),
        ] as [(String?, [String: String], String)])
    func theDataFolder(given: String?, environment: [String: String], path: String) throws {
        let settings = try Settings(dataFolder: given, environment: environment)
        #expect(settings.dataFolder.path == path)
        #expect(file(settings) == path + "/rounds.sqlite")
    }

    @Test(
        arguments: [
            ("sqlite:/srv/a.sqlite", nil, "/srv/a.sqlite"), ("sqlite:///srv/a.sqlite", nil, "/srv/a.sqlite"),
            (nil, "sqlite:/srv/b.sqlite", "/srv/b.sqlite"),
            ("sqlite:/srv/a.sqlite", "postgresql://x/y", "/srv/a.sqlite"),
            ("postgresql://rounds@localhost/rounds", nil, nil), ("postgres://localhost/rounds", nil, nil),
        ] as [(String?, String?, String?)])
    func theDatabase(given: String?, environment: String?, path: String?) throws {
        let settings = try Settings(
            dataFolder: "/data", databaseURL: given, environment: environment.map { ["DATABASE_URL": $0] } ?? [:])
        #expect(file(settings) == path)
    }

    @Test(arguments: ["mysql://x", "sqlite:", "sqlite://host/file", "rounds.sqlite", "http://x"])
    func aDatabaseThatIsNotUnderstood(url: String) {
        #expect(throws: StartError.databaseURLNotUnderstood) { try Settings(dataFolder: "/data", databaseURL: url) }
    }

    @Test(arguments: [("true", true), ("FALSE", false), ("0", false), ("on", true), ("", true)])
    func theRateLimit(text: String, isLimited: Bool) throws {
        let settings = try Settings(dataFolder: "/data", environment: ["RATE_LIMIT_ENABLED": text])
        #expect(settings.limits.isRateLimited == isLimited)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("localhost", true), ("::1", true), ("0.0.0.0", false), ("192.0.2.1", false),
    ])
    func whatCountsAsThisComputer(host: String, isLoopback: Bool) throws {
        #expect(try Settings(host: host, dataFolder: "/data").isLoopback == isLoopback)
    }
}
