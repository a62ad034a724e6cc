import Kernel
import Testing
import Web

@testable import Accounts

struct AccountsStoreTests {
    @Test("Until the first account the person at the machine is the owner, under one id for ever")
    func desktopMode() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let store = fixture.store
            let owner = try #require(store.desktop.owner)
            #expect(store.isDesktop)
            #expect(owner.role == .owner)
            #expect(owner.name == "Grace Hopper")
            try await store.prepare(ownerName: "Somebody New")
            #expect(store.desktop.owner == owner, "a second start")

            let account = try await fixture.makeOwner()
            #expect(account.id == owner.userID, "marks keep their author")
            #expect(account.role == .owner)
            #expect(!store.isDesktop)
            #expect(await outcome { try await fixture.makeOwner() } == "desktop_mode_ended")
            try await store.prepare(ownerName: "Somebody New")
            #expect(!store.isDesktop)
        }
    }

    @Test("Two first accounts at once: one wins")
    func firstAccountRace() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let outcomes = await withTaskGroup(of: String.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        await outcome {
                            _ = try await fixture.store.takeOver(
                                AccountsFixture.new("owner\(number)@example.org", .owner))
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["ok": 1, "desktop_mode_ended": 7])
        }
    }

    @Test("An e-mail address belongs to one account, however it is written")
    func uniqueEmail() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let teacher = try await fixture.make(.teacher, "Ada@Example.org")
            #expect(teacher.email == "ada@example.org")
            #expect(await outcome { try await fixture.make(.student, "ADA@example.ORG") } == "email_taken")
            let change = AccountChange(email: EmailAddress("Owner@example.org"))
            #expect(
                await outcome { _ = try await fixture.store.change(teacher.id, change, by: .owner) } == "email_taken")
            #expect(try await fixture.signIn(" ADA@example.org").principal.userID == teacher.id)
        }
    }

    @Test("A weak password is refused wherever one is set")
    func weakPasswords() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let weak = NewAccount(
                email: try #require(EmailAddress("ada@example.org")), name: "Ada Lovelace", role: .owner,
                password: "password1234")
            #expect(await outcome { _ = try await fixture.store.takeOver(weak) } == "invalid_input")
            let owner = try await fixture.makeOwner()
            #expect(await outcome { _ = try await fixture.store.create(weak, by: .owner) } == "invalid_input")
            let change = AccountChange(password: "short")
            #expect(
                await outcome { _ = try await fixture.store.change(owner.id, change, by: .owner) } == "invalid_input")
        }
    }

    @Test("There is always an owner, also when two step down at once")
    func lastOwner() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            let first = try await fixture.makeOwner()
            let demotion = AccountChange(role: .teacher)
            #expect(
                await outcome { _ = try await fixture.store.change(first.id, demotion, by: .owner) } == "last_owner")
            let second = try await fixture.make(.owner, "second@example.org")
            let outcomes = await withTaskGroup(of: String.self) { group in
                for id in [first.id, second.id] {
                    group.addTask { await outcome { _ = try await fixture.store.change(id, demotion, by: .owner) } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.sorted() == ["last_owner", "ok"])
        }
    }

    @Test("Accounts come in pages, in the order they were made")
    func list() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            for number in 0..<4 { try await fixture.make(.teacher, "t\(number)@example.org") }
            let all = try await fixture.store.accounts()
            #expect(all.map(\.email) == ["owner@example.org"] + (0..<4).map { "t\($0)@example.org" })
            let page = try await fixture.store.accounts(after: all[1].id, limit: 2)
            #expect(page.map(\.id) == all[2...3].map(\.id))
        }
    }

    @Test("Changing one thing leaves the others; null takes a link away")
    func change() async throws {
        try await AccountsFixture.onEachEngine { fixture in
            try await fixture.makeOwner()
            let person = Identifier.v7()
            let made = try await fixture.make(.student)
            let linked = try await fixture.store.change(made.id, AccountChange(personId: .some(person)), by: .owner)
            #expect(linked.personId == person)
            let renamed = try await fixture.store.change(made.id, AccountChange(name: "Ada King"), by: .owner)
            #expect(renamed.personId == person && renamed.name == "Ada King" && renamed.email == made.email)
            let unlinked = try await fixture.store.change(made.id, AccountChange(personId: .some(nil)), by: .owner)
            #expect(unlinked.personId == nil && unlinked.name == "Ada King")
            #expect(
                await outcome { _ = try await fixture.store.change(Identifier.v7(), AccountChange(), by: .owner) }
                    == "not_found")
            #expect(try await fixture.store.name(ofEnabled: made.id) == "Ada King")
            _ = try await fixture.store.change(made.id, AccountChange(disabled: true), by: .owner)
            #expect(try await fixture.store.name(ofEnabled: made.id) == nil)
            #expect(try await fixture.store.name(ofEnabled: Identifier.v7()) == nil)
        }
    }
}
