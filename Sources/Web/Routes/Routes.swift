package import HTTPTypes
import Kernel

/// The handlers of every feature with their documentation. `buildApplication` makes the router and the OpenAPI file
/// of it, so a route cannot exist without its role and its description.
package struct Routes: Sendable {
    package typealias Handler = @Sendable (Call) async throws -> Reply
    package typealias OpenHandler = @Sendable (OpenCall) async throws -> Reply

    package private(set) var all: [Route] = []

    package init() {}

    package mutating func get(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.get, path, allow, doc, handle)
    }
    package mutating func post(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.post, path, allow, doc, handle)
    }
    package mutating func put(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.put, path, allow, doc, handle)
    }
    package mutating func patch(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.patch, path, allow, doc, handle)
    }
    package mutating func delete(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.delete, path, allow, doc, handle)
    }

    /// A POST by which devices send their work, many at once when a class ends: let in by `PushLimits`.
    package mutating func push(_ path: String, allow: Access, _ doc: Doc, handle: @escaping Handler) {
        add(.post, path, allow, doc, handle, isPush: true)
    }

    /// A route for anyone, signed in or not.
    package mutating func open(
        _ method: HTTPRequest.Method, _ path: String, _ doc: Doc, handle: @escaping OpenHandler
    ) {
        append(Route(method: method, path: path, access: .anyone, doc: doc, handler: .open(handle)))
    }

    /// A route that monitoring asks often: for anyone, without limits, and it must not do I/O.
    package mutating func probe(_ path: String, _ doc: Doc, handle: @escaping OpenHandler) {
        append(Route(method: .get, path: path, access: .anyone, doc: doc, handler: .open(handle), isProbe: true))
    }

    /// The methods that an address answers, for the Allow header; none when there is no such address. An address that
    /// is declared word for word is no other's `{id}`.
    func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let fitting = all.filter { route in
            route.shape.count == parts.count
                && zip(route.shape, parts).allSatisfy { shape, part in shape == "{}" || shape == part }
        }
        let literal = fitting.filter { route in zip(route.shape, parts).allSatisfy { $0 == $1 } }
        let methods = (literal.isEmpty ? fitting : literal).map(\.method.rawValue)
        return Set(methods.contains("GET") ? methods + ["HEAD"] : methods).sorted()
    }

    private mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ doc: Doc, _ handle: @escaping Handler,
        isPush: Bool = false
    ) {
        precondition(access != .anyone, "\(method) \(path): a route for anyone is declared with open()")
        append(Route(method: method, path: path, access: access, doc: doc, handler: .signedIn(handle), isPush: isPush))
    }

    private mutating func append(_ route: Route) {
        precondition(
            !all.contains { $0.method == route.method && $0.shape == route.shape },
            "\(route.method) \(route.path) is declared twice")
        all.append(route)
    }
}

/// One method of one path.
package struct Route: Sendable {
    enum Handler: Sendable {
        case open(Routes.OpenHandler)
        case signedIn(Routes.Handler)
    }

    package let method: HTTPRequest.Method
    /// With names in braces: `/api/v1/people/{id}`
    package let path: String
    package let access: Access
    let doc: Doc
    let handler: Handler
    var isProbe = false
    var isPush = false

    /// The path without the names of its parameters; two routes of one shape and method would hide each other.
    var shape: [String] {
        path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : String($0) }
    }

    var parameterNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// - Throws: `invalid_input` (422) when a documented query parameter is missing or not as its schema says
    func checkQuery(_ query: Query) throws {
        var errors: [FieldError] = []
        for parameter in doc.query {
            if let text = query[parameter.name] {
                guard let message = parameter.schema.complaint(about: text) else { continue }
                errors.append(FieldError(field: parameter.name, code: "invalid", message: message))
            } else if parameter.isRequired {
                errors.append(FieldError(field: parameter.name, code: "required", message: "This field is missing."))
            }
        }
        guard errors.isEmpty else { throw InvalidInput(errors) }
    }

    /// In bytes.
    var largestBody: Int { doc.body?.limit ?? 1 << 20 }

    var isEventStream: Bool {
        if case .events? = doc.answer?.shape { true } else { false }
    }
}
