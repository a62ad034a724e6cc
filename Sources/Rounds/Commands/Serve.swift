import ArgumentParser
import Foundation
import Logging
import Speech

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the server.",
        discussion: """
            Prints "Rounds is ready at http://127.0.0.1:7860" once it answers. Without --port it takes 7860 or the next \
            free one. SIGTERM and Ctrl-C end it.
            """)

    @OptionGroup var data: DataOptions

    @Option(
        help: "Address to listen on (default: 127.0.0.1). Other than this computer's own only when an account exists.")
    var host: String?

    @Option(help: "Port to listen on.")
    var port: UInt16?

    @Flag(help: "Fill an empty database with a sample school.")
    var demo = false

    func run() async throws {
        let started = ContinuousClock.now
        var settings = try data.settings(host: host, port: port.map(Int.init), isDemo: demo)
        try settings.checkProduction()
        let logger = ServerLog.start(level: settings.logLevel)
        let folder = try DataFolder(settings.dataFolder)
        defer { withExtendedLifetime(folder) {} }
        if let obstacle = Surroundings.of(folder.url).obstacle {
            throw StartError.obstacle(obstacle, path: folder.url.path)
        }
        settings.connections = DescriptorLimit.raise()
        settings.port = try Ports.choose(settings.port, host: settings.host)
        var application = try await buildApplication(settings, logger: logger, started: started)
        let shownHost = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        application.ready = { port in
            FileHandle.standardOutput.write(Data("Rounds is ready at http://\(shownHost):\(port)\n".utf8))
        }
        try await application.serve()
    }
}

/// Where the data is; the same for every command.
struct DataOptions: ParsableArguments {
    @Option(help: "Folder of the data. Default: $XDG_DATA_HOME/rounds or ~/.local/share/rounds.")
    var dataDir: String?

    @Option(help: "sqlite:FILE or postgresql://USER@HOST/NAME. Default: a SQLite file in the data folder.")
    var databaseURL: String?

    @Option(help: "File with settings. Default: ROUNDS_CONFIG, then rounds.yaml in the data folder.")
    var config: String?

    func settings(host: String? = nil, port: Int? = nil, isDemo: Bool = false) throws -> Settings {
        try Settings(
            host: host, port: port, dataFolder: dataDir, databaseURL: databaseURL, isDemo: isDemo, file: config,
            environment: ProcessInfo.processInfo.environment)
    }

    /// Models of this installation, with a folder to look in first.
    func models(in folder: String?) throws -> ModelCatalogue {
        let settings = try settings()
        guard let folder else { return settings.models }
        return .standard(
            dataFolder: settings.dataFolder, first: URL(fileURLWithPath: folder, isDirectory: true),
            preferred: settings.models.preferred)
    }
}

enum ServerLog {
    /// Logs go to standard error; standard output is for results.
    static func start(level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        return Logger(label: "rounds")
    }
}
