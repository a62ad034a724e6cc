package import Foundation
package import Language
package import Logging
package import Persistence
package import Speech
package import Web

/// Everything a start depends on, checked. Command line before environment before default.
package struct Settings: Sendable {
    package var host: String
    /// nil: 7860, or the next free one.
    package var port: Int?
    package var dataFolder: URL
    package var database: DatabaseLocation
    package var isDemo: Bool
    package var webFolder: URL?
    package var limits = Gate.Limits()
    /// The most connections open at once; nil: no limit of our own.
    package var connections: Int?
    package var logLevel: Logger.Level = .info
    /// Speech models of this installation.
    package var models: ModelCatalogue
    /// Which language model answers questions.
    package var language: LanguageSettings

    package static let defaultPort = 7860

    package init(
        host: String? = nil, port: Int? = nil, dataFolder: String? = nil, databaseURL: String? = nil,
        isDemo: Bool = false, environment: [String: String] = [:]
    ) throws {
        self.host = host ?? "127.0.0.1"
        self.port = port
        let folder = dataFolder ?? environment["DATA_DIR"] ?? Self.defaultDataFolder(environment)
        self.dataFolder = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        database = try Self.location(databaseURL ?? environment["DATABASE_URL"], in: self.dataFolder)
        self.isDemo = isDemo
        models = .standard(dataFolder: self.dataFolder, override: nil, environment: environment)
        language = try LanguageSettings(environment: environment)
        if let path = environment["ROUNDS_WEB_DIR"], !path.isEmpty {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                throw StartError.webFolderMissing(path)
            }
            webFolder = URL(fileURLWithPath: path, isDirectory: true)
        }
        if let text = environment["RATE_LIMIT_ENABLED"], !text.isEmpty {
            guard let isLimited = Self.flag(text) else {
                throw StartError.settingNotUnderstood(name: "RATE_LIMIT_ENABLED", expected: "true or false")
            }
            limits.isRateLimited = isLimited
        }
        if let text = environment["LOG_LEVEL"], !text.isEmpty {
            guard let level = Logger.Level(rawValue: text.lowercased()) else {
                let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw StartError.settingNotUnderstood(name: "LOG_LEVEL", expected: "one of \(levels)")
            }
            logLevel = level
        }
    }

    package var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    /// XDG Base Directory: `$XDG_DATA_HOME/rounds`, by default `~/.local/share/rounds`. A relative value is ignored, as
    /// that standard demands.
    private static func defaultDataFolder(_ environment: [String: String]) -> String {
        if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") { return home + "/rounds" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/rounds"
    }

    private static func location(_ url: String?, in folder: URL) throws -> DatabaseLocation {
        guard let url, !url.isEmpty else { return .sqlite(folder.appending(path: "rounds.sqlite").path) }
        if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") { return .postgres(url) }
        // sqlite:file, sqlite:///absolute/file
        guard url.hasPrefix("sqlite:") else { throw StartError.databaseURLNotUnderstood }
        let rest = url.dropFirst("sqlite:".count)
        let path = rest.hasPrefix("///") ? String(rest.dropFirst(2)) : String(rest)
        guard !path.isEmpty, !path.hasPrefix("//") else { throw StartError.databaseURLNotUnderstood }
        return .sqlite(URL(fileURLWithPath: path).standardizedFileURL.path)
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1", "yes", "on": true
        case "false", "0", "no", "off": false
        default: nil
        }
    }
}
