import Kernel
import Persistence
import Testing
import Web

@testable import Accounts

struct SignInTests {
    @Test("An access token says who somebody is now, not who they were")
    func principal() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let account = try await fixture.make(.teacher)
            let tokens = try await fixture.signIn("teacher@example.org")
            let store = fixture.store
            #expect(try await store.principal(accessToken: tokens.access)?.role == .teacher)
            _ = try await store.change(account.id, AccountChange(role: .student), by: .owner)
            #expect(try await store.principal(accessToken: tokens.access)?.role == .student)
            _ = try await store.change(account.id, AccountChange(disabled: true), by: .owner)
            #expect(try await store.principal(accessToken: tokens.access) == nil)
            _ = try await store.change(account.id, AccountChange(disabled: false), by: .owner)
            #expect(try await store.principal(accessToken: tokens.access) == nil, "ended sign-ins stay ended")
            #expect(await outcome { _ = try await fixture.renew(tokens) } == "session_ended")
        }
    }

    @Test("What goes on for long, as an event stream, asks for the sign-in and not for the token")
    func whoSomebodyIsLater() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let authenticator = RoundsAuthenticator(store: fixture.store)
            let desktop = try #require(try await authenticator.signedIn(Credentials(remoteAddress: "127.0.0.1")))
            #expect(try await authenticator.current(desktop.principal)?.role == .owner)
            try await fixture.makeOwner()
            #expect(try await authenticator.current(desktop.principal) == nil, "desktop mode is over")

            let account = try await fixture.make(.teacher)
            let tokens = try await fixture.signIn("teacher@example.org")
            let caller = try #require(try await fixture.store.principal(accessToken: tokens.access))
            fixture.time.advance(3_600)
            #expect(try await fixture.store.principal(accessToken: tokens.access) == nil, "the token has expired")
            #expect(try await authenticator.current(caller) == caller)
            _ = try await fixture.store.change(account.id, AccountChange(role: .student), by: .owner)
            #expect(try await authenticator.current(caller)?.role == .student)
            try await fixture.store.endSession(try #require(caller.sessionID), of: account.id)
            #expect(try await authenticator.current(caller) == nil)
        }
    }

    @Test("An unknown address, a wrong password and a disabled account: same answer, same work")
    func sameAnswer() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let account = try await fixture.make(.teacher)
            _ = try await fixture.store.change(account.id, AccountChange(disabled: true), by: .owner)
            let before = fixture.hasher.comparisons.count
            let outcomes = [
                await outcome { _ = try await fixture.signIn("nobody@example.org") },
                await outcome { _ = try await fixture.signIn("owner@example.org", password: "not the password") },
                await outcome { _ = try await fixture.signIn("teacher@example.org") },
                await outcome { _ = try await fixture.signIn("no address at all") },
            ]
            #expect(outcomes == Array(repeating: "wrong_credentials", count: 4))
            #expect(fixture.hasher.comparisons.count - before == 4)
            #expect(fixture.hasher.comparisons.filter { $0 == fixture.hasher.decoy }.count == 3)
        }
    }

    @Test("Five wrong passwords lock, also for an address that nobody has")
    func lockout() async throws {
        for email in ["owner@example.org", "nobody@example.org"] {
            try await AccountsFixture.onEachEngine { fixture in
                try await fixture.makeOwner()
                for _ in 0..<5 {
                    #expect(
                        await outcome { _ = try await fixture.signIn(email, password: "wrong") } == "wrong_credentials")
                }
                let compared = fixture.hasher.comparisons.count
                do {
                    _ = try await fixture.signIn(email.uppercased(), from: "198.51.100.1")
                    Issue.record("let in")
                } catch {
                    #expect(error as? AccountsError == .tooManyAttempts(retryAfter: 60))
                }
                #expect(fixture.hasher.comparisons.count == compared, "nothing was compared")
                fixture.time.advance(61)
                let expected = email.hasPrefix("owner") ? "ok" : "wrong_credentials"
                #expect(await outcome { _ = try await fixture.signIn(email) } == expected)
            }
        }
    }

    @Test("A hundred guesses at once do not slip past the limit")
    func burst() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let outcomes = await withTaskGroup(of: String.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        await outcome {
                            _ = try await fixture.signIn("owner@example.org", password: "guess \(number)")
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["wrong_credentials": 5, "too_many_attempts": 35])
        }
    }

    @Test("A right password forgets the failures before it")
    func successForgets() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            for _ in 0..<3 {
                for _ in 0..<4 {
                    _ = await outcome { _ = try await fixture.signIn("owner@example.org", password: "no") }
                }
                #expect(await outcome { _ = try await fixture.signIn("owner@example.org") } == "ok")
            }
        }
    }

    @Test("One address that tries many accounts is stopped too")
    func addressLock() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            for number in 0..<50 {
                _ = await outcome { _ = try await fixture.signIn("user\(number)@example.org", password: "x") }
            }
            #expect(await outcome { _ = try await fixture.signIn("owner@example.org") } == "too_many_attempts")
            #expect(await outcome { _ = try await fixture.signIn("owner@example.org", from: "198.51.100.1") } == "ok")
        }
    }

    @Test("Neither addresses nor e-mails of attempts are in the database")
    func attemptsArePrivate() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            _ = await outcome { _ = try await fixture.signIn("ada@example.org", from: "203.0.113.7") }
            let keys = try await fixture.store.database.read {
                try $0.fetchAll(String.self, "SELECT attempt_key FROM sign_in_attempt")
            }
            #expect(keys.count == 2)
            #expect(keys.allSatisfy { !$0.contains("ada@example") && !$0.contains("203.0.113") })
        }
    }

    @Test("Changing the password needs the old one and ends the other sign-ins")
    func password() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let store = fixture.store
            let desktop = try #require(store.desktop.owner)
            let new = "seven quiet herons"
            #expect(
                await outcome {
                    try await store.changePassword(of: desktop, current: "", new: new, from: "127.0.0.1")
                } == "no_password")
            try await fixture.makeOwner()
            let here = try await fixture.signIn("owner@example.org")
            let there = try await fixture.signIn("owner@example.org", device: "00000000-0000-7000-8000-0000000000d2")
            func change(_ current: String, _ new: String) async -> String {
                await outcome {
                    try await store.changePassword(of: here.principal, current: current, new: new, from: "203.0.113.7")
                }
            }
            #expect(await change("not the password", new) == "wrong_password")
            #expect(await change(AccountsFixture.password, "password1234") == "invalid_input")
            #expect(await change(AccountsFixture.password, new) == "ok")
            #expect(try await store.principal(accessToken: here.access) != nil)
            #expect(try await store.principal(accessToken: there.access) == nil)
            #expect(await outcome { _ = try await fixture.signIn("owner@example.org") } == "wrong_credentials")
            #expect(await outcome { _ = try await fixture.signIn("owner@example.org", password: new) } == "ok")
        }
    }
}
