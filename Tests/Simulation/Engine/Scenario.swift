/// What can go wrong in a run.
package enum Fault: String, Sendable, CaseIterable {
    // network
    case dropRequest, dropReply, duplicate, delay
    // devices
    case deviceCrash, powerCut, wipe, deviceDiskFull, clockSkew, clockJump
    // server
    case serverCrash, serverDiskFull, serverClock, restore, horizon
    // people
    case signInExpiry, otherUser, roleChange, rosterChange, office

    /// Those that strike by themselves and not as something that happens.
    static let ofTheNetwork: Set<Fault> = [.dropRequest, .dropReply, .duplicate, .delay, .clockSkew]
}

/// Everything that a run depends on. All of it follows from the seed; the rest is for shrinking a failure and for tests.
package struct Scenario: Sendable {
    package let seed: UInt64
    package var faults: Set<Fault>
    /// Things that people do before the faults stop.
    package var acts: Int
    package var browsers: Int
    /// Operations of a push, and records of a page.
    let batch: Int
    let page: Int
    var sabotage: Sabotage?

    package init(seed: UInt64, sabotage: Sabotage? = nil) {
        self.seed = seed
        self.sabotage = sabotage
        var dice = Dice(seed: seed, stream: "scenario")
        let share = dice.pick([0.15, 0.4, 0.4, 0.7, 1.0])
        faults = Set(Fault.allCases.filter { _ in dice.chance(share) })
        acts = dice.number(10...45)
        browsers = dice.number(2...5)
        batch = dice.pick([1, 3, 10, 200])
        page = dice.pick([3, 7, 30, 2_000])
    }
}
