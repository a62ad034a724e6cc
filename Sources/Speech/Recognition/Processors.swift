import Foundation

/// How many threads a window gets. whisper.cpp's threads wait for one another in busy loops, some thousand times a
/// window: where other work takes one of them off its processor, the rest burn theirs until it is back, and two threads
/// take several times as long as one. So it is asked before each window how much else runs.
enum Processors {
    /// More than this gains little.
    private static let most = 4

    /// Looks for a hundredth of a second.
    static func threads() -> Int {
        let samples = (0..<5).compactMap { index in
            if index > 0 { usleep(2_500) }
            return runnable()
        }
        return threads(processors: ProcessInfo.processInfo.activeProcessorCount, runnable: samples)
    }

    /// - Parameter runnable: how many threads of the machine ran or wanted to, the asking one included, a few times.
    static func threads(processors: Int, runnable: [Int]) -> Int {
        let others = runnable.isEmpty ? 0 : Double(runnable.reduce(0) { $0 + $1 - 1 }) / Double(runnable.count)
        return min(most, max(1, processors - Int(others.rounded())))
    }

    /// The fourth field of /proc/loadavg (proc(5)): runnable threads, a stroke, all threads.
    private static func runnable() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        return fields.count > 3 ? fields[3].split(separator: "/").first.flatMap { Int($0) } : nil
    }
}
