import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct IdempotencyTests {
    private enum Trouble: Failure {
        case conflict, busy
        var code: String { self == .conflict ? "conflict" : "busy" }
        var kind: FailureKind { self == .conflict ? .conflict : .unavailable(retryAfter: 1) }
        var sentence: String { "Not now." }
    }

    private func routes(_ counter: Counter) -> Routes {
        var routes = Routes()
        routes.post("/api/orders", allow: .signedIn, SiteTests.doc) { call in
            let body = try await call.body(upTo: 1000)
            if body == Array(#""conflict""#.utf8) { counter.next(); throw Trouble.conflict }
            if body == Array(#""busy""#.utf8) { counter.next(); throw Trouble.busy }
            return .created(counter.next(), at: "/api/orders/1").cookie(Cookie("secret", "s"))
        }
        return routes
    }

    private func headers(_ role: Role = .teacher, key: String = "key-1") -> [HTTPField.Name: String] {
        [.authorization: "Bearer \(role.rawValue)", .idempotencyKey: key]
    }

    @Test func aRepetitionGetsTheFirstAnswerWithoutItsCookies() async throws {
        let counter = Counter()
        try await withSite(routes(counter)) { site in
            let first = try await site.post("/api/orders", 1, self.headers())
            let second = try await site.post("/api/orders", 1, self.headers())
            #expect(first.status == 201 && second.status == 201)
            #expect(second.bytes == first.bytes)
            #expect(second.header("Location") == "/api/orders/1")
            #expect(first.header("Idempotency-Replayed") == nil)
            #expect(second.header("Idempotency-Replayed") == "true")
            #expect(first.header("Set-Cookie") != nil && second.header("Set-Cookie") == nil)
        }
        #expect(counter.value == 1)
    }

    @Test func theSameKeyForAnotherRequestIsRefused() async throws {
        let counter = Counter()
        try await withSite(routes(counter)) { site in
            _ = try await site.post("/api/orders", 1, self.headers())
            let other = try await site.post("/api/orders", 2, self.headers())
            #expect(other.status == 422)
            #expect(other.code == "idempotency_key_reused")
            #expect(try await site.post("/api/orders?x=1", 1, self.headers()).status == 422)
        }
    }

    @Test func keysOfTwoUsersDoNotMeet() async throws {
        let counter = Counter()
        try await withSite(routes(counter)) { site in
            _ = try await site.post("/api/orders", 1, self.headers(.teacher))
            #expect(try await site.post("/api/orders", 1, self.headers(.owner)).json == 2)
        }
    }

    @Test func aFailureThatStaysIsRepeatedAndOneThatPassesIsTriedAgain() async throws {
        let counter = Counter()
        try await withSite(routes(counter)) { site in
            for key in ["conflict", "busy"] {
                let first = try await site.post("/api/orders", .string(key), self.headers(key: key))
                let second = try await site.post("/api/orders", .string(key), self.headers(key: key))
                #expect(first.code == key && second.code == key)
                #expect((second.header("Idempotency-Replayed") == "true") == (key == "conflict"))
            }
        }
        #expect(counter.value == 3)
    }

    @Test(arguments: ["", " ", "with space", "é", String(repeating: "k", count: 201)])
    func aMalformedKeyIsRefused(key: String) async throws {
        #expect(throws: WebError.malformedIdempotencyKey) {
            try IdempotentRequest(userID: "u", key: key, method: "POST", address: "/", body: [])
        }
    }
}
