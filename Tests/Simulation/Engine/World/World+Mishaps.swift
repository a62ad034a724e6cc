import Kernel
import Persistence
import Web

/// What goes wrong, as far as the scenario lets it.
extension World {
    /// Now and then one of the scenario's faults strikes.
    func somethingGoesWrong() async throws {
        if mishaps.chance(0.35) { changeConnection(mishaps.number(0...browsers.count - 1)) }
        guard mishaps.chance(0.35) else { return }
        let fault = mishaps.pick(Fault.allCases)
        let index = mishaps.number(0...browsers.count - 1)
        guard scenario.faults.contains(fault) else { return }
        if !Fault.ofTheNetwork.contains(fault) { met(fault) }
        switch fault {
        case .dropRequest, .dropReply, .duplicate, .delay, .clockSkew: return
        case .deviceCrash: crash(index, "killed")
        case .powerCut: cutPower(index)
        case .wipe: wipe(index)
        case .deviceDiskFull: fillDisk(index)
        case .clockJump: jump(index)
        case .serverCrash: try await crashServer()
        case .serverDiskFull: try await setServerDisk(full: true)
        case .serverClock: serverSkew = mishaps.span(-90_000...90_000)
        case .restore: try await backUpOrRestore()
        case .horizon: try await forgetRemovals()
        case .signInExpiry: expire(index)
        case .otherUser: changeUser(index)
        case .roleChange: changeRole()
        case .rosterChange: try await changeRoster()
        case .office: try await officeWorks()
        }
    }

    func met(_ fault: Fault) {
        log.met[fault.rawValue, default: 0] += 1
    }

    // MARK: devices

    private func changeConnection(_ index: Int) {
        let isOnline = !browsers[index].isOnline
        connect(index, isOnline)
        if !isOnline { plan(.connection(browser: index, isOnline: true), after: mishaps.span(1_000...7_200_000)) }
    }

    func connect(_ index: Int, _ isOnline: Bool) {
        guard browsers[index].isOnline != isOnline else { return }
        browsers[index].isOnline = isOnline
        note("browser \(index): \(isOnline ? "online" : "offline")")
        if isOnline { exchange(index) }
    }

    private func crash(_ index: Int, _ how: String) {
        guard browsers[index].isUp else { return }
        note("browser \(index): \(how)")
        browsers[index].crash()
        plan(.reopen(browser: index), after: mishaps.span(1_000...1_800_000))
    }

    private func cutPower(_ index: Int) {
        guard browsers[index].isUp else { return }
        browsers[index].cutPower()
        note("browser \(index): power cut")
        plan(.reopen(browser: index), after: mishaps.span(1_000...1_800_000))
    }

    /// Whether the browser dies at this very step.
    func deviceCrashes(_ index: Int, _ when: String) -> Bool {
        guard mishaps.chance(0.04), scenario.faults.contains(.deviceCrash) else { return false }
        crash(index, "killed \(when)")
        return true
    }

    func reopen(_ index: Int) {
        guard !browsers[index].isUp else { return }
        browsers[index].isUp = true
        note("browser \(index): opened again")
        exchange(index)
    }

    /// The site data of all users is gone; what was unsent is lost, and the device comes back under a new id.
    private func wipe(_ index: Int) {
        note("browser \(index): site data wiped")
        for profile in browsers[index].profiles.values { log.wiped.insert(profile.durable.device) }
        browsers[index].profiles = [:]
        browsers[index].forgetMemory()
        open(browsers[index].page, at: index)
        exchange(index)
    }

    private func fillDisk(_ index: Int) {
        guard !browsers[index].isFull else { return }
        browsers[index].isFull = true
        note("browser \(index): disk full")
        plan(.room(browser: index), after: mishaps.span(1_000...1_800_000))
    }

    private func jump(_ index: Int) {
        let hours = mishaps.span(-48...48)
        browsers[index].skew = min(max(browsers[index].skew + hours * 3_600_000, -172_800_000), 172_800_000)
        note("browser \(index): clock is off by \(browsers[index].skew) ms")
    }

    // MARK: the server

    func planCrash() -> Server.Crash? {
        guard mishaps.chance(0.08), scenario.faults.contains(.serverCrash) else { return nil }
        return mishaps.pick([.beforeCommit, .afterCommit])
    }

    /// While nothing is asked of it.
    private func crashServer() async throws {
        guard serverIsUp else { return }
        note("server: crash")
        try await server.restart(from: try server.image())
        serverIsUp = false
        plan(.serverUp, after: mishaps.span(500...90_000))
    }

    func setServerDisk(full: Bool) async throws {
        guard server.isFull != full else { return }
        try await server.setFull(full)
        note("server: disk \(full ? "full" : "has room")")
        if full { plan(.serverDisk(isFull: false), after: mishaps.span(1_000...900_000)) }
    }

    private func backUpOrRestore() async throws {
        guard let backup, mishaps.chance(0.6) else {
            backup = try server.image()
            return note("server: backup taken")
        }
        log.life += 1
        try await server.restore(backup, epoch: SchoolTemplate.id("epoch \(log.life)"))
        note("server: restored from the backup")
    }

    // MARK: people and accounts

    private func expire(_ index: Int) {
        guard browsers[index].cookie != nil else { return }
        browsers[index].cookie = nil
        note("browser \(index): sign-in expired")
        plan(.signIn(browser: index), after: mishaps.span(1_000...5_400_000))
    }

    func signIn(_ index: Int) {
        browsers[index].cookie = browsers[index].page
        note("browser \(index): \(accounts[browsers[index].page]?.name ?? "") signed in")
        guard browsers[index].isUp, browsers[index].phase != .update else { return }
        browsers[index].phase = .idle
        exchange(index)
    }

    /// Somebody else signs in: in another tab while this one stays, or here, so that their own database opens.
    private func changeUser(_ index: Int) {
        let user = mishaps.pick(SchoolTemplate.accounts).userID
        browsers[index].cookie = user
        if mishaps.chance(0.5) {
            note("browser \(index): \(accounts[user]?.name ?? "") signed in elsewhere")
            return plan(.signIn(browser: index), after: mishaps.span(1_000...3_600_000))
        }
        guard browsers[index].isUp else { return }
        browsers[index].forgetMemory()
        note("browser \(index): page of \(accounts[user]?.name ?? "")")
        open(user, at: index)
        exchange(index)
    }

    private func changeRole() {
        let usual = mishaps.pick(SchoolTemplate.accounts)
        let role = mishaps.chance(0.6) ? usual.role : mishaps.pick(Role.allCases)
        accounts[usual.userID] = Principal(userID: usual.userID, name: usual.name, role: role, personID: usual.personID)
        note("office: \(usual.name) is \(role.rawValue) now")
    }
}
