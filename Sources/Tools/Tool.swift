package import Foundation

/// A program of the system that Rounds runs as a child: ffmpeg, pdftotext, tesseract.
///
/// A child gets nothing it was not given: no standard input, no environment but `PATH`, `LANG` and a scratch folder
/// in `TMPDIR`, no network where the kernel allows to take it away, limits of the kernel, and a process group that is
/// killed whole.
package struct Tool: Sendable {
    package let name: String
    /// Absolute path of the program.
    package let path: String

    /// Looks on `PATH`.
    /// - Throws: `ToolError.missing`, which names the Debian package.
    package static func find(_ name: String) throws -> Tool {
        for folder in searchPath.split(separator: ":") {
            let path = folder + "/" + name
            var status = stat()
            if access(path, X_OK) == 0, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                return Tool(name: name, path: String(path))
            }
        }
        throw ToolError.missing(tool: name, package: packages[name] ?? name)
    }

    package static func isInstalled(_ name: String) -> Bool { (try? find(name)) != nil }

    static var searchPath: String {
        ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    }

    private static let packages = [
        "ffmpeg": "ffmpeg", "ffprobe": "ffmpeg", "tesseract": "tesseract-ocr tesseract-ocr-eng",
        "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "pdfinfo": "poppler-utils",
        "prlimit": "util-linux", "unshare": "util-linux", "nice": "coreutils",
    ]
}

/// What a program left behind.
package struct ToolOutput: Sendable {
    /// Exit status; 128 + number for a signal that is none of its limits.
    package let status: Int
    package let standardOutput: [UInt8]
    /// The end of the error output, at most 4 KiB.
    package let standardError: String
}

extension Tool {
    /// Runs the program to its end and collects its output.
    ///
    /// - Parameters:
    ///   - input: standard input; without it there is none.
    ///   - workingFolder: where it runs; without it a folder that is removed afterwards.
    /// - Returns: also for a status other than 0, which is for the caller to judge.
    /// - Throws: `ToolError` when a limit ended it, `CancellationError`.
    package func run(
        _ arguments: [String], input: [UInt8]? = nil, workingFolder: URL? = nil, limits: ToolLimits
    ) async throws -> ToolOutput {
        try await ScratchFolder.with { scratch in
            var standardInput: URL?
            if let input {
                let file = scratch.appendingPathComponent("input")
                try Data(input).write(to: file)
                standardInput = file
            }
            let child = ToolProcess(
                tool: self, arguments: arguments, limits: limits, niceness: 0, scratch: scratch,
                folder: workingFolder ?? scratch, input: standardInput)
            var output: [UInt8] = []
            let end = try await child.run { output += $0 }
            return ToolOutput(status: end.status, standardOutput: output, standardError: end.complaint)
        }
    }

    /// Runs the program and hands its output over in pieces of up to 64 KiB as they come; while `body` works, the
    /// program waits. It is killed when `body` throws and when the task is cancelled.
    ///
    /// - Throws: what `body` throws; `ToolError` when a limit ended it or its status is not 0; `CancellationError`.
    package func stream(
        _ arguments: [String], limits: ToolLimits, niceness: Int = 0, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        try await ScratchFolder.with { scratch in
            let child = ToolProcess(
                tool: self, arguments: arguments, limits: limits, niceness: niceness, scratch: scratch,
                folder: scratch, input: nil)
            let end = try await child.run(body)
            guard end.status == 0 else {
                throw ToolError.failed(tool: name, status: end.status, complaint: end.complaint)
            }
        }
    }
}
