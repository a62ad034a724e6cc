import HTTPTypes
package import Kernel

/// The machine-readable description of the API (OpenAPI 3.1), made of the routes themselves.
package enum OpenAPI {
    static let anySignIn = JSONValue.array([.object(["cookie": .array([])]), .object(["bearer": .array([])])])

    package static func document(of routes: Routes, version: String) -> JSONValue {
        var schemas: [String: JSONValue] = [:]
        var paths: [String: JSONValue] = [:]
        for route in routes.all {
            var operations = paths[route.path]?.object ?? [:]
            operations[route.method.rawValue.lowercased()] = route.document(&schemas)
            paths[route.path] = .object(operations)
        }
        schemas["Problem"] = problem.document(&schemas)
        let statuses = Set(routes.all.flatMap(\.failures))
        let tags = Set(routes.all.map(\.doc.tag)).sorted()
        return .object([
            "openapi": "3.1.0",
            "info": .object([
                "title": "Rounds", "version": .string(version),
                "license": .object(["name": "Apache 2.0", "identifier": "Apache-2.0"]),
                "description": .string(introduction),
            ]),
            "servers": .array([.object(["url": "/"])]),
            "tags": .array(tags.map { .object(["name": .string($0)]) }),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(schemas),
                "responses": .object(responses(statuses)),
                "parameters": .object(parameters),
                "securitySchemes": .object(securitySchemes),
            ]),
        ])
    }

    private static let introduction = """
        Failures are RFC 9457 problem documents with a stable `code`. Times are RFC 3339 with offset, civil dates \
        YYYY-MM-DD, identifiers UUIDs in lower case. Lists are paged by cursor. `x-rounds-access` names the roles that \
        may call an operation. Until the first account exists, whoever sits at the computer is the owner.
        """

    private static let problem = Schema.object([
        .required("type", .string), .required("title", .string), .required("status", .integer),
        .required("code", .string.described("Stable; decide by it.")), .required("detail", .string),
        .required("requestId", .uuid),
        .optional(
            "errors",
            .array(
                of: .object(
                    "FieldError",
                    [
                        .required("field", .string), .required("code", .string), .required("message", .string),
                    ]))),
    ])

    private static func responses(_ statuses: Set<Int>) -> [String: JSONValue] {
        var list: [String: JSONValue] = [:]
        for status in statuses {
            let retry: JSONValue? =
                [429, 503].contains(status)
                ? .object(["Retry-After": .object(["schema": .object(["type": "integer"])])]) : nil
            list["Problem\(status)"] = .object(
                [
                    "description": .string(Problem.titles[status] ?? "Failure"), "headers": retry,
                    "content": .object([
                        Problem.mediaType: .object([
                            "schema": .object(["$ref": "#/components/schemas/Problem"])
                        ])
                    ]),
                ].present)
        }
        return list
    }

    private static let parameters: [String: JSONValue] = [
        "IdempotencyKey": .object([
            "name": "Idempotency-Key", "in": "header", "required": .bool(false),
            "description": "A repetition with the same key within 24 hours gets the first answer again.",
            "schema": .object(["type": "string", "pattern": "^[!-~]{1,200}$"]),
        ]),
        "CSRFToken": .object([
            "name": "X-CSRF-Token", "in": "header", "required": .bool(false),
            "description": "The value of the cookie rounds_csrf; needed when signed in by cookie.",
            "schema": .object(["type": "string"]),
        ]),
    ]

    private static let securitySchemes: [String: JSONValue] = [
        "cookie": .object([
            "type": "apiKey", "in": "cookie", "name": "rounds_access",
            "description": "Set by POST /api/v1/auth/login for browsers.",
        ]),
        "bearer": .object([
            "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "From POST /api/v1/auth/token for programs.",
        ]),
    ]
}

extension Routes {
    /// Adds `GET /api/openapi.json`, which describes every route added before it, and itself.
    package mutating func describe(version: String) {
        let doc = Doc("This description", tag: "api", id: "getOpenAPI", answers: .map(of: .any))
        var described = self
        described.open(.get, "/api/openapi.json", doc) { _ in .noContent }
        let bytes = OpenAPI.document(of: described, version: version).canonicalBytes
        open(.get, "/api/openapi.json", doc) { _ in .bytes(bytes, type: "application/json") }
    }
}
