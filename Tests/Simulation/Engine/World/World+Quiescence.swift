import Kernel
import Sync

/// The faults stop, everybody signs in at every device, and everything is exchanged until nobody has anything to say.
extension World {
    /// Rounds over all devices; far more than the longest run needs.
    private static let mostRounds = 60
    private static let mostRequests = 500

    /// - Returns: whether silence was reached.
    func exchangeEverything() async throws -> Bool {
        note("faults stop")
        serverIsUp = true
        serverSkew = 0
        if server.isFull { try await setServerDisk(full: false) }
        for index in browsers.indices {
            browsers[index].isUp = true
            browsers[index].isFull = false
            browsers[index].forgetMemory()
        }
        for _ in 0..<Self.mostRounds {
            var isQuiet = true
            for index in browsers.indices {
                for user in browsers[index].profiles.keys.sorted() {
                    if try await exchangeAll(index, user) { isQuiet = false }
                }
            }
            if isQuiet { return true }
        }
        return false
    }

    /// - Returns: whether there was any news.
    private func exchangeAll(_ index: Int, _ user: String) async throws -> Bool {
        browsers[index].page = user
        browsers[index].cookie = user
        var hadNews = false
        for _ in 0..<Self.mostRequests {
            advance(to: now + 1_000)
            guard let replica = browsers[index].replica else { return hadNews }
            let operations = replica.nextBatch(scenario.batch)
            let body = Wire.request(
                replica, operations: operations, version: browsers[index].version, limit: scenario.page)
            let flight = Flight(
                browser: index, page: user, cookie: user, body: body, operations: operations.map(\.id))
            trace.mix(body)
            guard case .answer(let bytes) = try await serve(flight) else {
                note("browser \(index): refused in quiet times")
                return true
            }
            let answer = try Wire.answer(bytes)
            write(answer, at: index, page: user)
            hadNews = hadNews || !operations.isEmpty || !answer.changes.isEmpty
            if !answer.more, browsers[index].replica?.entries(.waiting).isEmpty != false { return hadNews }
        }
        return true
    }
}
