import Kernel
import Testing

@testable import Accounts

struct LockoutTests {
    private static let start = Instant(milliseconds: 1_763_717_400_000)
    private static func at(_ seconds: Int64) -> Instant { start.adding(seconds: seconds) }

    struct Case: Sendable {
        let name: String
        let failuresAt: [Int64]
        let askedAt: Int64
        let wait: Int?
    }

    @Test(
        "How long the next attempt waits",
        arguments: [
            Case(name: "no failure", failuresAt: [], askedAt: 0, wait: nil),
            Case(name: "four failures", failuresAt: [0, 1, 2, 3], askedAt: 4, wait: nil),
            Case(name: "five failures lock for a minute", failuresAt: [0, 1, 2, 3, 4], askedAt: 5, wait: 59),
            Case(name: "after the minute one more try", failuresAt: [0, 1, 2, 3, 4], askedAt: 64, wait: nil),
            Case(name: "a sixth failure waits two minutes", failuresAt: [0, 1, 2, 3, 4, 64], askedAt: 64, wait: 120),
            Case(name: "a seventh waits four", failuresAt: [0, 1, 2, 3, 4, 64, 184], askedAt: 184, wait: 240),
            Case(name: "five in 15 minutes and one second", failuresAt: [0, 1, 2, 3, 901], askedAt: 902, wait: nil),
            Case(name: "five in just under 15 minutes", failuresAt: [0, 1, 2, 3, 899], askedAt: 900, wait: 59),
            Case(
                name: "the delay grows over several locks", failuresAt: [0, 1, 2, 3, 4, 2000, 2001, 2002, 2003, 2004],
                askedAt: 2004, wait: 120),
            Case(
                name: "a quiet day forgets", failuresAt: [0, 1, 2, 3, 4, 90_000, 90_001, 90_002, 90_003, 90_004],
                askedAt: 90_004, wait: 60),
        ])
    func waits(_ example: Case) {
        var lockout = Lockout()
        for time in example.failuresAt { lockout.recordFailure(at: Self.at(time), rule: .account) }
        #expect(lockout.wait(at: Self.at(example.askedAt)) == example.wait, "\(example.name)")
    }

    @Test("The delay never exceeds an hour")
    func longestDelay() {
        var lockout = Lockout()
        var now = Self.start
        for _ in 0..<40 {
            lockout.recordFailure(at: now, rule: .account)
            now = lockout.lockedUntil ?? now.adding(seconds: 1)
        }
        lockout.recordFailure(at: now, rule: .account)
        #expect((lockout.wait(at: now) ?? 0) <= 3600)
    }

    @Test("A right password takes its own attempt back, lock included")
    func takeBack() {
        var lockout = Lockout()
        for time in [0, 1, 2, 3, 4] as [Int64] { lockout.recordFailure(at: Self.at(time), rule: .account) }
        lockout.takeBack(Self.at(4), rule: .account)
        #expect(lockout.wait(at: Self.at(4)) == nil)
        #expect(lockout.recent.count == 4)
        #expect(lockout.level == 0)
    }

    @Test("An address may fail ten times as often as an account")
    func address() {
        var lockout = Lockout()
        for time in 0..<49 { lockout.recordFailure(at: Self.at(Int64(time)), rule: .address) }
        #expect(lockout.wait(at: Self.at(49)) == nil)
        lockout.recordFailure(at: Self.at(49), rule: .address)
        #expect(lockout.wait(at: Self.at(49)) == 60)
    }
}
