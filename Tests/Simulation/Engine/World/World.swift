import Kernel
import Register
import Sync
import Web

/// One run: some browsers, one server, a network between them, people, and what goes wrong.
package final class World {
    package let scenario: Scenario
    package var trace = Trace()
    let server: Server
    var accounts: [String: Principal]
    var browsers: [Browser] = []
    var agenda = Agenda()
    var flights: [Int: Flight] = [:]
    var log = Log()
    /// Milliseconds since 1970, as it really is.
    var now: Int64
    var actsLeft: Int
    var serverIsUp = true
    var backup: DiskImage?
    let template: SchoolTemplate

    // One stream of chance for each concern.
    var people: Dice
    var network: Dice
    var mishaps: Dice
    var devices: Dice

    static let idlePoll: Int64 = 600_000
    static let timeout: Int64 = 30_000

    init(_ scenario: Scenario, template: SchoolTemplate, folder: Folder) async throws {
        self.scenario = scenario
        self.template = template
        server = try await Server(
            folder: folder, image: template.image, seed: scenario.seed, sabotage: scenario.sabotage
        )
        accounts = Dictionary(uniqueKeysWithValues: SchoolTemplate.accounts.map { ($0.userID, $0) })
        now = (Instant(rfc3339: SchoolTemplate.start) ?? Instant(milliseconds: 0)).milliseconds
        actsLeft = scenario.acts
        people = Dice(seed: scenario.seed, stream: "people")
        network = Dice(seed: scenario.seed, stream: "network")
        mishaps = Dice(seed: scenario.seed, stream: "mishaps")
        devices = Dice(seed: scenario.seed, stream: "devices")
        for index in 0..<scenario.browsers { addBrowser(index) }
    }

    private func addBrowser(_ index: Int) {
        // The first two teach the same group; of the others anybody may be, also one of those two again.
        let user = index < 2 ? SchoolTemplate.accounts[index] : devices.pick(SchoolTemplate.accounts)
        let version = devices.chance(0.5) ? SyncRequest.protocols.lowerBound : SyncRequest.protocols.upperBound
        var browser = Browser(index: index, version: version, user: user.userID)
        if scenario.faults.contains(.clockSkew) {
            met(.clockSkew)
            browser.skew = devices.span(-172_800_000...172_800_000)
        }
        browsers.append(browser)
        open(user.userID, at: index)
        plan(.wake(browser: index, token: 0), after: Int64(index) * 1_000)
    }

    /// Opens a user's database on a browser, making it when there is none.
    func open(_ user: String, at index: Int) {
        browsers[index].page = user
        if browsers[index].profiles[user] != nil { return }
        let device = Identifier.v7(at: browsers[index].now(now), random: &devices)
        let replica = Replica(user: user, name: accounts[user]?.name ?? "", device: device)
        browsers[index].profiles[user] = Browser.Profile(replica)
        note("browser \(index): new database of \(replica.name), device \(device.suffix(4))")
    }

    func plan(_ event: Event, after delay: Int64) {
        agenda.plan(event, at: now + delay)
    }

    func note(_ text: String) {
        trace.note(Instant(milliseconds: now), text)
    }

    // MARK: the run

    /// Until people have done everything and the last of it was tried to be sent.
    func run() async throws {
        plan(.act, after: 2_000)
        while let (at, event) = agenda.next() {
            advance(to: at)
            try await happen(event)
            if actsLeft == 0, browsers.allSatisfy({ $0.flight == nil }) { break }
        }
    }

    func advance(to time: Int64) {
        now = max(now, time)
        server.clock.set(Instant(milliseconds: now + serverSkew))
    }

    /// How far the server's clock is off.
    var serverSkew: Int64 = 0

    private func happen(_ event: Event) async throws {
        switch event {
        case .act: try await act()
        case .wake(let browser, let token):
            if browsers[browser].token == token { exchange(browser) }
        case .arrive(let flight, let isCopy): try await arrive(flight, isCopy: isCopy)
        case .answer(let flight): answer(flight)
        case .timeout(let flight): timeout(flight)
        case .reopen(let browser): reopen(browser)
        case .connection(let browser, let isOnline): connect(browser, isOnline)
        case .room(let browser):
            browsers[browser].isFull = false
            note("browser \(browser): disk has room")
        case .signIn(let browser): signIn(browser)
        case .serverUp: serverIsUp = true
        case .serverDisk(let isFull): try await setServerDisk(full: isFull)
        }
    }

    private func act() async throws {
        actsLeft -= 1
        try await somebodyActs()
        try await somethingGoesWrong()
        if actsLeft > 0 { plan(.act, after: pause()) }
    }

    /// Between two things that people do: mostly seconds, sometimes a night.
    private func pause() -> Int64 {
        switch people.number(1...20) {
        case 1...11: people.span(0...20_000)
        case 12...17: people.span(20_000...600_000)
        case 18...19: people.span(600_000...10_800_000)
        default: people.span(10_800_000...50_000_000)
        }
    }
}
