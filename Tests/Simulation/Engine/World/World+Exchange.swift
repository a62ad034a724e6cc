import Kernel
import Sync

/// The sender of a browser and the network it talks through. Twin of `web/sync/engine.js` and `exchange.js`.
extension World {
    /// Sends one request unless one is under way.
    func exchange(_ index: Int) {
        let browser = browsers[index]
        guard browser.isUp, browser.phase != .update, let replica = browser.replica else { return }
        if browser.flight != nil {
            browsers[index].isStale = true
            return
        }
        browsers[index].isStale = false
        browsers[index].token += 1
        let operations = replica.nextBatch(scenario.batch)
        guard browser.isOnline else { return failed(index, retryAfter: 0) }
        let body = Wire.request(replica, operations: operations, version: browser.version, limit: scenario.page)
        log.requests += 1
        let number = log.requests
        flights[number] = Flight(
            browser: index, page: browser.page, cookie: browser.cookie, body: body, operations: operations.map(\.id))
        browsers[index].flight = number
        trace.mix(body)
        note("browser \(index): request \(number) of \(replica.name) with \(operations.map(\.id.brief))")
        plan(.timeout(flight: number), after: Self.timeout)
        if happens(.dropRequest, 0.15) { return note("network: request \(number) lost") }
        plan(.arrive(flight: number, isCopy: false), after: latency())
        if happens(.duplicate, 0.15) { plan(.arrive(flight: number, isCopy: true), after: latency() * 7) }
    }

    /// Whether a fault of the network strikes now.
    private func happens(_ fault: Fault, _ probability: Double) -> Bool {
        guard network.chance(probability), scenario.faults.contains(fault) else { return false }
        met(fault)
        return true
    }

    private func latency() -> Int64 {
        let usual = network.span(5...300)
        return happens(.delay, 0.1) ? usual * 150 : usual
    }

    /// The server's side of a request.
    func arrive(_ number: Int, isCopy: Bool) async throws {
        guard let flight = flights[number], serverIsUp else { return }
        let crash = planCrash()
        let reply = try await serve(flight, crash: crash)
        if let crash {
            note("server: crash \(crash.rawValue) of request \(number)")
            serverIsUp = false
            plan(.serverUp, after: mishaps.span(500...90_000))
        }
        note("server: request \(number)\(isCopy ? " again" : "") → \(describe(reply))")
        if isCopy { return }
        if case .silence = reply { return }
        flights[number]?.reply = reply
        if happens(.dropReply, 0.15) { return note("network: answer \(number) lost") }
        plan(.answer(flight: number), after: latency())
    }

    /// Hands bytes to the server and notes what it said.
    func serve(_ flight: Flight, crash: Server.Crash? = nil) async throws -> Server.Reply {
        let caller = flight.cookie.flatMap { accounts[$0] }
        let reply = try await server.handle(flight.body, by: caller, crash: crash)
        if case .refused(let status, _) = reply { log.met["answered \(status)", default: 0] += 1 }
        if case .answer(let bytes) = reply {
            trace.mix(bytes)
            for told in try Wire.answer(bytes).verdicts {
                log.answered.append(Log.Answered(told: told, life: log.life))
            }
        }
        return reply
    }

    private func describe(_ reply: Server.Reply) -> String {
        switch reply {
        case .silence: return "nothing"
        case .refused(let status, let after): return "\(status), retry after \(after) s"
        case .answer(let bytes):
            guard let answer = try? Wire.answer(bytes) else { return "unreadable" }
            let verdicts = answer.verdicts.map { told in
                "\(told.id.brief) \(told.verdict)\(told.original.map { " (\($0))" } ?? "")\(told.code.map { " \($0)" } ?? "")"
            }
            let reset = answer.reset ? ", reset" : ""
            return "\(verdicts), \(answer.changes.count) records\(reset)\(answer.more ? ", more" : "")"
        }
    }

    // MARK: the device again

    func answer(_ number: Int) {
        guard let flight = flights[number], let reply = flight.reply, browsers[flight.browser].flight == number else {
            return
        }
        browsers[flight.browser].flight = nil
        if deviceCrashes(flight.browser, "before it wrote answer \(number)") { return }
        receive(reply, flight)
        if browsers[flight.browser].isUp { _ = deviceCrashes(flight.browser, "after it wrote answer \(number)") }
    }

    private func receive(_ reply: Server.Reply, _ flight: Flight) {
        let index = flight.browser
        switch reply {
        case .silence: return
        case .refused(401, _): browsers[index].phase = .signedOut
        case .refused(426, _): browsers[index].phase = .update
        case .refused(_, let after): failed(index, retryAfter: after)
        case .answer(let bytes):
            guard !browsers[index].isFull, let answer = try? Wire.answer(bytes) else {
                return failed(index, retryAfter: 0)
            }
            // This browser's cookies are another person's now; what they may see is not for this user's database.
            if let user = answer.user, user != flight.page {
                browsers[index].phase = .otherUser
                return
            }
            let epoch = browsers[index].profiles[flight.page]?.durable.epoch
            let isKnown = epoch == nil || epoch == answer.epoch
            write(answer, at: index, page: flight.page)
            if answer.verdicts.contains(where: { $0.code == "author_mismatch" }) {
                browsers[index].phase = .otherUser
                return
            }
            if !flight.operations.isEmpty, answer.verdicts.isEmpty, isKnown { return failed(index, retryAfter: 0) }
            succeeded(index, more: answer.more || browsers[index].replica?.entries(.waiting).isEmpty == false)
        }
    }

    /// One transaction of the device.
    func write(_ answer: Wire.Answer, at index: Int, page: String) {
        let local = browsers[index].now(now).milliseconds
        guard let taken = browsers[index].profiles[page]?.durable.absorb(answer, now: local) else { return }
        for told in taken {
            log.acknowledged.append(Log.Acknowledged(id: told.id, outcome: told.outcome, life: log.life))
        }
    }

    private func succeeded(_ index: Int, more: Bool) {
        browsers[index].failures = 0
        browsers[index].phase = .idle
        if more || browsers[index].isStale { return exchange(index) }
        browsers[index].idlePolls += 1
        if browsers[index].idlePolls < 3 { wake(index, after: Self.idlePoll) }
    }

    func failed(_ index: Int, retryAfter: Int) {
        let wait = Outbox.delay(
            failures: browsers[index].failures, random: devices.fraction(), retryAfterSeconds: retryAfter)
        browsers[index].failures += 1
        browsers[index].phase = .waiting
        wake(index, after: Int64(wait))
    }

    func wake(_ index: Int, after delay: Int64) {
        browsers[index].token += 1
        plan(.wake(browser: index, token: browsers[index].token), after: delay)
    }

    func timeout(_ number: Int) {
        guard let flight = flights[number], browsers[flight.browser].flight == number else { return }
        browsers[flight.browser].flight = nil
        note("browser \(flight.browser): no answer to request \(number)")
        failed(flight.browser, retryAfter: 0)
    }
}

extension String {
    /// The last four characters, for lines that people read.
    var brief: String { String(suffix(4)) }
}
