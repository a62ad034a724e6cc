import Kernel
import Operations
import Testing

@Suite struct AlertBookTests {
    private static let minute: Int64 = 60_000

    private func condition(_ isBroken: Bool) -> AlertCondition {
        AlertCondition("memory", value: isBroken ? 0.9 : 0.5, limit: 0.85, isBroken: isBroken)
    }

    /// Minutes and whether the condition is broken then (nil: not measured), and what is told.
    @Test(
        arguments: [
            ([(0, false), (1, false)], []), ([(0, true)], ["0 raised"]), ([(0, true), (1, true)], ["0 raised"]),
            ([(0, true), (14, true), (15, true)], ["0 raised", "15 repeated"]),
            ([(0, true), (15, true), (29, true), (30, true)], ["0 raised", "15 repeated", "30 repeated"]),
            ([(0, true), (1, false), (2, false)], ["0 raised", "1 resolved"]),
            ([(0, true), (1, false), (2, true)], ["0 raised", "1 resolved", "2 raised"]),
            ([(0, true), (20, nil), (21, false)], ["0 raised", "21 resolved"]),
            ([(0, true), (40, nil), (41, true)], ["0 raised", "41 repeated"]),
            ([(0, nil)], []),
        ] as [([(Int64, Bool?)], [String])])
    func raisedOnceRepeatedResolved(course: [(Int64, Bool?)], told: [String]) {
        var book = AlertBook()
        var events: [String] = []
        for (minute, isBroken) in course {
            let conditions = isBroken.map { [condition($0)] } ?? []
            events += book.evaluate(conditions, at: Instant(milliseconds: minute * Self.minute)).map {
                "\(minute) \($0.kind.rawValue)"
            }
        }
        #expect(events == told)
    }

    @Test func alertsDoNotMixUp() {
        var book = AlertBook()
        let now = Instant(milliseconds: 0)
        let disk = AlertCondition("disk", value: 0.95, limit: 0.9, isBroken: true)
        #expect(book.evaluate([condition(true), disk], at: now).map(\.name) == ["memory", "disk"])
        #expect(book.evaluate([condition(false), disk], at: now).map(\.name) == ["memory"])
        #expect(Set(book.open.keys) == ["disk"])
    }

    @Test(
        arguments: [
            ("memory", MachineReadings(memoryUsed: 0.85), nil, false),
            ("memory", MachineReadings(memoryUsed: 0.8501), nil, true),
            ("disk", MachineReadings(diskUsed: 0.90), nil, false),
            ("disk", MachineReadings(diskUsed: 0.901), nil, true),
            ("response_time", MachineReadings(), (1, 0, 30.0), false),
            ("response_time", MachineReadings(), (1, 0, 30.1), true),
            ("response_time", MachineReadings(), (0, 0, nil), false),
            ("error_rate", MachineReadings(), (20, 1, 0.1), false),
            ("error_rate", MachineReadings(), (20, 2, 0.1), true),
            ("error_rate", MachineReadings(), (19, 19, 0.1), false),
            ("error_rate", MachineReadings(), (0, 0, nil), false),
        ] as [(String, MachineReadings, (Int, Int, Double?)?, Bool)])
    func theLimits(name: String, readings: MachineReadings, requests: (Int, Int, Double?)?, isBroken: Bool) throws {
        let summary = requests.map {
            RequestWindows.Summary(window: 300, requests: $0.0, errors: $0.1, p50: $0.2, p95: $0.2, p99: $0.2)
        }
        let found = AlertLimits.conditions(readings, summary)
        #expect(try #require(found.first { $0.name == name }).isBroken == isBroken)
    }

    @Test func whatCannotBeReadIsNoCondition() {
        #expect(AlertLimits.conditions(MachineReadings(), nil).isEmpty)
    }

    @Test(arguments: [(900, false), (900.5, true), (0, false)])
    func aQueueIsStuckAfterAQuarterOfAnHour(seconds: Double, isBroken: Bool) {
        #expect(AlertLimits.queue(waiting: seconds).isBroken == isBroken)
    }
}
