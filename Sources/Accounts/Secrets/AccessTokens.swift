import Foundation
package import JWTKit
package import Kernel

/// What an access token says. The role is not in it: it is read from the store at each request.
package struct AccessClaims: JWTPayload, Equatable {
    package let sub: String
    package let sid: String
    package let iat: Int64
    package let exp: Int64

    package init(sub: String, sid: String, iat: Int64, exp: Int64) {
        self.sub = sub
        self.sid = sid
        self.iat = iat
        self.exp = exp
    }

    /// Times are judged by `AccessTokens`, against its own clock.
    package func verify(using algorithm: some JWTAlgorithm) {}

    /// - Parameter leeway: seconds by which another server's clock may be ahead.
    package func isValid(at now: Instant, leeway: Int64 = 60) -> Bool {
        let seconds = now.milliseconds / 1000
        return iat <= seconds + leeway && seconds < exp && iat < exp && Identifier.isValid(sub)
            && Identifier.isValid(sid)
    }
}

/// Signs and verifies access tokens: JWT, HS256, `kid` of one of the active keys.
package struct AccessTokens: Sendable {
    private struct Header: Decodable {
        let alg: String
        let kid: String
        let typ: String?
        let crit: [String]?
    }

    package let lifetimeSeconds: Int
    private let signing: JWKIdentifier
    private let kids: Set<String>
    private let keys: JWTKeyCollection
    private let clock: WallClock

    package init(keys: AccountsKeys, lifetimeSeconds: Int = 900, clock: WallClock = .system) async {
        let collection = JWTKeyCollection()
        for key in keys.access {
            await collection.add(hmac: HMACKey(from: key.bytes), digestAlgorithm: .sha256, kid: .init(string: key.kid))
        }
        self.keys = collection
        self.signing = JWKIdentifier(string: keys.access[0].kid)
        self.kids = Set(keys.access.map(\.kid))
        self.lifetimeSeconds = lifetimeSeconds
        self.clock = clock
    }

    package func sign(account: String, session: String) async throws -> String {
        let now = clock.now().milliseconds / 1000
        let claims = AccessClaims(sub: account, sid: session, iat: now, exp: now + Int64(lifetimeSeconds))
        return try await keys.sign(claims, kid: signing)
    }

    /// `nil` for anything but a token of ours that is valid now. The header is judged before a key is chosen: JWTKit
    /// would try the default key for an unknown `kid`, and `none` or another algorithm must not get that far.
    package func verify(_ token: String) async -> AccessClaims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= 2048, parts.count == 3, let json = Self.decode(parts[0]),
            let header = try? JSONDecoder().decode(Header.self, from: json),
            header.alg == "HS256", kids.contains(header.kid), header.typ == nil || header.typ == "JWT",
            header.crit == nil,
            let claims = try? await keys.verify(token, as: AccessClaims.self), claims.isValid(at: clock.now())
        else { return nil }
        return claims
    }

    private static func decode(_ part: Substring) -> Data? {
        let base64 = part.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4))
    }
}
