import ArgumentParser
import Foundation
import Kernel
import Operations
import Persistence
import Web

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The audit trail: who did what to which thing.", subcommands: [Verify.self, Export.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the whole trail and say whether it is as it was written.",
            discussion: """
                Finds every edit, deletion, reordering and truncation. Note the number of rows and the last hash \
                somewhere else: they must be in every later trail of this installation. Exit code 1 when it is broken.
                """)

        @OptionGroup var data: DataOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() async throws {
            let start = ContinuousClock.now
            let verdict = try await withExistingDatabase(data) { database, _, _ in
                try await AuditStore(database: database).verify()
            }
            if format == .json { print(verdict.json.canonicalText) }
            switch verdict {
            case .intact(let rows, let hash):
                if format == .text { print("\(rows) rows, intact; last hash \(hash)") }
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                StandardError.write("Read in \(seconds.formatted(.number.precision(.fractionLength(2)))) s.")
            case .broken(let row, let fault): throw AuditError.broken(at: row, fault)
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the trail to a file that anybody can check.",
            discussion: "scripts/audit-verify checks the file with nothing but Python.")

        @OptionGroup var data: DataOptions

        @Argument(help: "The file to write; one that is there is replaced.")
        var file: String

        func run() async throws {
            let rows = try await withExistingDatabase(data) { database, _, _ in
                let rows = try await AuditStore(database: database).export(to: URL(fileURLWithPath: file))
                try await database.write { try $0.audit("audit.export", "audit", at: .now()) }
                return rows
            }
            StandardError.write("\(rows) rows written to \(file).")
        }
    }
}
