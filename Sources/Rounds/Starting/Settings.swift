package import Foundation
package import Language
package import Logging
package import Persistence
package import Speech
package import Web

/// Everything a start depends on, made of the configuration and checked.
package struct Settings: Sendable {
    package let configuration: Configuration
    package var host: String
    /// nil: 7860, or the next free one.
    package var port: Int?
    package var dataFolder: URL
    package var database: DatabaseLocation
    /// How long a read waits for a connection, and a write for another process's lock.
    package let databasePatience: Duration
    package var isDemo: Bool
    package var webFolder: URL?
    package var limits = Gate.Limits()
    /// The most connections open at once; nil: no limit of our own.
    package var connections: Int?
    /// A connection that says nothing for so long is closed.
    package let keepAlive: Duration
    package let logLevel: Logger.Level
    /// Speech models of this installation.
    package let models: ModelCatalogue
    /// Which language model answers questions.
    package let language: LanguageSettings
    package let isProduction: Bool
    package let sessionMinutes: Int
    package let accessMinutes: Int
    /// Signs access tokens in place of the keys in the data folder.
    package let secretKey: String?
    /// Doubtful identifiers of notes are masked whatever the school has set.
    package let isStrict: Bool
    /// Ordinary jobs at once.
    package let workers: Int
    /// Whether this server does jobs and keeps house; another one on the same database may.
    package let worksInBackground: Bool

    /// Whether more than `/health` tells how the machine is.
    package let showsHealth: Bool
    package let countsRequests: Bool
    /// Lets a program read `/metrics`.
    package let metricsToken: String?

    package static let defaultPort = 7860

    /// - Throws: `StartError`, `ConfigurationError`, `LanguageError`
    package init(
        host: String? = nil, port: Int? = nil, dataFolder: String? = nil, databaseURL: String? = nil,
        isDemo: Bool = false, file: String? = nil, environment: [String: String] = [:]
    ) throws {
        var flags: [ConfigurationKey: String] = [:]
        flags[.host] = host
        flags[.port] = port.map(String.init)
        flags[.dataFolder] = dataFolder
        flags[.databaseURL] = databaseURL
        try self.init(try Configuration(flags: flags, environment: environment, file: file), isDemo: isDemo)
    }

    package init(_ configuration: Configuration, isDemo: Bool = false) throws {
        self.configuration = configuration
        self.isDemo = isDemo
        host = try configuration.needed(.host)
        port = configuration.integer(.port)
        dataFolder = URL(fileURLWithPath: try configuration.needed(.dataFolder), isDirectory: true).standardizedFileURL
        database = try configuration.databaseLocation(in: dataFolder)
        databasePatience = .seconds(try configuration.neededInteger(.poolTimeout))
        webFolder = try configuration.webFolder()
        limits.isRateLimited = configuration.flag(.rateLimiting)
        keepAlive = .seconds(try configuration.neededInteger(.keepAlive))
        logLevel = Logger.Level(rawValue: try configuration.needed(.logLevel)) ?? .info
        models = .standard(
            dataFolder: dataFolder,
            first: configuration.text(.modelsFolder).map { URL(fileURLWithPath: $0, isDirectory: true) },
            preferred: configuration.text(.model))
        language = try configuration.language()
        isProduction = configuration.text(.environment) == "production"
        sessionMinutes = try configuration.neededInteger(.sessionTimeout)
        accessMinutes = try configuration.neededInteger(.accessToken)
        secretKey = configuration.text(.secretKey)
        isStrict = configuration.flag(.strictScrubbing)
        workers = try configuration.neededInteger(.maxWorkers)
        showsHealth = configuration.flag(.healthChecks)
        countsRequests = configuration.flag(.performanceMetrics)
        metricsToken = configuration.text(.metricsToken)
        worksInBackground = configuration.flag(.backgroundProcessing)
    }

    package var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    /// What a school on its own machine may do and a production server may not.
    /// - Throws: `ConfigurationError.weakSecret`, `plainHTTP`, `sampleSchool`
    package func checkProduction() throws {
        guard isProduction else { return }
        if isDemo { throw ConfigurationError.sampleSchool }
        if let secretKey, !SecretStrength.isEnough(secretKey) { throw ConfigurationError.weakSecret }
        if !isLoopback { throw ConfigurationError.plainHTTP(host: host) }
    }
}

enum SecretStrength {
    /// At least 32 characters, ten of them different, and no word that examples are made of.
    static func isEnough(_ secret: String) -> Bool {
        let text = secret.lowercased()
        return text.count >= 32 && Set(text).count >= 10
            && ![
                "changeme", "change-me", "change_me", "change-this", "secret", "password", "example", "your-", "your_",
            ]
            .contains { text.contains($0) }
    }
}
