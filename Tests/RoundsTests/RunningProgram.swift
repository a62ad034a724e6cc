import Foundation
import FoundationNetworking

/// The `rounds` executable beside the tests.
enum Program {
    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    static var url: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rounds")
    }

    static func start(_ arguments: [String], environment: [String: String], keepsErrors: Bool) throws -> ChildProcess {
        // nothing of the developer's own settings or data
        let kept = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key)
        }
        return try ChildProcess(
            url, arguments, environment: kept.merging(["HOME": "/nonexistent"]) { $1 }.merging(environment) { $1 },
            keepsErrors: keepsErrors)
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) async throws -> Result {
        let child = try start(arguments, environment: environment, keepsErrors: true)
        try child.input.write(contentsOf: Data(input.utf8))
        try child.input.close()
        async let output = ChildProcess.text(of: child.output)
        async let errors = ChildProcess.text(of: child.errors ?? .nullDevice)
        let (outputs, problems) = await (output, errors)
        return Result(status: child.wait(), output: outputs, errors: problems)
    }
}

/// A server of its own for one test, ended whatever happens.
final class RunningServer: Sendable {
    struct NotReady: Error { let output: String }

    private let process: ChildProcess
    let readyLine: String

    var url: URL { URL(string: readyLine.replacing("Rounds is ready at ", with: "")) ?? URL(fileURLWithPath: "/") }

    private init(process: ChildProcess, readyLine: String) {
        self.process = process
        self.readyLine = readyLine
    }

    static func with<T>(
        _ arguments: [String], environment: [String: String] = [:], _ body: (RunningServer) async throws -> T
    ) async throws -> T {
        let process = try Program.start(["serve"] + arguments, environment: environment, keepsErrors: false)
        let line = String(decoding: process.output.availableData, as: UTF8.self)
        let server = RunningServer(
            process: process, readyLine: line.trimmingCharacters(in: .whitespacesAndNewlines))
        defer { _ = server.stop(with: SIGKILL) }
        guard line.hasPrefix("Rounds is ready at ") else { throw NotReady(output: line) }
        return try await body(server)
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> (status: Int, body: String) {
        var request = URLRequest(url: url.appending(path: path))
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    /// The exit code and how long it took.
    func stop(with signal: Int32 = SIGTERM) -> (status: Int32, time: Duration) {
        let start = ContinuousClock.now
        process.send(signal)
        return (process.wait(), ContinuousClock.now - start)
    }
}
