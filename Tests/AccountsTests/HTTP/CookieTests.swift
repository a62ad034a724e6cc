import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

struct CookieTests {
    /// A browser signed in as a teacher.
    private static func teacher(_ app: ApplicationUnderTest) async throws -> Browser {
        let owner = try await app.signedIn(as: .owner)
        let made = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
        #expect(made.status == 201)
        let browser = Browser(app.client)
        #expect(try await browser.signIn("ada@example.org").status == 200)
        return browser
    }

    @Test("Three cookies: two that scripts cannot read, one to echo; all Strict")
    func attributes() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
            let answer = try await app.post("/api/v1/auth/login", .credentials("ada@example.org"))
            #expect(answer["user"]?["role"]?.string == "teacher")
            let cookies = answer.setCookies
            #expect(cookies.map(\.name) == ["rounds_access", "rounds_refresh", "rounds_csrf"])
            #expect(cookies.map { $0.attributes.contains("HttpOnly") } == [true, true, false])
            #expect(cookies.allSatisfy { $0.attributes.contains("SameSite=Strict") })
            #expect(cookies.allSatisfy { !$0.attributes.contains("Secure") }, "plain HTTP on loopback")
            #expect(cookies.map { $0.attributes.contains("Path=/") } == [true, false, true])
            #expect(cookies[1].attributes.contains("Path=/api/v1/auth"))
            #expect(cookies[0].attributes.contains("Max-Age=900"))
            #expect(answer["csrf"]?.string == cookies[2].value)
            #expect(!answer.text.contains(cookies[0].value) && !answer.text.contains(cookies[1].value))

            let proto = try #require(HTTPField.Name("X-Forwarded-Proto"))
            let https = try await app.post(
                "/api/v1/auth/login", .credentials("ada@example.org"), [proto: "https"])
            #expect(https.setCookies.count == 3)
            #expect(https.setCookies.allSatisfy { $0.attributes.contains("Secure") })
        }
    }

    @Test("An unsafe request by cookie needs the token of this very session")
    func csrf() async throws {
        try await withRounds { app in
            let browser = try await Self.teacher(app)
            let other = Browser(app.client)
            _ = try await other.signIn("ada@example.org", device: "00000000-0000-7000-8000-0000000000b2")
            let body = JSONValue.object(["current": .string("x"), "new": .string("y")])
            let right = try #require(browser.cookies["rounds_csrf"])
            for wrong in [
                "", "x", String(right.dropLast()), right.uppercased() + "0", other.cookies["rounds_csrf"] ?? "",
            ] {
                browser.cookies["rounds_csrf"] = wrong
                let answer = try await browser.post("/api/v1/auth/password", body)
                #expect(answer.status == 403)
                #expect(answer.code == "csrf_token_missing")
            }
            browser.sendsCSRF = false
            #expect(try await browser.post("/api/v1/auth/password", body).status == 403)
            #expect(try await browser.get("/api/v1/auth/sessions").status == 200, "reading needs none")
            browser.sendsCSRF = true
            browser.cookies["rounds_csrf"] = right
            #expect(try await browser.post("/api/v1/auth/password", body).status == 422, "past the check")
        }
    }

    @Test("Renewing needs the refresh cookie, the token and the device; an old cookie ends the sign-in")
    func refresh() async throws {
        try await withRounds { app in
            let browser = try await Self.teacher(app)
            let first = browser.cookies
            browser.sendsCSRF = false
            #expect(try await browser.refresh().code == "csrf_failed")
            browser.sendsCSRF = true
            let renewed = try await browser.refresh()
            #expect(renewed.status == 200)
            #expect(renewed["user"]?["name"]?.string == "Ada Lovelace")
            #expect(browser.cookies["rounds_refresh"] != first["rounds_refresh"])
            #expect(browser.cookies["rounds_csrf"] == first["rounds_csrf"])
            #expect(try await browser.refresh().status == 200)

            let thief = Browser(app.client)
            thief.cookies = first
            let reused = try await thief.refresh()
            #expect(reused.status == 401)
            #expect(reused.code == "refresh_reused")
            #expect(try await browser.get("/api/v1/auth/sessions").status == 401, "at once")
            #expect(try await browser.refresh().code == "session_ended")

            let nobody = Browser(app.client)
            let answer = try await nobody.refresh()
            #expect(answer.status == 401)
            #expect(answer.code == "no_refresh_token")
        }
    }

    @Test("Signing out clears the cookies and ends the session, with or without an access token")
    func logout() async throws {
        try await withRounds { app in
            for keepsAccess in [true, false] {
                let browser = Browser(app.client)
                if keepsAccess {
                    browser.cookies = try await Self.teacher(app).cookies
                } else {
                    _ = try await browser.signIn("ada@example.org")
                }
                let stolen = Browser(app.client)
                stolen.cookies = browser.cookies
                if !keepsAccess { browser.cookies["rounds_access"] = nil }
                let answer = try await browser.post("/api/v1/auth/logout")
                #expect(answer.status == 204)
                #expect(browser.cookies.isEmpty)
                #expect(try await stolen.get("/api/v1/auth/sessions").status == 401)
                #expect(try await stolen.refresh().status == 401)
            }
            #expect(try await app.post("/api/v1/auth/logout", .object([:])).status == 204, "nobody may sign out too")
        }
    }

    @Test("An expired cookie does not keep anybody from signing in again")
    func expired() async throws {
        try await withRounds { app in
            let browser = try await Self.teacher(app)
            browser.cookies["rounds_access"] = "eyJhbGciOiJub25lIn0.e30."
            #expect(try await browser.get("/api/v1/me")["signedIn"] == .bool(false))
            #expect(try await browser.get("/api/v1/auth/sessions").status == 401)
            #expect(try await browser.signIn("ada@example.org").status == 200)
            #expect(try await browser.get("/api/v1/auth/sessions").status == 200)
        }
    }

    @Test("My sign-ins are mine to see and to end")
    func sessions() async throws {
        try await withRounds { app in
            let browser = try await Self.teacher(app)
            let other = Browser(app.client)
            _ = try await other.signIn("ada@example.org", device: "00000000-0000-7000-8000-0000000000b2")
            let list = try await browser.get("/api/v1/auth/sessions")
            let items = try #require(list["items"]?.array)
            #expect(items.count == 2)
            #expect(items.filter { $0["current"] == .bool(true) }.count == 1)
            let foreign = try #require(items.first { $0["current"] == .bool(false) }?["id"]?.string)

            let stranger = try await app.signedIn(as: .owner)
            #expect(try await stranger.delete("/api/v1/auth/sessions/\(foreign)").status == 404)
            #expect(try await other.get("/api/v1/auth/sessions").status == 200)
            #expect(try await browser.delete("/api/v1/auth/sessions/\(foreign)").status == 204)
            #expect(try await other.get("/api/v1/auth/sessions").status == 401)
            #expect(try await browser.delete("/api/v1/auth/sessions/\(foreign)").status == 404)
            #expect(try await browser.delete("/api/v1/auth/sessions/nonsense").status == 404)
        }
    }
}
