package import Kernel

/// Why a program of the system gave no result. Sentences name programs and limits, never files or what is in them.
package enum ToolError: Failure, Equatable {
    /// Not on the search path; `package` is the Debian package that brings it.
    case missing(tool: String, package: String)
    /// More wall-clock or processor time than its limit.
    case timedOut(tool: String)
    case outOfMemory(tool: String)
    /// More bytes on its output, or in a file it wrote, than its limit.
    case tooMuchOutput(tool: String)
    /// It ended by itself with this status (128 + number for a signal). `complaint` is the end of its error output: for
    /// decisions of the caller, not for logs, as it may repeat what stands in a file.
    case failed(tool: String, status: Int, complaint: String)

    package var code: String {
        switch self {
        case .missing: "tool_missing"
        case .timedOut: "tool_timed_out"
        case .outOfMemory: "tool_out_of_memory"
        case .tooMuchOutput: "tool_output_too_large"
        case .failed: "tool_failed"
        }
    }

    package var kind: FailureKind {
        if case .missing = self { return .unavailable(retryAfter: 3600) }
        return .invalid
    }

    package var sentence: String {
        switch self {
        case .missing(let tool, let package):
            "The program \(tool) is not installed on the server. On Debian: apt-get install \(package)"
        case .timedOut(let tool): "\(tool) took too long and was stopped."
        case .outOfMemory(let tool): "\(tool) needed more memory than it may use."
        case .tooMuchOutput(let tool): "\(tool) wrote more than it may."
        case .failed(let tool, let status, _): "\(tool) ended with status \(status)."
        }
    }
}
