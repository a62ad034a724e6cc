import Foundation
import Synchronization

/// How much a document may take before it is refused, so that no file costs more than ten seconds and 300 MB; only the
/// recognition of scanned pages may go on for longer, and stops by itself.
package struct ExtractionLimits: Sendable {
    /// Size of a file that is read into memory (all but PDF and pictures).
    package var fileBytes = 96 << 20
    /// Expanded size of one part of an office file.
    package var partBytes = 32 << 20
    package var textBytes = 16 << 20
    package var blocks = 200_000
    package var pages = 3_000
    /// Processor time for everything but recognition: a busy machine does not make a file a bad one. The wall clock
    /// may show four times as much.
    package var seconds = 8.0
    /// Address space of a tool.
    package var memoryBytes = 300 << 20
    package var pixels = 40_000_000
    package var recognisedPages = 60
    /// Processor time for drawing a scanned page, and again for recognising it.
    package var pageSeconds = 4
    /// For all scanned pages together.
    package var recognitionSeconds = 90.0

    /// Whether the lines of a page of a PDF or picture stay lines; without it a block is one run of words.
    package var keepsLines = false

    package init() {}
}

/// Tells a reader on a thread of its own that nobody waits for it any more.
final class ReadingStop: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}

/// Counts what a document has used of its limits.
struct ExtractionBudget {
    private let stop: ReadingStop?
    /// Processor time of this thread at which reading ends; nil where the work is a child's.
    private let end: Double?
    private var textLeft: Int
    private var blocksLeft: Int
    private var steps = 0

    /// - Parameter stop: of a reader that stays on one thread; without it only text and blocks are counted
    init(_ limits: ExtractionLimits, stop: ReadingStop? = nil) {
        self.stop = stop
        end = stop.map { _ in Self.threadSeconds() + limits.seconds }
        textLeft = limits.textBytes
        blocksLeft = limits.blocks
    }

    /// - Throws: `too_large`
    mutating func spend(_ text: String) throws {
        textLeft -= text.utf8.count
        blocksLeft -= 1
        guard textLeft >= 0, blocksLeft >= 0 else {
            throw DocumentError.tooLarge(what: "it holds more text than can be read")
        }
    }

    /// Called for every piece of markup; looks at the clock now and then.
    /// - Throws: `took_too_long`
    mutating func step() throws {
        steps += 1
        guard steps % 1024 == 0 else { return }
        try checkTime()
    }

    func checkTime() throws {
        if let end, Self.threadSeconds() > end { throw DocumentError.tookTooLong }
        if stop?.isSet ?? false { throw CancellationError() }
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
