import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Answers one route: who is it, may they, has this been answered before, and then the handler.
struct Endpoint: HTTPResponder {
    let route: Route
    let gate: Gate
    /// Position in the path → name of the parameter.
    private let names: [(key: String, name: String)]

    init(route: Route, gate: Gate) {
        self.route = route
        self.gate = gate
        names = route.path.split(separator: "/").enumerated().compactMap { position, part in
            part.hasPrefix("{") ? ("p\(position)", String(part.dropFirst().dropLast())) : nil
        }
    }

    /// The path for Hummingbird. Its router wants one name for one position, so positions are the names.
    var routerPath: RouterPath {
        let parts = route.path.split(separator: "/").enumerated().map { position, part in
            part.hasPrefix("{") ? ":p\(position)" : String(part)
        }
        return RouterPath(parts.joined(separator: "/"))
    }

    func respond(to request: Request, context: WebContext) async throws -> Response {
        context.coreContext.endpointPath.value = route.path
        let incoming = try incoming(request, context)
        if route.isProbe { return try response(to: try await answer(incoming, as: nil), request) }
        let credentials = Credentials(
            bearer: Self.bearer(request.headers), cookies: incoming.cookies,
            remoteAddress: context.remoteAddress, isForwarded: Self.isForwarded(request.headers),
            requestID: context.requestID)
        if route.isEventStream { return try await admitted(incoming, credentials, request) }
        if route.isPush { return try await gate.pushes.admit { try await admitted(incoming, credentials, request) } }
        return try await gate.admission.admit { try await admitted(incoming, credentials, request) }
    }

    private func admitted(
        _ incoming: IncomingRequest, _ credentials: Credentials, _ request: Request
    ) async throws -> Response {
        let signedIn = try await gate.authenticator.signedIn(credentials)
        try limitRate(signedIn, incoming.remoteAddress)
        return try await recordingRefusals(incoming, signedIn?.principal) {
            try await permitted(incoming, signedIn, credentials, request)
        }
    }

    private func permitted(
        _ incoming: IncomingRequest, _ signedIn: SignedIn?, _ credentials: Credentials, _ request: Request
    ) async throws -> Response {
        try await authorize(signedIn, credentials, request)
        try route.checkQuery(incoming.query)
        guard let caller = signedIn?.principal, route.access != .anyone, !request.method.isSafe,
            let key = request.headers[.idempotencyKey]
        else {
            let caller = signedIn?.principal
            return try response(to: try await answer(incoming, as: caller), request, for: caller)
        }
        return try await once(key, caller, incoming, request)
    }

    private func limitRate(_ signedIn: SignedIn?, _ address: String) throws {
        guard let rateLimit = gate.rateLimit, signedIn?.means != .desktop else { return }
        if let signedIn {
            try rateLimit.take("user \(signedIn.principal.userID)", .user)
        } else {
            try rateLimit.take("address \(address)", .address)
        }
    }

    private func authorize(_ signedIn: SignedIn?, _ credentials: Credentials, _ request: Request) async throws {
        guard route.access != .anyone else { return }
        guard let signedIn else { throw WebError.unauthenticated }
        guard route.access.admits(signedIn.principal.role) else { throw WebError.forbidden }
        guard signedIn.means == .cookie, !request.method.isSafe else { return }
        guard let token = request.headers[.csrfToken],
            try await gate.authenticator.accepts(csrfToken: token, for: credentials)
        else { throw WebError.csrfTokenMissing }
    }

    func handled(_ incoming: IncomingRequest, as caller: Principal?) async throws -> Reply {
        switch route.handler {
        case .open(let handle): return try await handle(OpenCall(request: incoming, caller: caller))
        case .signedIn(let handle):
            guard let caller else { throw WebError.unauthenticated }
            let call = Call(request: incoming, caller: caller)
            guard route.isPush else { return try await handle(call) }
            return try await gate.pushes.work(receive: { try await call.body(upTo: route.largestBody) }) {
                try await handle(call)
            }
        }
    }

    private func incoming(_ request: Request, _ context: WebContext) throws -> IncomingRequest {
        var parameters: [String: String] = [:]
        for (key, name) in names {
            guard let value = context.parameters[key[...]].flatMap({ PercentText.decode($0) }) else {
                throw WebError.malformedRequest
            }
            parameters[name] = value
        }
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        return IncomingRequest(
            head: request, parameters: parameters, query: try Query(request.uri.query),
            cookies: Cookies.read(request.headers), requestID: context.requestID,
            remoteAddress: context.remoteAddress, receivedBody: ReceivedBody(request.body, announced: announced))
    }

    private static func isForwarded(_ headers: HTTPFields) -> Bool {
        ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].contains { name in
            HTTPField.Name(name).map { headers.contains($0) } ?? false
        }
    }

    private static func bearer(_ headers: HTTPFields) -> String? {
        guard let value = headers[.authorization], value.lowercased().hasPrefix("bearer ") else { return nil }
        return String(value.dropFirst("bearer ".count))
    }
}
