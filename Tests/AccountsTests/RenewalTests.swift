import Kernel
import Persistence
import Testing
import Web

@testable import Accounts

struct RenewalTests {
    @Test("Each renewal hands out new tokens for the same sign-in")
    func rotates() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            var tokens = try await fixture.signIn("owner@example.org")
            for _ in 0..<5 {
                fixture.time.advance(900)
                #expect(try await fixture.store.principal(accessToken: tokens.access) == nil, "expired")
                let next = try await fixture.renew(tokens)
                #expect(next.refresh != tokens.refresh && next.session == tokens.session && next.csrf == tokens.csrf)
                #expect(try await fixture.store.principal(accessToken: next.access)?.sessionID == tokens.session)
                tokens = next
            }
        }
    }

    @Test("A token that was used long ago ends the sign-in for thief and owner alike")
    func reuse() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let stolen = try await fixture.signIn("owner@example.org")
            let honest = try await fixture.renew(stolen)
            #expect(try await fixture.store.principal(accessToken: honest.access) != nil)
            fixture.time.advance(31)
            #expect(await outcome { _ = try await fixture.renew(stolen) } == "refresh_reused")
            #expect(try await fixture.store.principal(accessToken: honest.access) == nil, "at once")
            #expect(await outcome { _ = try await fixture.renew(honest) } == "session_ended")
            #expect(await outcome { _ = try await fixture.signIn("owner@example.org") } == "ok")
        }
    }

    @Test("A lost reply costs nothing: the same token once more within 30 seconds")
    func lostReply() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let first = try await fixture.signIn("owner@example.org")
            _ = try await fixture.renew(first)
            fixture.time.advance(20)
            let second = try await fixture.renew(first)
            fixture.time.advance(900)
            #expect(await outcome { _ = try await fixture.renew(second) } == "ok")
        }
    }

    @Test("Two renewals at the same instant both succeed, a third does not")
    func concurrent() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let tokens = try await fixture.signIn("owner@example.org")
            let outcomes = await withTaskGroup(of: String.self) { group in
                for _ in 0..<3 { group.addTask { await outcome { _ = try await fixture.renew(tokens) } } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.sorted() == ["ok", "ok", "refresh_reused"])
        }
    }

    @Test("Bound to its device, its kind and its page")
    func bound() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let tokens = try await fixture.signIn("owner@example.org")
            let store = fixture.store
            let device = AccountsFixture.device
            for csrf in [nil, "", "0", String(repeating: "0", count: 64)] {
                #expect(
                    await outcome {
                        _ = try await store.renew(tokens.refresh, device: device, kind: .browser, csrf: csrf)
                    } == "csrf_failed")
            }
            #expect(
                await outcome {
                    _ = try await store.renew(tokens.refresh, device: device, kind: .program, csrf: nil)
                } == "session_ended", "a cookie's token is no program's")
            for unknown in ["", "x", tokens.access, RandomToken.base64url()] {
                #expect(
                    await outcome {
                        _ = try await store.renew(unknown, device: device, kind: .browser, csrf: tokens.csrf)
                    } == "session_ended")
            }
            #expect(await outcome { _ = try await fixture.renew(tokens) } == "ok", "none of it did harm")
            let again = try await fixture.signIn("owner@example.org")
            #expect(
                await outcome { _ = try await fixture.renew(again, device: "00000000-0000-7000-8000-0000000000d9") }
                    == "refresh_reused")
        }
    }

    @Test("Ends after the idle time without a renewal, and after 30 days in any case")
    func ends() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let idle = try await fixture.signIn("owner@example.org")
            fixture.time.advance(8 * 3600)
            #expect(await outcome { _ = try await fixture.renew(idle) } == "session_ended")
            var busy = try await fixture.signIn("owner@example.org")
            for _ in 0..<102 {
                fixture.time.advance(7 * 3600)
                busy = try await fixture.renew(busy)
            }
            fixture.time.advance(6 * 3600)
            #expect(await outcome { _ = try await fixture.renew(busy) } == "session_ended")
        }
    }

    @Test("Tokens are stored as hashes")
    func hashed() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let tokens = try await fixture.signIn("owner@example.org")
            let stored = try await fixture.store.database.read {
                try $0.fetchAll(String.self, "SELECT hash FROM refresh_token")
                    + $0.fetchAll(String.self, "SELECT current_token FROM sign_in")
            }
            #expect(stored == [Digest.sha256Hex(tokens.refresh), Digest.sha256Hex(tokens.refresh)])
        }
    }

    @Test("My sign-ins are listed, ended by me, and by nobody else")
    func sessions() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let store = fixture.store
            let owner = try await fixture.makeOwner()
            let other = try await fixture.make(.teacher)
            let first = try await fixture.signIn("owner@example.org")
            fixture.time.advance(1)
            let second = try await fixture.signIn("owner@example.org", device: "00000000-0000-7000-8000-0000000000d2")
            fixture.time.advance(1)
            let replaced = try await fixture.signIn("owner@example.org")
            #expect(try await store.principal(accessToken: first.access) == nil, "one sign-in for each device")
            #expect(try await store.sessions(of: owner.id).map(\.id) == [replaced.session, second.session])
            #expect(try await store.sessions(of: other.id).isEmpty)
            #expect(await outcome { try await store.endSession(second.session, of: other.id) } == "not_found")
            #expect(try await store.principal(accessToken: second.access) != nil)
            #expect(await outcome { try await store.endSession(second.session, of: owner.id) } == "ok")
            #expect(try await store.principal(accessToken: second.access) == nil, "at once")
            #expect(await outcome { try await store.endSession(second.session, of: owner.id) } == "not_found")
            try await store.endSession(refreshToken: replaced.refresh)
            #expect(try await store.sessions(of: owner.id).isEmpty)
        }
    }

    @Test("A change made by another process is seen within the time the cache may keep")
    func otherProcess() async throws {
        try await AccountsFixture.onEachEngine(settings: AccountsSettings(cacheMilliseconds: 0)) { fixture in
            try await fixture.makeOwner()
            let tokens = try await fixture.signIn("owner@example.org")
            #expect(try await fixture.store.principal(accessToken: tokens.access) != nil)
            _ = try await fixture.store.database.write { try $0.execute("UPDATE sign_in SET ended_at = 1") }
            #expect(try await fixture.store.principal(accessToken: tokens.access) == nil)
        }
    }
}
