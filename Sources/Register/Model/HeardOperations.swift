/// Up to which operation a device was heard, and what is missing below.
package struct HeardOperations: Sendable, Equatable {
    /// The greatest sequence number heard; 0 when none was.
    package private(set) var heard: Int64
    /// Missing ranges below `heard`, ascending, both ends included.
    package private(set) var gaps: [ClosedRange<Int64>]

    /// A device that counts wildly must not fill the row; older gaps are the ones worth keeping.
    private static let mostGaps = 200

    package init(heard: Int64 = 0, gaps: [ClosedRange<Int64>] = []) {
        self.heard = heard
        self.gaps = gaps
    }

    package mutating func hear(_ seq: Int64) {
        if seq > heard {
            if seq > heard + 1, gaps.count < Self.mostGaps { gaps.append(heard + 1...seq - 1) }
            heard = seq
            return
        }
        guard let index = gaps.firstIndex(where: { $0.contains(seq) }) else { return }
        let gap = gaps.remove(at: index)
        var rest: [ClosedRange<Int64>] = []
        if gap.lowerBound < seq { rest.append(gap.lowerBound...seq - 1) }
        if seq < gap.upperBound { rest.append(seq + 1...gap.upperBound) }
        gaps.insert(contentsOf: rest, at: index)
    }

    /// JSON, as it is stored and sent: `[[3,4]]`.
    package var storedGaps: String {
        "[" + gaps.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",") + "]"
    }
}
