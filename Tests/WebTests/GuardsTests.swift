import HTTPTypes
import Testing

@testable import Web

@Suite struct HostCheckTests {
    @Test(arguments: [
        ("localhost:7860", true), ("127.0.0.1:7860", true), ("[::1]:7860", true), ("LOCALHOST:7860", true),
        ("localhost", false), ("localhost:80", false), ("localhost:7861", false), ("evil.example:7860", false),
        ("127.0.0.1.evil.example:7860", false), ("localhost.evil.example:7860", false), ("[::1]", false),
        ("[::2]:7860", false), ("192.168.1.4:7860", false), ("localhost:7860:7860", false), ("", false),
        ("localhost:99999", false), ("@localhost:7860", false),
    ])
    func onlyThisComputerIsAnswered(authority: String, isAllowed: Bool) {
        if isAllowed {
            #expect(throws: Never.self) { try HostCheck.check(authority: authority, port: 7860) }
        } else {
            #expect(throws: WebError.hostNotAllowed) { try HostCheck.check(authority: authority, port: 7860) }
        }
    }

    @Test func aRequestWithoutHostIsRefused() {
        #expect(throws: WebError.hostNotAllowed) { try HostCheck.check(authority: nil, port: 7860) }
    }

    @Test func port80NeedNotBeNamed() throws {
        try HostCheck.check(authority: "localhost", port: 80)
    }
}

@Suite struct OriginCheckTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let headers: HTTPFields
        let isAllowed: Bool
        var testDescription: String { "\(method) \(headers) → \(isAllowed)" }
    }

    static let cases: [Case] = [
        Case(method: .post, headers: [:], isAllowed: true),
        Case(method: .post, headers: [.origin: "http://localhost:7860"], isAllowed: true),
        Case(method: .post, headers: [.origin: "https://localhost:7860"], isAllowed: true),
        Case(method: .post, headers: [.origin: "http://localhost:7861"], isAllowed: false),
        Case(method: .post, headers: [.origin: "http://evil.example"], isAllowed: false),
        Case(method: .post, headers: [.origin: "http://evil.example/localhost:7860"], isAllowed: false),
        Case(method: .post, headers: [.origin: "null"], isAllowed: false),
        Case(method: .get, headers: [.origin: "http://evil.example"], isAllowed: false),
        Case(method: .post, headers: [.secFetchSite: "same-origin"], isAllowed: true),
        Case(method: .post, headers: [.secFetchSite: "none"], isAllowed: true),
        Case(method: .post, headers: [.secFetchSite: "cross-site"], isAllowed: false),
        Case(method: .post, headers: [.secFetchSite: "same-site"], isAllowed: false),
        Case(method: .post, headers: [.secFetchSite: "cross-site", .secFetchMode: "navigate"], isAllowed: false),
        Case(method: .get, headers: [.secFetchSite: "cross-site", .secFetchMode: "navigate"], isAllowed: true),
        Case(method: .get, headers: [.secFetchSite: "cross-site", .secFetchMode: "no-cors"], isAllowed: false),
        Case(method: .delete, headers: [.secFetchSite: "nonsense"], isAllowed: false),
    ]

    @Test(arguments: cases)
    func otherWebsitesAreRefused(_ test: Case) {
        let check = { try OriginCheck.check(method: test.method, headers: test.headers, authority: "localhost:7860") }
        if test.isAllowed {
            #expect(throws: Never.self) { try check() }
        } else {
            #expect(throws: WebError.originNotAllowed) { try check() }
        }
    }
}

@Suite struct RateLimitTests {
    private let allowance = RateLimit.Allowance(rate: 10, burst: 3)

    @Test func aBurstPassesAndTheNextWaits() throws {
        let limit = RateLimit()
        let now = ContinuousClock.now
        for _ in 0..<3 { try limit.take("user a", allowance, now: now) }
        #expect(throws: WebError.rateLimited(seconds: 1)) { try limit.take("user a", allowance, now: now) }
        try limit.take("user b", allowance, now: now)
    }

    @Test func tokensComeBackAtTheRateAndNoMoreThanTheBurst() throws {
        let limit = RateLimit()
        let now = ContinuousClock.now
        for _ in 0..<3 { try limit.take("a", allowance, now: now) }
        try limit.take("a", allowance, now: now + .milliseconds(100))
        #expect(throws: WebError.self) { try limit.take("a", allowance, now: now + .milliseconds(110)) }
        for _ in 0..<3 { try limit.take("a", allowance, now: now + .seconds(3600)) }
        #expect(throws: WebError.self) { try limit.take("a", allowance, now: now + .seconds(3600)) }
    }

    @Test func forgettingIdleBucketsLetsNobodyPass() throws {
        let limit = RateLimit(forgetAbove: 2)
        let now = ContinuousClock.now
        for _ in 0..<3 { try limit.take("a", allowance, now: now) }
        try limit.take("b", allowance, now: now)
        try limit.take("c", allowance, now: now)
        #expect(throws: WebError.self) { try limit.take("a", allowance, now: now) }
    }

    @Test func retryAfterTellsWhenATokenIsThere() {
        let slow = RateLimit.Allowance(rate: 0.1, burst: 1)
        let limit = RateLimit()
        let now = ContinuousClock.now
        #expect(throws: Never.self) { try limit.take("a", slow, now: now) }
        #expect(throws: WebError.rateLimited(seconds: 10)) { try limit.take("a", slow, now: now) }
    }
}

@Suite struct AdmissionTests {
    @Test func oneMoreThanTheLimitIsRefusedAtOnceAndLaterAdmitted() async throws {
        let admission = Admission(limit: 1)
        try await admission.admit {
            let refusal = await #expect(throws: WebError.self) { try await admission.admit {} }
            #expect(refusal?.code == "overloaded")
        }
        try await admission.admit {}
    }

    @Test func aFailureGivesThePlaceBack() async throws {
        let admission = Admission(limit: 1)
        await #expect(throws: WebError.notFound) {
            try await admission.admit { () throws -> Void in throw WebError.notFound }
        }
        try await admission.admit {}
    }
}
