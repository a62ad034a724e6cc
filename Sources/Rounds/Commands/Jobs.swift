import ArgumentParser
import Foundation
import Jobs
import Kernel
import Logging
import Persistence
import Register
import Scribe
import Web

struct Jobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Long work: what waits, what runs, what became of it.", subcommands: [List.self, Run.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show jobs: id, kind, what it is about, state, progress, tries, message.",
            discussion: "Running ones first, then the queue in its order, then finished ones, the last first.")

        @OptionGroup var data: DataOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() async throws {
            let (jobs, subjects) = try await withScribe(data) { scribe, _ in
                let jobs = try await scribe.jobs.list()
                return (jobs, try await scribe.subjects(of: jobs, for: Self.operator))
            }
            switch format {
            case .json:
                let listed = jobs.map { ListedJob(job: $0, about: subjects[$0.id]) }
                print(String(decoding: try JSON.encode(listed), as: UTF8.self))
            case .text:
                if jobs.isEmpty { StandardError.write("There are no jobs.") } else { print(Self.heading) }
                for job in jobs { print(Self.line(job, about: subjects[job.id])) }
            }
        }

        private static let heading = ["ID", "KIND", "SUBJECT", "STATE", "PROGRESS", "TRIES", "MESSAGE"]
            .joined(separator: "\t")

        /// Whoever may open the data folder.
        private static let `operator` = Principal(userID: "operator", name: "Rounds", role: .owner)

        private static func line(_ job: Job, about: String?) -> String {
            [
                job.id, job.kind, about ?? job.subject, job.state.rawValue, "\(Int(job.progress * 100)) %",
                "\(job.attempts)",
                job.message ?? job.errorCode ?? job.place.map { "place \($0)" } ?? "",
            ].joined(separator: "\t")
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Do work now, in this process.",
            discussion: """
                NAME is the name of work that comes round by itself (\(scheduledNames.joined(separator: ", "))), which is \
                put into the queue unless it is there, or the id of a job, as "rounds jobs list" shows it. It is done \
                here, or waited for when a running server was faster. Exit code 1 when the job fails.
                """)

        @OptionGroup var data: DataOptions

        @Argument(help: "The name of scheduled work, or the id of a job.")
        var name: String

        func run() async throws {
            let job = try await withScribe(data) { scribe, logger in
                let id = try await Self.find(name, scribe.jobs)
                let worker = JobWorker(store: scribe.jobs, handlers: scribeJobHandlers(scribe), logger: logger)
                while true {
                    try await worker.workOff(only: id)
                    let job = try await scribe.jobs.job(id)
                    if job.state.isFinished { return job }
                    // a server has it, or it pauses before its next try
                    try await Task.sleep(for: .milliseconds(500))
                }
            }
            guard job.state == .succeeded else { throw JobRunError(job: job) }
            StandardError.write("Done: \(job.kind).")
        }

        private static func find(_ name: String, _ jobs: JobStore) async throws -> String {
            if scheduledNames.contains(name) { return try await jobs.enqueue(kind: name, subject: name).id }
            return try await jobs.job(name).id
        }
    }

    /// Names that are the kind and the subject of their jobs as well.
    private static let scheduledNames = [SweepScribe.kind]
}

/// A job and, where there is more than an id, what it is about.
private struct ListedJob: Encodable {
    let job: Job
    let about: String?

    private enum CodingKeys: CodingKey { case about }

    func encode(to encoder: any Encoder) throws {
        try job.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(about, forKey: .about)
    }
}

private struct JobRunError: Failure {
    let job: Job

    var code: String { job.errorCode ?? job.state.rawValue }
    var kind: FailureKind { .conflict }
    var sentence: String { job.message ?? "The job ended as \(job.state.rawValue)." }
}

/// Scribe beside a server that may be running.
func withScribe<T>(_ data: DataOptions, _ body: (ScribeStore, Logger) async throws -> T) async throws -> T {
    try await withExistingDatabase(data) { database, settings, logger in
        let register = try RegisterStore(
            database: database, secretsFolder: settings.dataFolder.appending(path: "secrets"))
        return try await body(try openScribe(settings, database, register: register), logger)
    }
}
