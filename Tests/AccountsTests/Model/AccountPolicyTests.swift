import Kernel
import Testing
import Web

@testable import Accounts

struct AccountPolicyTests {
    private static func account(_ role: Role, disabled: Bool = false) -> Account {
        Account(
            id: "a", email: "a@example.org", name: "A", role: role, personId: nil, disabled: disabled,
            createdAt: Instant(milliseconds: 0), passwordHash: "x")
    }

    private static func outcome(_ body: () throws(AccountsError) -> Void) -> String {
        do {
            try body()
            return "ok"
        } catch { return error.code }
    }

    @Test("Only an owner makes an owner", arguments: Role.allCases)
    func create(_ role: Role) {
        let expected = role == .owner ? "owner_only" : "ok"
        #expect(
            Self.outcome { () throws(AccountsError) in try AccountPolicy.mayCreate(role, by: .administrator) }
                == expected)
        #expect(Self.outcome { () throws(AccountsError) in try AccountPolicy.mayCreate(role, by: .owner) } == "ok")
    }

    struct Case: Sendable {
        let actor: Role
        let target: Role
        let change: AccountChange
        let owners: Int
        let expected: String
    }

    @Test(
        "Who may change whom",
        arguments: [
            Case(actor: .administrator, target: .teacher, change: .init(role: .director), owners: 1, expected: "ok"),
            Case(
                actor: .administrator, target: .teacher, change: .init(role: .owner), owners: 1, expected: "owner_only"),
            Case(
                actor: .administrator, target: .administrator, change: .init(role: .owner), owners: 1,
                expected: "owner_only"),
            Case(actor: .administrator, target: .owner, change: .init(name: "X"), owners: 2, expected: "owner_only"),
            Case(
                actor: .administrator, target: .owner, change: .init(disabled: true), owners: 2, expected: "owner_only"),
            Case(
                actor: .administrator, target: .owner, change: .init(password: "x"), owners: 2, expected: "owner_only"),
            Case(
                actor: .administrator, target: .administrator, change: .init(disabled: true), owners: 1, expected: "ok"),
            Case(actor: .owner, target: .owner, change: .init(disabled: true), owners: 1, expected: "last_owner"),
            Case(actor: .owner, target: .owner, change: .init(role: .teacher), owners: 1, expected: "last_owner"),
            Case(actor: .owner, target: .owner, change: .init(role: .teacher), owners: 2, expected: "ok"),
            Case(actor: .owner, target: .owner, change: .init(disabled: true), owners: 2, expected: "ok"),
            Case(actor: .owner, target: .owner, change: .init(name: "X"), owners: 1, expected: "ok"),
            Case(actor: .owner, target: .teacher, change: .init(role: .owner), owners: 1, expected: "ok"),
        ])
    func change(_ example: Case) {
        let found = Self.outcome { () throws(AccountsError) in
            try AccountPolicy.mayChange(
                Self.account(example.target), by: example.actor, example.change, activeOwners: example.owners)
        }
        #expect(found == example.expected, "\(example)")
    }
}
