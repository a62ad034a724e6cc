import HTTPTypes
package import Hummingbird
import Kernel
package import Logging
import NIOCore

/// The whole website: every request passes here, in this order, and leaves as a response with a request id, the
/// security headers and a line in the log.
package struct Site: HTTPResponder {
    private let routes: Routes
    private let router: RouterResponder<WebContext>
    private let assets: any Assets
    private let gate: Gate
    private let logger: Logger
    private let observer: (any RequestObserver)?
    /// The port of the Host header in desktop mode; nil when not known, as in tests without a socket.
    private let port: @Sendable () -> Int?

    package init(
        routes: Routes, assets: any Assets, gate: Gate, logger: Logger, observer: (any RequestObserver)? = nil,
        port: @escaping @Sendable () -> Int? = { nil }
    ) {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        for route in routes.all {
            let endpoint = Endpoint(route: route, gate: gate)
            router.on(endpoint.routerPath, method: route.method, responder: endpoint)
        }
        // added last, so it stands only before the router's own "not found"
        router.add(middleware: Misses(routes: routes))
        self.router = router.buildResponder()
        self.routes = routes
        self.assets = assets
        self.gate = gate
        self.logger = logger
        self.observer = observer
        self.port = port
    }

    package func respond(to request: Request, context: WebContext) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await answer(request, context)
        } catch is CancellationError {
            // the server is stopping and does not wait longer for this one
            response = Problem(WebError.busy).response(requestID: context.requestID)
        } catch {
            response = Problem(error).response(requestID: context.requestID)
            if response.status.code >= 500 { log(error, context) }
        }
        response.headers[.requestID] = context.requestID
        for (name, value) in SecurityHeaders.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        let time = ContinuousClock.now - start
        log(request, response.status, context, time)
        observe(request, response.status, context, time)
        return response
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        if gate.authenticator.isDesktop { try HostCheck.check(authority: request.head.authority, port: port()) }
        try OriginCheck.check(
            method: request.method, headers: request.headers, authority: request.head.authority)
        if Self.isForRouter(request.uri.path) { return try await router.respond(to: request, context: context) }
        return try await assets.respond(to: request)
    }

    /// Everything else is the web app's.
    static func isForRouter(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || path == "/health" || path.hasPrefix("/health/")
            || path == "/metrics"
    }

    private func observe(_ request: Request, _ status: HTTPResponse.Status, _ context: WebContext, _ time: Duration) {
        observer?.answered(
            AnsweredRequest(
                method: Self.methods.contains(request.method) ? request.method.rawValue : "OTHER",
                route: context.endpointPath ?? "asset", status: status.code, time: time))
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    /// Method, route template, status and time; never an address with its query, a body or a name.
    private func log(_ request: Request, _ status: HTTPResponse.Status, _ context: WebContext, _ time: Duration) {
        let level: Logger.Level = context.endpointPath == nil || context.endpointPath == "/health" ? .debug : .info
        logger.log(
            level: level, "request",
            metadata: [
                "id": "\(context.requestID)", "method": "\(request.method.rawValue.prefix(16))",
                "route": "\(context.endpointPath ?? "asset")", "status": "\(status.code)",
                "ms": "\((time.seconds * 10_000).rounded() / 10)",
            ])
    }

    /// The type of an error, and its case; associated values may hold somebody's data.
    private func log(_ error: any Error, _ context: WebContext) {
        let name = Mirror(reflecting: error).children.first?.label.map { ".\($0)" } ?? ""
        let code = (error as? any Failure)?.code ?? "internal_error"
        logger.error(
            "request failed",
            metadata: [
                "id": "\(context.requestID)", "route": "\(context.endpointPath ?? "asset")", "code": "\(code)",
                "error": "\(type(of: error))\(name)",
            ])
    }
}

/// Tells a wrong address (404) from a wrong method (405) when the router has found nothing.
private struct Misses: RouterMiddleware {
    let routes: Routes

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        context.coreContext.endpointPath.value = "none"
        let allowed = routes.methods(at: request.uri.path)
        guard allowed.isEmpty else { throw WebError.methodNotAllowed(allowed: allowed) }
        throw WebError.notFound
    }
}
