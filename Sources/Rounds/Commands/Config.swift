import ArgumentParser
import Web

struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Settings: what holds and where it comes from.", subcommands: [Explain.self])

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print every setting, its value and its source.",
            discussion: """
                A flag comes before the environment, that before the file (--config, ROUNDS_CONFIG, or rounds.yaml in \
                the data folder), that before the default. Secrets are not shown.
                """)

        @OptionGroup var data: DataOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() throws {
            let settings = try data.settings().configuration.explained()
            switch format {
            case .json: print(String(decoding: try JSON.encode(settings), as: UTF8.self))
            case .text:
                let width = settings.map(\.key.count).max() ?? 0
                for setting in settings {
                    let key = setting.key + String(repeating: " ", count: width - setting.key.count)
                    print("\(key)  \(setting.value ?? "-")  (\(setting.source))")
                }
            }
        }
    }
}
