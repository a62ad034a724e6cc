import HTTPTypes
import Kernel
import Persistence
import TestSupport
import Testing
import Web

struct DesktopModeTests {
    @Test("The person at the machine is the owner and may do everything but check in")
    func desktop() async throws {
        try await withRounds { app in
            let me = try await app.get("/api/v1/me")
            #expect(me.status == 200)
            #expect(me["mode"]?.string == "desktop")
            #expect(me["signedIn"] == .bool(true))
            #expect(me["user"]?["role"]?.string == "owner")
            #expect(me["user"]?["email"] == .null)
            #expect(me["csrf"] == .null)
            for permission in Permission.allCases {
                #expect(me["can"]?[permission.rawValue] == .bool(permission != .checkIn), "\(permission)")
            }
            #expect(try await app.get("/api/v1/auth/sessions")["items"] == .array([]))
        }
    }

    @Test("A reverse proxy is not the person at the machine")
    func forwarded() async throws {
        try await withRounds { app in
            for header in ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"] {
                let name = try #require(HTTPField.Name(header))
                #expect(try await app.get("/api/v1/me", [name: "203.0.113.7"])["signedIn"] == .bool(false))
                #expect(try await app.get("/api/v1/accounts", [name: "203.0.113.7"]).status == 401)
                let taken = try await app.post(
                    "/api/v1/accounts", .account("thief@example.org", "owner"), [name: "203.0.113.7"])
                #expect(taken.status == 401)
            }
        }
    }

    @Test("The first account is the same owner with a password, and ends the mode at once")
    func firstAccount() async throws {
        try await withRounds { app in
            let before = try await app.get("/api/v1/me")
            let browser = Browser(app.client)
            let made = try await browser.post("/api/v1/accounts", .account("Ada@Example.org", "owner"))
            #expect(made.status == 201)
            #expect(made["id"] == before["user"]?["id"], "marks keep their author")
            #expect(made["email"]?.string == "ada@example.org")
            #expect(made.header("Location") == "/api/v1/accounts/\(made["id"]?.string ?? "")")

            let stranger = try await app.get("/api/v1/me")
            #expect(stranger["mode"]?.string == "server")
            #expect(stranger["signedIn"] == .bool(false))
            #expect(stranger["user"] == .null)
            #expect(try await app.get("/api/v1/accounts").status == 401)
            #expect(try await app.post("/api/v1/accounts", .account("b@example.org", "owner")).status == 401)

            let signedIn = try await browser.get("/api/v1/me")
            #expect(signedIn["user"]?["name"]?.string == "Ada Lovelace")
            #expect(try await browser.get("/api/v1/accounts")["items"]?.array?.count == 1)
            #expect(try await Browser(app.client).signIn("ada@example.org").status == 200)
        }
    }

    @Test("The first account must be the owner's and name its device; nothing changes when it is refused")
    func refusedFirstAccount() async throws {
        try await withRounds { app in
            let browser = Browser(app.client)
            for role in Role.allCases where role != .owner {
                let answer = try await browser.post("/api/v1/accounts", .account("a@example.org", role.rawValue))
                #expect(answer.status == 422)
                #expect(answer["errors"]?.array?.first?["field"]?.string == "role")
            }
            guard case .object(var body) = JSONValue.account("a@example.org", "owner") else { return }
            body["device"] = nil
            let answer = try await browser.post("/api/v1/accounts", .object(body))
            #expect(answer.status == 422)
            #expect(answer["errors"]?.array?.first?["field"]?.string == "device")
            #expect(try await app.get("/api/v1/me")["mode"]?.string == "desktop")
            #expect(browser.cookies.isEmpty)
        }
    }

    @Test("An account made by the command line ends the mode of a running server")
    func commandLine() async throws {
        try await withRounds { app in
            #expect(try await app.get("/api/v1/me")["mode"]?.string == "desktop")
            _ = try await app.database.write {
                try $0.execute("UPDATE account SET email = 'a@example.org', password_hash = 'x'")
            }
            try await Task.sleep(for: .milliseconds(2100))
            #expect(try await app.get("/api/v1/accounts").status == 401)
        }
    }
}
