import ArgumentParser

struct Attendance: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What the attendance exports say; needs neither a server nor a database.",
        subcommands: [AttendanceAnalyze.self])
}
