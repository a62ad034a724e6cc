import Foundation

/// A line on standard error that is written over and over; nothing where that is no terminal.
struct ProgressBar: Sendable {
    /// Seconds of the recording, when they are known beforehand.
    let total: Double?

    static var isWanted: Bool { isatty(STDERR_FILENO) == 1 }

    /// - Parameter done: seconds.
    func show(_ done: Double) {
        guard Self.isWanted else { return }
        Self.write("\r\u{1B}[K" + Self.line(done, of: total))
    }

    func clear() {
        guard Self.isWanted else { return }
        Self.write("\r\u{1B}[K")
    }

    static func line(_ done: Double, of total: Double?) -> String {
        guard let total, total > 0 else { return "\(clock(done)) done" }
        let share = min(1, done / total)
        let full = Int((share * 30).rounded(.down))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 30 - full)
        return "\(bar) \(Int(share * 100)) %  \(clock(min(done, total))) of \(clock(total))"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds)
        return String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
    }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
