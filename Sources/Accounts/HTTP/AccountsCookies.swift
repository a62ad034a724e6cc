import Web

/// The browser's three cookies. The first two are out of reach of scripts; the third is for scripts to echo.
package enum AccountsCookies {
    package static let access = "rounds_access"
    package static let refresh = "rounds_refresh"
    package static let csrf = "rounds_csrf"
    static let refreshPath = "/api/v1/auth"

    static func set(_ tokens: IssuedTokens, on reply: Reply, secure: Bool) -> Reply {
        reply
            .cookie(Cookie(access, tokens.access, maxAge: tokens.accessSeconds, secure: secure))
            .cookie(Cookie(refresh, tokens.refresh, path: refreshPath, maxAge: tokens.refreshSeconds, secure: secure))
            .cookie(Cookie(csrf, tokens.csrf, maxAge: tokens.refreshSeconds, httpOnly: false, secure: secure))
    }

    static func clear(on reply: Reply, secure: Bool) -> Reply {
        reply
            .cookie(Cookie(access, "", maxAge: 0, secure: secure))
            .cookie(Cookie(refresh, "", path: refreshPath, maxAge: 0, secure: secure))
            .cookie(Cookie(csrf, "", maxAge: 0, httpOnly: false, secure: secure))
    }

    /// Whether the browser reached us by HTTPS: it says so in `Origin`, a proxy in `X-Forwarded-Proto`. A client that
    /// lies only makes its own cookies stricter.
    static func isSecure(_ call: some Incoming) -> Bool {
        call.header("X-Forwarded-Proto")?.lowercased() == "https"
            || call.header("Origin")?.hasPrefix("https://") == true
    }
}
