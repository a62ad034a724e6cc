/// A query or header parameter.
package struct Parameter: Sendable {
    let name: String
    let schema: Schema
    let note: String
    let isRequired: Bool

    package init(_ name: String, _ schema: Schema, _ note: String = "", required: Bool = false) {
        self.name = name
        self.schema = schema
        self.note = note
        self.isRequired = required
    }

    package static func query(
        _ name: String, _ schema: Schema, _ note: String = "", required: Bool = false
    ) -> Parameter {
        Parameter(name, schema, note, required: required)
    }

    /// How many items a page of a list holds.
    package static func limit(_ range: ClosedRange<Int> = 1...500) -> Parameter {
        Parameter("limit", .integer(range), "Items in a page.")
    }
    package static var cursor: Parameter {
        Parameter("cursor", .string(max: 500), "`next` of the page before.")
    }
}

/// A request body.
package struct Body: Sendable {
    let types: [String]
    let schema: Schema?
    let isRequired: Bool
    /// The most bytes that are read before the handler sees them, for an Idempotency-Key.
    let limit: Int

    package static func json(_ schema: Schema, required: Bool = true, upTo limit: Int = 1 << 20) -> Body {
        Body(types: ["application/json"], schema: schema, isRequired: required, limit: limit)
    }
    /// Raw bytes of one of these media types.
    package static func file(_ types: String..., upTo limit: Int = 32 << 20) -> Body { .file(types, upTo: limit) }
    package static func file(_ types: [String], upTo limit: Int = 32 << 20) -> Body {
        Body(types: types, schema: nil, isRequired: true, limit: limit)
    }
}

/// What the OpenAPI file says about a route, beyond method, path and access.
package struct Doc: Sendable {
    let summary: String
    let tag: String
    let operationID: String?
    let path: [String: Schema]
    let query: [Parameter]
    let body: Body?
    let answer: Schema?
    let otherTypes: [String]
    let status: Int
    let otherAnswers: [Int: Schema?]
    let failures: [Int]

    /// - Parameters:
    ///   - path: schemas of parameters of the path that are not UUIDs.
    ///   - answers: what a success answers; nil for no content.
    ///   - orFile: further media types of the same answer, for `?format=csv`.
    ///   - status: of a success; 204 without an answer.
    ///   - others: further statuses that are not failures, for example `[202: …]`.
    ///   - fails: statuses of the route's own failures, beyond those every route has.
    package init(
        _ summary: String, tag: String, id: String? = nil, path: [String: Schema] = [:], query: [Parameter] = [],
        body: Body? = nil, answers: Schema?, orFile otherTypes: [String] = [], status: Int? = nil,
        others: [Int: Schema?] = [:], fails: [Int] = []
    ) {
        self.summary = summary
        self.tag = tag
        self.operationID = id
        self.path = path
        self.query = query
        self.body = body
        self.answer = answers
        self.otherTypes = otherTypes
        self.status = status ?? (answers == nil ? 204 : 200)
        self.otherAnswers = others
        self.failures = fails
    }
}
