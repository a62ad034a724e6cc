import Kernel
import Testing

@testable import Accounts

struct RefreshFamilyTests {
    private static let start = Instant(milliseconds: 1_763_717_400_000)
    private static let device = "00000000-0000-7000-8000-000000000001"

    struct Step: Sendable {
        let token: String
        let at: Int64
        let outcome: RefreshFamily.Outcome
        var device = RefreshFamilyTests.device

        init(_ token: String, at: Int64, _ outcome: RefreshFamily.Outcome, device: String = RefreshFamilyTests.device) {
            self.token = token
            self.at = at
            self.outcome = outcome
            self.device = device
        }
    }

    struct Case: Sendable {
        let name: String
        let steps: [Step]
    }

    /// Each accepted step hands out T1, T2, … in turn; the family begins with T0.
    @Test(
        "Tokens are used once, with mercy for one lost reply",
        arguments: [
            Case(
                name: "one after the other",
                steps: [.init("T0", at: 60, .rotated), .init("T1", at: 960, .rotated), .init("T2", at: 1860, .rotated)]),
            Case(
                name: "a lost reply: the same token once more within 30 s",
                steps: [.init("T0", at: 60, .rotated), .init("T0", at: 89, .rotated), .init("T2", at: 900, .rotated)]),
            Case(
                name: "two tabs at once: either answer may be the one that is kept",
                steps: [.init("T0", at: 60, .rotated), .init("T0", at: 61, .rotated), .init("T1", at: 900, .rotated)]),
            Case(
                name: "but not both",
                steps: [
                    .init("T0", at: 60, .rotated), .init("T0", at: 61, .rotated), .init("T1", at: 900, .rotated),
                    .init("T2", at: 901, .reused),
                ]),
            Case(
                name: "a third time ends the family",
                steps: [
                    .init("T0", at: 60, .rotated), .init("T0", at: 61, .rotated), .init("T0", at: 62, .reused),
                    .init("T2", at: 63, .ended),
                ]),
            Case(
                name: "31 seconds later is a thief",
                steps: [.init("T0", at: 60, .rotated), .init("T0", at: 91, .reused), .init("T1", at: 92, .ended)]),
            Case(
                name: "the grandmother of the current token",
                steps: [
                    .init("T0", at: 60, .rotated), .init("T1", at: 61, .rotated), .init("T0", at: 62, .reused),
                ]),
            Case(
                name: "a token of this family on another device",
                steps: [
                    .init("T0", at: 60, .reused, device: "00000000-0000-7000-8000-000000000002"),
                    .init("T0", at: 61, .ended),
                ]),
            Case(name: "idle too long", steps: [.init("T0", at: 28_800, .ended)]),
            Case(
                name: "each use moves the idle end",
                steps: [.init("T0", at: 28_000, .rotated), .init("T1", at: 56_000, .rotated)]),
        ])
    func rotation(_ example: Case) {
        var family = RefreshFamily(
            device: Self.device, current: "T0", rotatedAt: Self.start, expiresAt: Self.start.adding(seconds: 86_400),
            idleUntil: Self.start.adding(seconds: 28_800))
        var made = 0
        for step in example.steps {
            let now = Self.start.adding(seconds: step.at)
            let outcome = family.present(
                step.token, from: step.device, next: "T\(made + 1)", at: now, idleUntil: now.adding(seconds: 28_800))
            if outcome == .rotated { made += 1 }
            #expect(outcome == step.outcome, "\(example.name), \(step.token) at \(step.at)")
        }
    }

    @Test("Thirty days end it however busy it is")
    func absoluteEnd() {
        var family = RefreshFamily(
            device: Self.device, current: "T0", rotatedAt: Self.start, expiresAt: Self.start.adding(seconds: 3600),
            idleUntil: Self.start.adding(seconds: 1800))
        let late = Self.start.adding(seconds: 1700)
        #expect(
            family.present("T0", from: Self.device, next: "T1", at: late, idleUntil: late.adding(seconds: 28_800))
                == .rotated)
        #expect(family.idleUntil == family.expiresAt)
        let over = Self.start.adding(seconds: 3600)
        #expect(
            family.present("T1", from: Self.device, next: "T2", at: over, idleUntil: over.adding(seconds: 28_800))
                == .ended)
    }
}
