import Foundation
import Glibc
import Synchronization

/// A child with pipes, by posix_spawn. Foundation's `Process.run()` reads past the end of directory records while it counts
/// open files, and ends the tests now and then (mended in Foundation in 2026, not in this toolchain).
final class ChildProcess: Sendable {
    struct NotStarted: Error { let code: Int32 }

    let identifier: pid_t
    let input: FileHandle
    let output: FileHandle
    /// Nil when standard error goes nowhere.
    let errors: FileHandle?
    private let ended = Mutex<Int32?>(nil)
    /// One at a time: between making a pipe and marking it, another child would inherit it.
    private static let starting = NSLock()

    init(_ executable: URL, _ arguments: [String], environment: [String: String], keepsErrors: Bool) throws {
        Self.starting.lock()
        defer { Self.starting.unlock() }
        let (input, output) = (try Self.pipe(), try Self.pipe())
        let errors =
            keepsErrors
            ? try Self.pipe()
            : (read: open("/dev/null", O_RDONLY | O_CLOEXEC), write: open("/dev/null", O_WRONLY | O_CLOEXEC))
        defer { for file in [input.read, output.write, errors.write] { close(file) } }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (file, number) in [
            (input.read, STDIN_FILENO), (output.write, STDOUT_FILENO), (errors.write, STDERR_FILENO),
        ] {
            posix_spawn_file_actions_adddup2(&actions, file, number)
        }

        let texts = [executable.path] + arguments
        var argv = texts.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child = pid_t()
        let code = posix_spawn(&child, executable.path, &actions, nil, &argv, &envp)
        self.input = FileHandle(fileDescriptor: input.write, closeOnDealloc: true)
        self.output = FileHandle(fileDescriptor: output.read, closeOnDealloc: true)
        self.errors = keepsErrors ? FileHandle(fileDescriptor: errors.read, closeOnDealloc: true) : nil
        if !keepsErrors { close(errors.read) }
        identifier = child
        guard code == 0 else { throw NotStarted(code: code) }
    }

    /// Its exit code, or the signal that ended it; waits for the end.
    func wait() -> Int32 {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
            let signal = status & 0x7F
            let code = signal == 0 ? (status >> 8) & 0xFF : signal
            ended = code
            return code
        }
    }

    /// Sends a signal, unless its end was waited for.
    func send(_ signal: Int32) {
        ended.withLock { ended in
            if ended == nil { _ = kill(identifier, signal) }
        }
    }

    /// Everything that comes from it, to the end.
    static func text(of file: FileHandle) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: String(decoding: file.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }

    /// Both ends are closed in children: nobody else keeps a pipe open.
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var files: [Int32] = [0, 0]
        guard Glibc.pipe(&files) == 0 else { throw NotStarted(code: errno) }
        for file in files { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
        return (files[0], files[1])
    }
}
