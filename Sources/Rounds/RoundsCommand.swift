import ArgumentParser
import Foundation
import Kernel

/// `rounds`. Exit codes: 0 done, 1 the work failed (one sentence on standard error), 2 wrong usage.
@main
struct RoundsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rounds",
        abstract: """
            For schools of the health professions: the register, what attendance means, lectures as text, and \
            clinical notes against the rules, on your own machine.
            """,
        version: Version.current,
        subcommands: [
            Serve.self, Users.self, Attendance.self, Epoch.self, Models.self, Transcribe.self, Ask.self, Jobs.self,
            Scrub.self, ReviewNotes.self, Config.self, Audit.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        switch exitCode(for: error) {
        case .success:
            print(fullMessage(for: error))
            Foundation.exit(0)
        case .validationFailure:
            StandardError.write(fullMessage(for: error))
            Foundation.exit(2)
        case let code where error is ExitCode:
            Foundation.exit(code.rawValue)
        default:
            StandardError.write("rounds: \(sentence(for: error))")
            Foundation.exit(1)
        }
    }

    private static func sentence(for error: any Error) -> String {
        if let failure = error as? any Failure { return failure.sentence }
        return "it did not work: \(error)"
    }
}

enum StandardError {
    static func write(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

package enum Version {
    package static let current = "0.1.0"
}
