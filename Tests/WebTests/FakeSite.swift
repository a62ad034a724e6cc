import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import Synchronization
import TestSupport
import Web

/// A site of a few routes, with sign-in by the name of a role: `Bearer teacher`, or the cookie `session=teacher`.
func withSite<T: Sendable>(
    _ routes: Routes, assets: [String: String] = [:], limits: Gate.Limits = Gate.Limits(), isDesktop: Bool = false,
    framework: TestingSetup = .router, _ body: @escaping @Sendable (Client) async throws -> T
) async throws -> T {
    let gate = Gate(
        authenticator: RoleAuthenticator(isDesktop: isDesktop), idempotency: MemoryAnswers(), streams: EventStreams(),
        limits: limits)
    let files = assets.mapValues { text in { @Sendable in Array(text.utf8) } }
    let site = Site(
        routes: routes, assets: EmbeddedAssets(files), gate: gate,
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return try await Application(responder: site).test(framework) { try await body(Client(base: $0)) }
}

struct RoleAuthenticator: Authenticator {
    let isDesktop: Bool

    func signedIn(_ credentials: Credentials) async throws -> SignedIn? {
        let (name, means): (String?, SignedIn.Means) =
            credentials.bearer.map { ($0, .bearer) } ?? (credentials.cookies["session"], .cookie)
        if let role = name.flatMap({ Role(rawValue: $0) }) {
            return SignedIn(Principal(userID: "user-\(role.rawValue)", name: "Somebody", role: role), by: means)
        }
        return isDesktop ? SignedIn(Principal(userID: "owner", name: "Owner", role: .owner), by: .desktop) : nil
    }

    func current(_ principal: Principal) async throws -> Principal? { principal }

    func accepts(csrfToken token: String, for credentials: Credentials) async throws -> Bool { token == "right" }
}

/// Keeps answers as long as the test runs.
final class MemoryAnswers: IdempotencyStore {
    private let kept = Mutex<[String: (fingerprint: String, reply: StoredReply?)]>([:])

    func begin(_ request: IdempotentRequest, at now: Instant) async throws -> IdempotencyState {
        kept.withLock { kept in
            let name = request.userID + request.key
            guard let found = kept[name] else {
                kept[name] = (request.fingerprint, nil)
                return .new
            }
            guard found.fingerprint == request.fingerprint else { return .otherRequest }
            return found.reply.map { .answered($0) } ?? .underWay
        }
    }

    func finish(_ request: IdempotentRequest, with reply: StoredReply, at now: Instant) async throws {
        kept.withLock { $0[request.userID + request.key] = (request.fingerprint, reply) }
    }

    func abandon(_ request: IdempotentRequest) async throws {
        kept.withLock { _ = $0.removeValue(forKey: request.userID + request.key) }
    }
}

/// Counts how often a handler ran.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    @discardableResult func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
