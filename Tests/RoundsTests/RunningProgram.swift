import Foundation
import FoundationNetworking
import Synchronization

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

    static func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        // nothing of the developer's own settings or data
        let kept = ProcessInfo.processInfo.environment.filter {
            ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key)
        }
        process.environment = kept.merging(["HOME": "/nonexistent"]) { $1 }.merging(environment) { $1 }
        return process
    }

    /// Runs a command to its end.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) async throws -> Result {
        let process = process(arguments, environment: environment)
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        async let outputText = text(of: output)
        async let errorText = text(of: errors)
        let (outputs, problems) = await (outputText, errorText)
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: outputs, errors: problems)
    }

    private static func text(of pipe: Pipe) async -> String {
        let file = pipe.fileHandleForReading
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: String(decoding: file.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }
}

/// A server of its own for one test, ended whatever happens.
final class RunningServer: Sendable {
    struct NotReady: Error { let output: String }

    private let process: Mutex<Process>
    let readyLine: String

    var url: URL { URL(string: readyLine.replacing("Rounds is ready at ", with: "")) ?? URL(fileURLWithPath: "/") }

    private init(process: sending Process, readyLine: String) {
        self.process = Mutex(process)
        self.readyLine = readyLine
    }

    static func with<T>(
        _ arguments: [String], environment: [String: String] = [:], _ body: (RunningServer) async throws -> T
    ) async throws -> T {
        let process = Program.process(["serve"] + arguments, environment: environment)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
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
        process.withLock { process in
            let start = ContinuousClock.now
            if process.isRunning { kill(process.processIdentifier, signal) }
            process.waitUntilExit()
            return (process.terminationStatus, ContinuousClock.now - start)
        }
    }
}
