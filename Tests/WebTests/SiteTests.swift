import HTTPTypes
import Kernel
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct SiteTests {
    private struct Note: Codable, Sendable { let text: String }
    private struct Slip: Error {}

    static let doc = Doc("A test", tag: "test", answers: .any)

    static var routes: Routes {
        var routes = Routes()
        routes.probe("/health", doc) { _ in .json(["status": "ok"]) }
        routes.open(.get, "/api/open", doc) { .json($0.caller?.name ?? "nobody") }
        routes.get("/api/things/{thing}/parts/{part}", allow: .signedIn, doc) { call in
            .json([try call.id("thing"), try call.parameter("part")])
        }
        routes.post("/api/notes", allow: .only(.teacher, .owner), doc) { call in
            .created(try await call.decode(Note.self, upTo: 1000), at: "/api/notes/1")
        }
        routes.get("/api/slip", allow: .signedIn, doc) { _ in throw Slip() }
        routes.get(
            "/api/list", allow: .signedIn,
            Doc(
                "A list", tag: "test",
                query: [
                    .limit(1...10), .query("day", .date), .query("kind", .enumeration(["a", "b"]), required: true),
                ],
                answers: .any)
        ) { .json(try $0.integer("limit", default: 5, in: 1...10)) }
        routes.get("/api/large", allow: .signedIn, doc) { _ in
            .json(Array(repeating: "the same words again", count: 500))
        }
        return routes
    }

    private let teacher: [HTTPField.Name: String] = [.authorization: "Bearer teacher"]

    @Test func everyAnswerCarriesItsIdAndTheSecurityHeaders() async throws {
        try await withSite(Self.routes, assets: ["/index.html": "<p>hello</p>"]) { site in
            for path in ["/health", "/", "/api/none", "/api/slip"] {
                let answer = try await site.get(path, self.teacher)
                #expect(Identifier.isValid(answer.header("X-Request-ID") ?? ""), "\(path)")
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                let policy = try #require(answer.header("Content-Security-Policy"))
                #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe"))
            }
        }
    }

    @Test(arguments: [
        ("GET", "/api/none", 404, "not_found"), ("GET", "/api", 404, "not_found"),
        ("DELETE", "/api/notes", 405, "method_not_allowed"), ("BREW", "/health", 405, "method_not_allowed"),
        ("POST", "/", 405, "method_not_allowed"), ("GET", "/missing.js", 404, "not_found"),
        ("GET", "/api/slip", 500, "internal_error"), ("GET", "/api/things/x/parts/1", 404, "not_found"),
        ("GET", "/api/things/%ff/parts/1", 400, "malformed_request"),
        ("GET", "/api/open?a=%00", 400, "malformed_request"),
        ("GET", "/api/list?kind=c", 422, "invalid_input"), ("GET", "/api/list", 422, "invalid_input"),
        ("GET", "/api/list?kind=a&limit=11", 422, "invalid_input"),
        ("GET", "/api/list?kind=a&day=2026-02-30", 422, "invalid_input"),
        ("GET", "/api/list?kind=a&limit=+1", 422, "invalid_input"),
        ("GET", "/api/list?kind=a&day=", 422, "invalid_input"),
    ])
    func aFailureIsAProblemDocument(method: String, path: String, status: Int, code: String) async throws {
        try await withSite(Self.routes, assets: ["/index.html": "x"]) { site in
            let method = try #require(HTTPRequest.Method(method))
            let answer = try await site.send(method, path, body: nil, self.teacher)
            #expect(answer.status == status)
            #expect(answer.code == code)
            #expect(answer.header("Content-Type") == "application/problem+json")
            #expect(answer["requestId"]?.string == answer.header("X-Request-ID"))
            #expect(answer["status"] == .integer(Int64(status)))
            if status == 405 { #expect(answer.header("Allow")?.isEmpty == false) }
        }
    }

    @Test func theAllowHeaderNamesWhatIsThere() async throws {
        try await withSite(Self.routes) { site in
            let answer = try await site.delete("/api/list", self.teacher)
            #expect(answer.header("Allow") == "GET, HEAD")
        }
    }

    @Test func headAnswersAsGetWithoutABody() async throws {
        try await withSite(Self.routes, assets: ["/index.html": "hello"]) { site in
            for path in ["/health", "/"] {
                let head = try await site.send(.head, path, body: nil)
                #expect(head.status == 200)
                #expect(head.bytes.isEmpty)
            }
        }
    }

    @Test(
        arguments: [
            ("/api/open", nil, 200), ("/api/slip", nil, 401), ("/api/slip", "nonsense", 401),
            ("/api/slip", "teacher", 500),
            ("/health", nil, 200),
        ] as [(String, String?, Int)])
    func aRouteSaysWhoMayCall(path: String, token: String?, status: Int) async throws {
        try await withSite(Self.routes) { site in
            let answer = try await site.get(path, token.map { [.authorization: "Bearer \($0)"] } ?? [:])
            #expect(answer.status == status)
        }
    }

    @Test(arguments: Role.allCases)
    func onlyTheNamedRolesGetIn(role: Role) async throws {
        try await withSite(Self.routes) { site in
            let answer = try await site.post(
                "/api/notes", ["text": "hello"], [.authorization: "Bearer \(role.rawValue)"])
            #expect(answer.status == ([.teacher, .owner].contains(role) ? 201 : 403))
        }
    }

    @Test(arguments: [
        ("application/json", #"{"text":"a"}"#, 201), ("application/json; charset=utf-8", #"{"text":"a"}"#, 201),
        ("text/plain", #"{"text":"a"}"#, 415), ("", #"{"text":"a"}"#, 415), ("application/json", "{", 400),
        ("application/json", "{}", 422), ("application/json", String(repeating: " ", count: 1001), 413),
    ])
    func aBodyIsCheckedBeforeItIsRead(type: String, body: String, status: Int) async throws {
        try await withSite(Self.routes) { site in
            let answer = try await site.send(
                .post, "/api/notes", body: Array(body.utf8), self.teacher.merging([.contentType: type]) { $1 })
            #expect(answer.status == status)
        }
    }

    @Test func aCookieNeedsItsCSRFTokenToWrite() async throws {
        try await withSite(Self.routes) { site async throws in
            let browser = site.with([.cookie: "theme=dark; session=teacher"])
            #expect(try await browser.post("/api/notes", ["text": "a"]).code == "csrf_token_missing")
            #expect(try await browser.post("/api/notes", ["text": "a"], [.csrfToken: "wrong"]).status == 403)
            #expect(try await browser.post("/api/notes", ["text": "a"], [.csrfToken: "right"]).status == 201)
            #expect(try await browser.get("/api/large").status == 200)
        }
    }

    @Test func desktopModeIsTheOwnerOnThisComputerOnly() async throws {
        try await withSite(Self.routes, isDesktop: true) { site in
            #expect(try await site.post("/api/notes", ["text": "a"]).status == 201)
            let foreign = try await site.post("/api/notes", ["text": "a"], [.origin: "http://evil.example"])
            #expect(foreign.code == "origin_not_allowed")
        }
    }

    @Test func aLargeAnswerIsPackedWhenAccepted() async throws {
        try await withSite(Self.routes) { site in
            let plain = try await site.get("/api/large", self.teacher)
            #expect(plain.header("Content-Encoding") == nil)
            #expect(plain.header("Vary") == "Accept-Encoding")
            let packed = try await site.get("/api/large", self.teacher.merging([.acceptEncoding: "gzip"]) { $1 })
            #expect(packed.header("Content-Encoding") == "gzip")
            #expect(packed.bytes.count < plain.bytes.count / 10)
            let small = try await site.get("/api/open", [.acceptEncoding: "gzip"])
            #expect(small.header("Content-Encoding") == nil)
        }
    }

    @Test func anAddressThatAsksTooOftenIsToldWhenToComeBack() async throws {
        try await withSite(Self.routes) { site in
            var last: Answer?
            for _ in 0..<1000 where last?.status != 429 { last = try await site.get("/api/open") }
            #expect(last?.code == "rate_limited")
            #expect(Int(last?.header("Retry-After") ?? "") == 1)
            #expect(try await site.get("/health").status == 200)
            #expect(try await site.get("/api/large", self.teacher).status == 200)
        }
    }

    @Test func parametersAreDecodedAndKeepTheirPlaces() async throws {
        try await withSite(Self.routes) { site in
            let id = Identifier.v7()
            let answer = try await site.get("/api/things/\(id)/parts/a%2Fb%20c", self.teacher)
            #expect(answer.json == .array([.string(id), "a/b c"]))
        }
    }
}
