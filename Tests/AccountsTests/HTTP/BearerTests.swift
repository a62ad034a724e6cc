import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

struct BearerTests {
    @Test("A program gets its tokens in the answer, needs no CSRF token, and renews them")
    func tokens() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.post("/api/v1/accounts", .account("ada@example.org", "administrator"))
            let answer = try await app.post("/api/v1/auth/token", .credentials("ada@example.org"))
            #expect(answer.status == 200)
            #expect(answer.setCookies.isEmpty)
            #expect(answer["tokenType"]?.string == "Bearer")
            #expect(answer["expiresIn"]?.integer == 900)
            let refresh = try #require(answer["refreshToken"]?.string)
            let access = try #require(answer["accessToken"]?.string)
            let program = app.client.with([.authorization: "Bearer \(access)"])
            #expect(try await program.post("/api/v1/accounts", .account("b@example.org", "teacher")).status == 201)

            let body = JSONValue.object(["refreshToken": .string(refresh), "device": .string(Browser.device)])
            let renewed = try await app.post("/api/v1/auth/token/refresh", body)
            #expect(renewed.status == 200)
            #expect(renewed["refreshToken"]?.string != refresh)

            let browser = Browser(app.client)
            browser.cookies = ["rounds_refresh": refresh]
            #expect(try await browser.refresh().status == 401, "a program's token is no cookie")
        }
    }

    @Test("Expired after 15 minutes")
    func expires() async throws {
        let time = TestTime()
        try await withRounds(clock: time.clock) { app in
            let teacher = try await app.signedIn(as: .teacher)
            #expect(try await teacher.get("/api/v1/auth/sessions").status == 200)
            time.advance(899)
            #expect(try await teacher.get("/api/v1/auth/sessions").status == 200)
            time.advance(1)
            let answer = try await teacher.get("/api/v1/auth/sessions")
            #expect(answer.status == 401)
            #expect(answer.code == "unauthenticated")
            #expect(answer.header("WWW-Authenticate") == "Bearer")
            #expect(try await teacher.get("/api/v1/me")["signedIn"] == .bool(false))
        }
    }

    @Test("A wrong bearer token is not helped by a good cookie")
    func bearerFirst() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
            let browser = Browser(app.client)
            _ = try await browser.signIn("ada@example.org")
            let cookie = try #require(browser.cookies["rounds_access"])
            let answer = try await app.get(
                "/api/v1/auth/sessions", [.authorization: "Bearer nonsense", .cookie: "rounds_access=\(cookie)"])
            #expect(answer.status == 401)
            #expect(
                try await app.get("/api/v1/auth/sessions", [.authorization: "Bearer \(cookie)"]).status == 200,
                "the same token by the other way")
        }
    }

    @Test("Even at the machine, a wrong token is nobody")
    func desktopWithWrongToken() async throws {
        try await withRounds { app in
            let answer = try await app.get("/api/v1/accounts", [.authorization: "Bearer nonsense"])
            #expect(answer.status == 401)
        }
    }

    @Test("Disabling an account and changing its role count from the next request")
    func changesCountAtOnce() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let administrator = try await app.signedIn(as: .administrator)
            let id = try #require(administrator.userID)
            #expect(try await administrator.get("/api/v1/accounts").status == 200)
            #expect(
                try await owner.patch("/api/v1/accounts/\(id)", .object(["role": .string("teacher")])).status == 200)
            #expect(try await administrator.get("/api/v1/accounts").status == 403)
            #expect(try await owner.patch("/api/v1/accounts/\(id)", .object(["disabled": .bool(true)])).status == 200)
            #expect(try await administrator.get("/api/v1/me")["signedIn"] == .bool(false))
            #expect(try await administrator.get("/api/v1/accounts").status == 401)
        }
    }
}
