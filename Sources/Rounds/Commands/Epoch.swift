import ArgumentParser
import Persistence

struct Epoch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The history that this database belongs to.",
        discussion: """
            After an older state was put in place of the database (a restored backup, a copied file), run \
            "rounds epoch begin": devices then start anew and push again what the older state lacks. It works beside a \
            running server.
            """,
        subcommands: [Show.self, Begin.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print the epoch.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            print(try await withExistingDatabase(data) { database, _, _ in try await database.read { try $0.epoch() } })
        }
    }

    struct Begin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin a new epoch after a restore, and print it.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            print(
                try await withExistingDatabase(data) { database, _, _ in
                    try await database.write { try $0.beginEpoch() }
                })
        }
    }
}
