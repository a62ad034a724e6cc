import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// One run of a tool as a child process.
struct ToolProcess {
    let tool: Tool
    let arguments: [String]
    let limits: ToolLimits
    let niceness: Int
    let scratch: URL
    let folder: URL
    let input: URL?

    struct End {
        /// Exit status, 128 + number for a signal.
        let status: Int
        let complaint: String
    }

    /// - Throws: a `ToolError` when one of the limits ended it, `CancellationError`, or what `body` throws.
    func run(_ body: ([UInt8]) async throws -> Void) async throws -> End {
        let command = try await Launcher.command(tool, arguments, limits: limits, niceness: niceness)
        try Task.checkCancellation()
        let source = try FileDescriptor.open(FilePath(input?.path ?? "/dev/null"), .readOnly)
        let errors = ErrorTail()
        let result = try await Subprocess.run(
            Self.configuration(command, scratch: scratch, folder: folder),
            input: .fileDescriptor(source, closeAfterSpawningProcess: true), output: .sequence, error: .sequence
        ) { execution in
            // Whatever happens, nothing of the group outlives this block; its id cannot have been given to others, as
            // the child is only reaped afterwards.
            defer { try? execution.send(signal: .kill, toProcessGroup: true) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { for try await piece in execution.standardError { errors.add(piece) } }
                group.addTask {
                    guard limits.wallSeconds.isFinite else { return }
                    try await Task.sleep(for: .seconds(limits.wallSeconds))
                    errors.timedOut()
                    try? execution.send(signal: .kill, toProcessGroup: true)
                }
                var left = limits.outputBytes
                for try await piece in execution.standardOutput {
                    if errors.isTimedOut { break }
                    left -= piece.count
                    guard left >= 0 else { throw ToolError.tooMuchOutput(tool: tool.name) }
                    try await body(piece.withUnsafeBytes { Array($0) })
                }
                try Task.checkCancellation()
                try await ChildExit.wait(execution.processIdentifier.value)
                group.cancelAll()
            }
        }
        try Task.checkCancellation()
        if errors.isTimedOut { throw ToolError.timedOut(tool: tool.name) }
        return try end(result.terminationStatus, complaint: errors.text)
    }

    /// Tells the ends that a limit brought about from those of the tool itself.
    private func end(_ status: TerminationStatus, complaint: String) throws -> End {
        switch status {
        case .exited(let code):
            if code != 0, Self.speaksOfMemory(complaint) { throw ToolError.outOfMemory(tool: tool.name) }
            return End(status: Int(code), complaint: complaint)
        case .signaled(let signal):
            switch signal {
            case SIGXCPU: throw ToolError.timedOut(tool: tool.name)
            case SIGXFSZ: throw ToolError.tooMuchOutput(tool: tool.name)
            // the kernel's answer to processor time beyond the hard limit, or to a machine without memory
            case SIGKILL: throw ToolError.timedOut(tool: tool.name)
            case SIGABRT, SIGSEGV, SIGBUS:
                if Self.speaksOfMemory(complaint) { throw ToolError.outOfMemory(tool: tool.name) }
            default: break
            }
            return End(status: 128 + Int(signal), complaint: complaint)
        }
    }

    private static func speaksOfMemory(_ complaint: String) -> Bool {
        let text = complaint.lowercased()
        return ["bad_alloc", "out of memory", "cannot allocate", "memory exhausted"].contains { text.contains($0) }
    }

    private static func configuration(_ command: [String], scratch: URL, folder: URL) -> Configuration {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        return Configuration(
            executable: .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
            environment: .custom([
                "PATH": Tool.searchPath, "LANG": "C.UTF-8", "TMPDIR": scratch.path,
                // tesseract would otherwise start a thread for every core and spin in their barriers
                "OMP_THREAD_LIMIT": "1",
            ]),
            workingDirectory: FilePath(folder.path), platformOptions: options)
    }

    /// Whether a command of the system itself ends well.
    static func succeeds(_ command: [String]) async throws -> Bool {
        let root = URL(fileURLWithPath: "/")
        let result = try await Subprocess.run(
            configuration(command, scratch: root, folder: root), output: .discarded, error: .discarded)
        return result.terminationStatus.isSuccess
    }
}

/// The end of a child's error output, and whether its time ran out.
private final class ErrorTail: Sendable {
    private let state = Mutex<(bytes: [UInt8], timedOut: Bool)>(([], false))

    func add(_ piece: SubprocessOutputSequence.Buffer) {
        piece.withUnsafeBytes { bytes in
            state.withLock { $0.bytes = ($0.bytes + bytes).suffix(4096) }
        }
    }

    func timedOut() { state.withLock { $0.timedOut = true } }
    var isTimedOut: Bool { state.withLock { $0.timedOut } }
    var text: String { String(decoding: state.withLock { $0.bytes }, as: UTF8.self) }
}

/// Waits for the end of a child without reaping it.
private enum ChildExit {
    static func wait(_ process: pid_t) async throws {
        var pause = 1
        while true {
            var info = siginfo_t()
            let answer = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
            // si_pid stays 0 while the child runs; an error means that there is no child to wait for
            if answer != 0 || info.si_signo != 0 { return }
            try await Task.sleep(for: .milliseconds(pause))
            pause = min(pause * 2, 50)
        }
    }
}
