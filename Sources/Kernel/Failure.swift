/// An error that has an answer: features throw small enums of it, one place makes responses and log levels of them.
package protocol Failure: Error, Sendable {
    /// Stable, snake_case; clients decide by it.
    var code: String { get }
    var kind: FailureKind { get }
    /// One sentence for the person at the screen, without personal or clinical data.
    var sentence: String { get }
    /// The fields at fault, for a form to point at.
    var fields: [FieldError] { get }
}

extension Failure {
    package var fields: [FieldError] { [] }
}

/// What a client can do about a failure. The HTTP status of each is `status`.
package enum FailureKind: Hashable, Sendable {
    case malformed
    case unauthenticated
    case forbidden
    case notFound
    case conflict
    case gone
    case tooLarge
    case unsupportedMedia
    case invalid
    case locked
    case upgradeRequired
    /// The disk has no room for it.
    case insufficientStorage
    /// Seconds until the next try can succeed.
    case rateLimited(retryAfter: Int)
    /// Seconds until the next try can succeed.
    case unavailable(retryAfter: Int)

    package var status: Int {
        switch self {
        case .malformed: 400
        case .unauthenticated: 401
        case .forbidden: 403
        case .notFound: 404
        case .conflict: 409
        case .gone: 410
        case .tooLarge: 413
        case .unsupportedMedia: 415
        case .invalid: 422
        case .locked: 423
        case .upgradeRequired: 426
        case .insufficientStorage: 507
        case .rateLimited: 429
        case .unavailable: 503
        }
    }

    package var retryAfter: Int? {
        switch self {
        case .rateLimited(let seconds), .unavailable(let seconds): seconds
        default: nil
        }
    }
}

/// One field that was refused, and why.
package struct FieldError: Codable, Hashable, Sendable {
    /// The field's name as the client sent it; nested fields as `marks[3].status`.
    package let field: String
    package let code: String
    package let message: String

    package init(field: String, code: String, message: String) {
        self.field = field
        self.code = code
        self.message = message
    }
}

/// Input whose shape is right and whose content is not.
package struct InvalidInput: Failure, Equatable {
    package let fields: [FieldError]

    package init(_ fields: [FieldError]) {
        self.fields = fields
    }

    package init(_ field: String, code: String, _ message: String) {
        fields = [FieldError(field: field, code: code, message: message)]
    }

    package var code: String { "invalid_input" }
    package var kind: FailureKind { .invalid }
    package var sentence: String {
        fields.isEmpty ? "The input was refused." : fields.map(\.message).joined(separator: " ")
    }
}
