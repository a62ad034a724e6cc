import Accounts
import ArgumentParser
import Foundation
import Kernel
import Logging
import Persistence
import Web

struct Users: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Accounts of this installation.", subcommands: [Add.self, List.self, Disable.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an account. The password is read from standard input, one line.")

        @OptionGroup var data: DataOptions

        @Option(help: "The address to sign in with.")
        var email: String

        @Option(help: "The name others see.")
        var name: String

        @Option(help: "One of \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        var role: Role

        @Flag(help: "Read the password without asking for it.")
        var passwordStdin = false

        func run() async throws {
            guard let email = EmailAddress(email) else { throw ValidationError("This is not an e-mail address.") }
            guard let name = PersonName.cleaned(name) else { throw ValidationError("This is not a name.") }
            let password = try Password.read(asks: !passwordStdin)
            let new = NewAccount(email: email, name: name, role: role, password: password)
            let account = try await withAccounts(data) { accounts in
                guard accounts.isDesktop else { return try await accounts.create(new, by: .owner) }
                guard role == .owner else { throw StartError.firstAccountIsOwners }
                return try await accounts.takeOver(new)
            }
            print(account.id)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the accounts: e-mail, role, name, disabled.")

        @OptionGroup var data: DataOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() async throws {
            let rows = try await withAccounts(data) { try await $0.allAccounts() }.map(AccountRow.init)
            switch format {
            case .json: print(String(decoding: try JSON.encode(rows), as: UTF8.self))
            case .text:
                if rows.isEmpty { StandardError.write("No account yet: whoever uses this computer is the owner.") }
                for row in rows {
                    print([row.email, row.role, row.name, row.disabled ? "disabled" : ""].joined(separator: "\t"))
                }
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Disable an account and end its sign-ins.")

        @OptionGroup var data: DataOptions

        @Option(help: "The address of the account.")
        var email: String

        func run() async throws {
            try await withAccounts(data) { accounts in
                guard let account = try await accounts.account(email: email) else { throw AccountsError.notFound }
                _ = try await accounts.change(account.id, AccountChange(disabled: true), by: .owner)
            }
        }
    }
}

extension Role: ExpressibleByArgument {}

enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

private struct AccountRow: Encodable {
    let id, email, name, role: String
    let disabled: Bool

    init(_ account: Account) {
        id = account.id
        email = account.email ?? ""
        name = account.name
        role = account.role.rawValue
        disabled = account.disabled
    }
}

extension AccountsStore {
    /// Every account, page by page, without the empty row of desktop mode.
    fileprivate func allAccounts() async throws -> [Account] {
        var all: [Account] = []
        while true {
            let page = try await accounts(after: all.last?.id)
            all += page
            if page.isEmpty { return all.filter { $0.email != nil } }
        }
    }
}

/// Opens the accounts beside a server that may be running, and closes them.
private func withAccounts<T>(_ data: DataOptions, _ body: (AccountsStore) async throws -> T) async throws -> T {
    try await withDatabase(data) { database, settings, logger in
        try await body(try await openAccounts(settings, database, logger: logger))
    }
}

private enum Password {
    /// One line of standard input. A terminal is asked, and does not show what is typed.
    static func read(asks: Bool) throws -> String {
        guard asks, isatty(STDIN_FILENO) == 1 else { return try line() }
        FileHandle.standardError.write(Data("Password: ".utf8))
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            StandardError.write("")
        }
        return try line()
    }

    private static func line() throws -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else { throw StartError.noPassword }
        return line
    }
}
