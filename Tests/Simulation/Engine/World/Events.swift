import Sync

/// Something that is going to happen.
enum Event: Sendable {
    /// Somebody does something somewhere.
    case act
    /// A device's timer; of another token it was cancelled.
    case wake(browser: Int, token: Int)
    /// A request reaches the server; a copy's answer goes nowhere.
    case arrive(flight: Int, isCopy: Bool)
    case answer(flight: Int)
    case timeout(flight: Int)
    /// A crashed browser is opened again.
    case reopen(browser: Int)
    case connection(browser: Int, isOnline: Bool)
    case signIn(browser: Int)
    /// There is room on the device's disk again.
    case room(browser: Int)
    case serverUp
    case serverDisk(isFull: Bool)
}

/// What is going to happen, in the order of time; equal times in the order in which they were planned.
struct Agenda: Sendable {
    fileprivate struct Item {
        let at: Int64
        let number: Int
        let event: Event
    }

    private var items: [Item] = []
    private var count = 0

    mutating func plan(_ event: Event, at: Int64) {
        let item = Item(at: at, number: count, event: event)
        count += 1
        let place = items.firstIndex { $0.at > at } ?? items.endIndex
        items.insert(item, at: place)
    }

    mutating func next() -> (at: Int64, event: Event)? {
        items.isEmpty ? nil : items.removeFirst().parts
    }

    var isEmpty: Bool { items.isEmpty }
}

extension Agenda.Item {
    fileprivate var parts: (at: Int64, event: Event) { (at, event) }
}

/// A request under way.
struct Flight: Sendable {
    let browser: Int
    /// Whose database it was made from.
    let page: String
    /// Who was signed in when it left.
    let cookie: String?
    let body: [UInt8]
    let operations: [String]
    var reply: Server.Reply?
}
