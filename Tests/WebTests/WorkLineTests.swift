import Testing

@testable import Web

/// The line of pushes, step by step: who begins, who waits, who is refused.
@Suite struct WorkLineTests {
    enum Step: Sendable, CustomStringConvertible {
        case arrive(Int, weight: Int, WorkLine.Arrival)
        case leave(weight: Int, begins: [Int])
        case giveUp(Int, begins: [Int])

        var description: String {
            switch self {
            case .arrive(let ticket, let weight, let arrival): "\(ticket) of \(weight) \(arrival)"
            case .leave(let weight, let begins): "\(weight) leaves → \(begins)"
            case .giveUp(let ticket, let begins): "\(ticket) gives up → \(begins)"
            }
        }
    }

    /// A capacity of 10, two may wait.
    static let cases: [(name: String, steps: [Step])] = [
        (
            "as many begin as there is room for",
            [.arrive(1, weight: 5, .begins), .arrive(2, weight: 5, .begins), .arrive(3, weight: 1, .waits)]
        ),
        (
            "the line has an end",
            [
                .arrive(1, weight: 10, .begins), .arrive(2, weight: 1, .waits), .arrive(3, weight: 1, .waits),
                .arrive(4, weight: 1, .refused), .leave(weight: 10, begins: [2, 3]), .arrive(5, weight: 8, .begins),
            ]
        ),
        (
            "a light one does not overtake a heavy one",
            [
                .arrive(1, weight: 6, .begins), .arrive(2, weight: 8, .waits), .arrive(3, weight: 1, .waits),
                .leave(weight: 6, begins: [2, 3]),
            ]
        ),
        (
            "what leaves makes room for the first only",
            [
                .arrive(1, weight: 4, .begins), .arrive(2, weight: 6, .begins), .arrive(3, weight: 6, .waits),
                .arrive(4, weight: 4, .waits), .leave(weight: 4, begins: []), .leave(weight: 6, begins: [3, 4]),
            ]
        ),
        (
            "one that gives up frees its place in the line",
            [
                .arrive(1, weight: 10, .begins), .arrive(2, weight: 1, .waits), .arrive(3, weight: 1, .waits),
                .giveUp(2, begins: []), .arrive(4, weight: 1, .waits), .leave(weight: 10, begins: [3, 4]),
            ]
        ),
        (
            "a heavy one that gives up lets those behind it begin",
            [
                .arrive(1, weight: 6, .begins), .arrive(2, weight: 8, .waits), .arrive(3, weight: 4, .waits),
                .giveUp(2, begins: [3]), .leave(weight: 6, begins: []), .arrive(4, weight: 6, .begins),
            ]
        ),
        (
            "giving up twice, or after having begun, changes nothing",
            [
                .arrive(1, weight: 10, .begins), .arrive(2, weight: 1, .waits), .giveUp(2, begins: []),
                .giveUp(2, begins: []), .giveUp(1, begins: []), .arrive(3, weight: 1, .waits),
            ]
        ),
    ]

    @Test(arguments: cases)
    func theLineIsKept(_ test: (name: String, steps: [Step])) {
        var line = WorkLine(capacity: 10, mostWaiting: 2)
        for step in test.steps {
            switch step {
            case .arrive(let ticket, let weight, let arrival):
                #expect(line.arrive(ticket, weight: weight) == arrival, "\(test.name): \(step)")
            case .leave(let weight, let begins):
                #expect(line.leave(weight: weight) == begins, "\(test.name): \(step)")
            case .giveUp(let ticket, let begins):
                #expect(line.giveUp(ticket) == begins, "\(test.name): \(step)")
            }
        }
    }

    /// Whatever comes in whatever order: never too much at work, never more waiting than may, and nobody forgotten.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func nobodyIsForgotten(seed: UInt64) {
        var random = Steps(state: seed)
        var line = WorkLine(capacity: 10, mostWaiting: 5)
        var weights: [Int: Int] = [:]
        var atWork: [Int] = []
        var waiting: [Int] = []
        for ticket in 0..<500 {
            var begun: [Int] = []
            switch random.next() % 4 {
            case 0 where !atWork.isEmpty:
                let done = atWork.remove(at: Int(random.next() % UInt64(atWork.count)))
                begun = line.leave(weight: weights[done] ?? 0)
            case 1 where !waiting.isEmpty:
                let gone = waiting.remove(at: Int(random.next() % UInt64(waiting.count)))
                begun = line.giveUp(gone)
            default:
                let weight = Int(random.next() % 10) + 1
                weights[ticket] = weight
                switch line.arrive(ticket, weight: weight) {
                case .begins: atWork.append(ticket)
                case .waits: waiting.append(ticket)
                case .refused: #expect(waiting.count == 5)
                }
            }
            #expect(begun == Array(waiting.prefix(begun.count)))
            waiting.removeFirst(begun.count)
            atWork += begun
            #expect(line.atWork == atWork.reduce(0) { $0 + (weights[$1] ?? 0) } && line.atWork <= 10)
            #expect(waiting.isEmpty || line.atWork + (weights[waiting[0]] ?? 0) > 10)
            #expect(waiting.count <= 5)
        }
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
