package import Accounts
import Foundation
package import HTTPTypes
import Hummingbird
import HummingbirdTesting
package import Kernel
import Logging
import NIOCore
package import Persistence
package import Rounds
package import Web

/// The whole application as the command builds it, without a socket: `try await withRounds { app in … }`.
///
/// It starts in desktop mode on an empty database of its own; `app.get` and the rest are calls of the owner at the
/// computer until the first account is made, and of nobody after that. `app.signedIn(as:)` makes an account and calls
/// with its bearer token.
package func withRounds<T: Sendable>(
    on engine: TestEngine = .sqlite, clock: WallClock = .system, environment: [String: String] = [:],
    _ body: @escaping @Sendable (ApplicationUnderTest) async throws -> T
) async throws -> T {
    try await withDatabaseLocation(engine) { location in
        try await withTemporaryFolder { folder in
            var settings = try Settings(dataFolder: folder.path, environment: environment)
            settings.database = location
            let application = try await buildApplication(
                settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: clock,
                hasher: ScryptHasher(.init(logCost: 4)))
            do {
                let value = try await application.test(.router) { client in
                    try await body(ApplicationUnderTest(application: application, client: Client(base: client)))
                }
                await application.database.close()
                return value
            } catch {
                await application.database.close()
                throw error
            }
        }
    }
}

package struct ApplicationUnderTest: Sendable {
    package let application: RoundsApplication
    package let client: Client

    package var database: Database { application.database }
    package var accounts: AccountsStore { application.accounts }

    /// Somebody with this role: an account, and a client that calls as it. The first call ends desktop mode; an owner
    /// is made for that when another role is asked for.
    package func signedIn(as role: Role, name: String? = nil, personID: String? = nil) async throws -> Client {
        if accounts.isDesktop {
            _ = try await accounts.takeOver(try Self.account("first.owner@example.org", "First Owner", .owner, nil))
        }
        let email = "\(role.rawValue).\(Identifier.v7())@example.org"
        let account = try await accounts.create(
            try Self.account(email, name ?? "Some \(role.rawValue)", role, personID), by: .owner)
        let answer = try await client.post(
            "/api/v1/auth/token",
            .object([
                "email": .string(email), "password": .string(Self.password), "device": .string(Identifier.v7()),
            ]))
        guard let token = answer.json["accessToken"]?.string else { throw UnexpectedAnswer(answer: answer) }
        return client.with([.authorization: "Bearer \(token)"], userID: account.id)
    }

    package static let password = "marble stapler ocean"

    private static func account(
        _ email: String, _ name: String, _ role: Role, _ personID: String?
    ) throws -> NewAccount {
        guard let address = EmailAddress(email) else { throw UnexpectedAnswer(answer: nil) }
        return NewAccount(email: address, name: name, role: role, personId: personID, password: password)
    }

    package func get(_ path: String, _ headers: [HTTPField.Name: String] = [:]) async throws -> Answer {
        try await client.get(path, headers)
    }
    package func post(
        _ path: String, _ json: JSONValue, _ headers: [HTTPField.Name: String] = [:]
    ) async throws -> Answer {
        try await client.post(path, json, headers)
    }
}

/// An answer that a test or its helper cannot work with.
package struct UnexpectedAnswer: Error {
    package let answer: Answer?

    package init(answer: Answer?) { self.answer = answer }
}
