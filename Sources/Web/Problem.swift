package import Kernel

/// A problem document (RFC 9457): what every failure looks like on the wire.
package struct Problem: Sendable, Equatable {
    package let status: Int
    package let code: String
    package let detail: String
    package let errors: [FieldError]
    package let members: [String: JSONValue]
    package let retryAfter: Int?
    package let allow: [String]

    /// Anything but a `Failure` is our mistake: 500, and nothing of it is shown.
    package init(_ error: any Error) {
        guard let failure = error as? any Failure else {
            self.init(status: 500, code: "internal_error", detail: "Rounds made a mistake. It has been logged.")
            return
        }
        let web = failure as? WebError
        var allow: [String] = []
        if case .methodNotAllowed(let methods)? = web { allow = methods }
        self.init(
            status: web?.status ?? failure.kind.status, code: failure.code, detail: failure.sentence,
            errors: failure.fields, members: (failure as? any DetailedFailure)?.members ?? [:],
            retryAfter: failure.kind.retryAfter, allow: allow)
    }

    init(
        status: Int, code: String, detail: String, errors: [FieldError] = [], members: [String: JSONValue] = [:],
        retryAfter: Int? = nil, allow: [String] = []
    ) {
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = errors
        self.members = members
        self.retryAfter = retryAfter
        self.allow = allow
    }

    func document(requestID: String) -> JSONValue {
        var members = members
        members["type"] = .string("about:blank")
        members["title"] = .string(Self.titles[status] ?? "Error")
        members["status"] = .integer(Int64(status))
        members["code"] = .string(code)
        members["detail"] = .string(detail)
        members["requestId"] = .string(requestID)
        if !errors.isEmpty {
            members["errors"] = .array(
                errors.map { error in
                    .object([
                        "field": .string(error.field), "code": .string(error.code), "message": .string(error.message),
                    ])
                })
        }
        return .object(members)
    }

    /// Reason phrases of RFC 9110 §15, RFC 6585 and RFC 4918.
    static let titles: [Int: String] = [
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        408: "Request Timeout", 409: "Conflict", 410: "Gone", 412: "Precondition Failed", 413: "Content Too Large",
        415: "Unsupported Media Type", 416: "Range Not Satisfiable", 421: "Misdirected Request",
        422: "Unprocessable Content", 423: "Locked", 426: "Upgrade Required", 429: "Too Many Requests",
        500: "Internal Server Error", 503: "Service Unavailable", 507: "Insufficient Storage",
    ]
}
