package import Kernel

/// A failure that adds members of its own to the problem document (RFC 9457 §3.2).
package protocol DetailedFailure: Failure {
    var members: [String: JSONValue] { get }
}

/// What can be wrong with a request before a feature sees it.
package enum WebError: DetailedFailure, Equatable {
    case malformedRequest
    case unreadableRequest
    case malformedJSON
    case nestedTooDeeply(limit: Int)
    case malformedIdempotencyKey
    case unauthenticated
    case forbidden
    case csrfTokenMissing
    case originNotAllowed
    case notFound
    case methodNotAllowed(allowed: [String])
    case requestTimeout
    case idempotencyKeyInUse
    case idempotencyKeyReused
    case tooLarge(limit: Int)
    case unsupportedMedia(expected: [String])
    case hostNotAllowed
    case rateLimited(seconds: Int)
    case overloaded(seconds: Int)

    /// Those who are refused together are asked to come back one, two or three seconds later, not together again.
    static var busy: WebError { .overloaded(seconds: .random(in: 1...3)) }

    /// The HTTP status; three of them have no `FailureKind`.
    package var status: Int {
        switch self {
        case .methodNotAllowed: 405
        case .requestTimeout: 408
        case .hostNotAllowed: 421
        default: kind.status
        }
    }

    package var code: String {
        switch self {
        case .malformedRequest: "malformed_request"
        case .unreadableRequest: "unreadable_request"
        case .malformedJSON: "malformed_json"
        case .nestedTooDeeply: "nested_too_deeply"
        case .malformedIdempotencyKey: "malformed_idempotency_key"
        case .unauthenticated: "unauthenticated"
        case .forbidden: "forbidden"
        case .csrfTokenMissing: "csrf_token_missing"
        case .originNotAllowed: "origin_not_allowed"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .requestTimeout: "request_timeout"
        case .idempotencyKeyInUse: "idempotency_key_in_use"
        case .idempotencyKeyReused: "idempotency_key_reused"
        case .tooLarge: "too_large"
        case .unsupportedMedia: "unsupported_media_type"
        case .hostNotAllowed: "host_not_allowed"
        case .rateLimited: "rate_limited"
        case .overloaded: "overloaded"
        }
    }

    package var kind: FailureKind {
        switch self {
        case .malformedRequest, .unreadableRequest, .malformedJSON, .nestedTooDeeply, .malformedIdempotencyKey:
            .malformed
        case .methodNotAllowed, .requestTimeout, .hostNotAllowed: .malformed
        case .unauthenticated: .unauthenticated
        case .forbidden, .csrfTokenMissing, .originNotAllowed: .forbidden
        case .notFound: .notFound
        case .idempotencyKeyInUse: .conflict
        case .idempotencyKeyReused: .invalid
        case .tooLarge: .tooLarge
        case .unsupportedMedia: .unsupportedMedia
        case .rateLimited(let seconds): .rateLimited(retryAfter: seconds)
        case .overloaded(let seconds): .unavailable(retryAfter: seconds)
        }
    }

    package var sentence: String {
        switch self {
        case .malformedRequest: "The address of the request cannot be read as UTF-8 text."
        case .unreadableRequest:
            "This is no HTTP request that can be read: its first line, a header or a length is broken."
        case .malformedJSON: "The body is not valid JSON."
        case .nestedTooDeeply(let limit): "The JSON is nested more than \(limit) levels deep."
        case .malformedIdempotencyKey: "An Idempotency-Key has 1 to 200 printable ASCII characters."
        case .unauthenticated: "Sign in first."
        case .forbidden: "Your role does not allow this."
        case .csrfTokenMissing: "The header X-CSRF-Token does not match the session."
        case .originNotAllowed: "Another website may not call Rounds."
        case .notFound: "There is nothing at this address."
        case .methodNotAllowed(let allowed): "This address answers \(allowed.joined(separator: ", "))."
        case .requestTimeout: "The request arrived too slowly."
        case .idempotencyKeyInUse: "A request with this Idempotency-Key is still being worked on."
        case .idempotencyKeyReused: "This Idempotency-Key was used for a different request."
        case .tooLarge(let limit): "The body may have at most \(limit) bytes."
        case .unsupportedMedia(let expected): "The body must be \(expected.joined(separator: " or "))."
        case .hostNotAllowed: "Rounds answers to localhost, 127.0.0.1 and [::1] until the first account exists."
        case .rateLimited(let seconds): "Too many requests. Try again in \(seconds) s."
        case .overloaded: "Rounds is busy. Try again in a moment."
        }
    }

    package var members: [String: JSONValue] {
        switch self {
        case .tooLarge(let limit), .nestedTooDeeply(let limit): ["limit": .integer(Int64(limit))]
        default: [:]
        }
    }
}
