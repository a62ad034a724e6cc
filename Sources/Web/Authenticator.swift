/// What a request shows to prove who sent it.
package struct Credentials: Sendable {
    /// The token of `Authorization: Bearer …`. When present, cookies are not looked at.
    package let bearer: String?
    package let cookies: [String: String]
    package let remoteAddress: String
    /// A proxy passed the request on, so its address says nothing about who sent it.
    package let isForwarded: Bool
    package let requestID: String

    package init(
        bearer: String? = nil, cookies: [String: String] = [:], remoteAddress: String = "", isForwarded: Bool = false,
        requestID: String = ""
    ) {
        self.bearer = bearer
        self.cookies = cookies
        self.remoteAddress = remoteAddress
        self.isForwarded = isForwarded
        self.requestID = requestID
    }
}

/// Who sent a request, and how that is known.
package struct SignedIn: Sendable, Equatable {
    package enum Means: Sendable, Equatable {
        case bearer
        /// The browser sends a cookie by itself, so an unsafe method needs the CSRF token too.
        case cookie
        /// Nobody has an account yet: the person at this computer is the owner.
        case desktop
    }

    package let principal: Principal
    package let means: Means

    package init(_ principal: Principal, by means: Means) {
        self.principal = principal
        self.means = means
    }
}

/// Reads a session. `Web` asks, `Accounts` answers, `Rounds` joins the two.
package protocol Authenticator: Sendable {
    /// True until the first account exists. Asked for every request, so it must not do I/O.
    var isDesktop: Bool { get }

    /// nil when the credentials are missing, wrong, expired or revoked.
    func signedIn(_ credentials: Credentials) async throws -> SignedIn?

    /// Who somebody signed in is now, with today's role; nil when the sign-in has ended. Asked while a response goes on.
    func current(_ principal: Principal) async throws -> Principal?

    /// Whether `token` (header X-CSRF-Token) belongs to the session of the cookies.
    func accepts(csrfToken token: String, for credentials: Credentials) async throws -> Bool
}
