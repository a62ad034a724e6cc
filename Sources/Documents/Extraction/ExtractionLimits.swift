import Foundation

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
    /// For everything but recognition.
    package var seconds = 9.0
    /// Address space of a tool.
    package var memoryBytes = 300 << 20
    package var pixels = 40_000_000
    package var recognisedPages = 60
    /// For all scanned pages together.
    package var recognitionSeconds = 90.0

    package init() {}
}

/// Counts what a document has used of its limits.
struct ExtractionBudget {
    private let limits: ExtractionLimits
    private let end: ContinuousClock.Instant
    private var textLeft: Int
    private var blocksLeft: Int
    private var steps = 0

    init(_ limits: ExtractionLimits) {
        self.limits = limits
        end = .now + .seconds(limits.seconds)
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
        guard ContinuousClock.now < end else { throw DocumentError.tookTooLong }
        if Task.isCancelled { throw CancellationError() }
    }

    /// Seconds left, at least a little.
    var secondsLeft: Double { max(0.1, Double((end - .now).components.seconds) + 1) }
}
