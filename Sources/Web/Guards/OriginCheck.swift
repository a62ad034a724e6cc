import Foundation
import HTTPTypes

/// No other website may call Rounds. Browsers say where a call comes from in Sec-Fetch-Site (Fetch Metadata) or in
/// Origin (RFC 6454); programs send neither, and they cannot be made to carry somebody else's cookies.
enum OriginCheck {
    static func check(method: HTTPRequest.Method, headers: HTTPFields, authority: String?) throws {
        if let origin = headers[.origin], !isOwn(origin, authority: authority) { throw WebError.originNotAllowed }
        guard let site = headers[.secFetchSite], site != "same-origin", site != "none" else { return }
        // following a link from elsewhere only reads, and the page that holds the link does not see the answer
        let isNavigation = method.isSafe && headers[.secFetchMode] == "navigate"
        guard isNavigation else { throw WebError.originNotAllowed }
    }

    private static func isOwn(_ origin: String, authority: String?) -> Bool {
        guard let authority, let scheme = origin.range(of: "://") else { return false }
        return origin[scheme.upperBound...].lowercased() == authority.lowercased()
    }
}

extension HTTPRequest.Method {
    /// RFC 9110 §9.2.1
    var isSafe: Bool { self == .get || self == .head || self == .options || self == .trace }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let secFetchMode = HTTPField.Name("Sec-Fetch-Mode")!
    static let csrfToken = HTTPField.Name("X-CSRF-Token")!
    static let requestID = HTTPField.Name("X-Request-ID")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
}
