/// Who works and who waits, first come, first served: nobody overtakes, so that a heavy one is not passed by for ever.
/// Pure: it is told who arrives, leaves and gives up, and answers whose turn it is.
struct WorkLine: Sendable {
    enum Arrival: Sendable, Equatable { case begins, waits, refused }

    /// The weight that may be worked on at once; no single weight may be greater.
    let capacity: Int
    let mostWaiting: Int
    private(set) var atWork = 0
    private var waiting: [(ticket: Int, weight: Int)] = []

    init(capacity: Int, mostWaiting: Int) {
        self.capacity = capacity
        self.mostWaiting = mostWaiting
    }

    /// What `arrive` would say now.
    func arrival(weight: Int) -> Arrival {
        if waiting.isEmpty, atWork + weight <= capacity { return .begins }
        return waiting.count < mostWaiting ? .waits : .refused
    }

    mutating func arrive(_ ticket: Int, weight: Int) -> Arrival {
        let arrival = arrival(weight: weight)
        switch arrival {
        case .begins: atWork += weight
        case .waits: waiting.append((ticket, weight))
        case .refused: break
        }
        return arrival
    }

    /// One that worked is done.
    /// - Returns: tickets that begin now, in their order
    mutating func leave(weight: Int) -> [Int] {
        atWork -= weight
        return advance()
    }

    /// One that waits goes away, and may have been what held up the ones behind it.
    /// - Returns: tickets that begin now, in their order
    mutating func giveUp(_ ticket: Int) -> [Int] {
        waiting.removeAll { $0.ticket == ticket }
        return advance()
    }

    private mutating func advance() -> [Int] {
        var beginning: [Int] = []
        while let next = waiting.first, atWork + next.weight <= capacity {
            atWork += next.weight
            beginning.append(next.ticket)
            waiting.removeFirst()
        }
        return beginning
    }
}
