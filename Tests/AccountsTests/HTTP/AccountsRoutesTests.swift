import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

struct AccountsRoutesTests {
    @Test("A wrong password and an unknown address get the same answer; the sixth try gets 429")
    func wrongPassword() async throws {
        try await withRounds { app in
            _ = try await app.signedIn(as: .owner)
            func answer(_ email: String) async throws -> [String: JSONValue] {
                let answer = try await app.post("/api/v1/auth/login", .credentials(email, password: "not this one"))
                #expect(answer.status == 401)
                guard case .object(var document) = answer.json else { return [:] }
                document["requestId"] = nil
                return document
            }
            let wrong = try await answer("first.owner@example.org")
            #expect(wrong["code"]?.string == "wrong_credentials")
            #expect(try await answer("nobody@example.org") == wrong)
            for _ in 0..<4 { _ = try await answer("first.owner@example.org") }
            for path in ["login", "token"] {
                let locked = try await app.post("/api/v1/auth/\(path)", .credentials("first.owner@example.org"))
                #expect(locked.status == 429)
                #expect(locked.code == "too_many_attempts")
                #expect((Int(locked.header("Retry-After") ?? "") ?? 0) > 0)
            }
        }
    }

    struct BadBody: Sendable {
        let path: String
        let body: String
        let status: Int
        let field: String?
    }

    @Test(
        "Bad bodies are answered with what is wrong",
        arguments: [
            BadBody(path: "auth/login", body: "", status: 400, field: nil),
            BadBody(path: "auth/login", body: "{", status: 400, field: nil),
            BadBody(path: "auth/login", body: "[]", status: 422, field: ""),
            BadBody(path: "auth/login", body: "{}", status: 422, field: "email"),
            BadBody(path: "auth/login", body: #"{"email":1,"password":"x","device":"y"}"#, status: 422, field: "email"),
            BadBody(
                path: "auth/login", body: #"{"email":"a@b","password":"x","device":"y"}"#, status: 422, field: "device"),
            BadBody(
                path: "auth/login",
                body: #"{"email":"a\u0000@b","password":"\u0000","device":"00000000-0000-7000-8000-0000000000b1"}"#,
                status: 422, field: nil),
            BadBody(
                path: "auth/login",
                body: #"{"email":"a' OR 1=1 --","password":"","device":"00000000-0000-7000-8000-0000000000b1"}"#,
                status: 401, field: nil),
            BadBody(path: "auth/token", body: "null", status: 422, field: ""),
            BadBody(path: "auth/refresh", body: "{}", status: 422, field: "device"),
            BadBody(path: "auth/token/refresh", body: #"{"device":"x"}"#, status: 422, field: "refreshToken"),
            BadBody(path: "auth/password", body: #"{"current":"x"}"#, status: 422, field: "new"),
            BadBody(
                path: "accounts", body: #"{"email":"x","name":" ","role":"king","password":"short"}"#, status: 422,
                field: "email"),
            BadBody(
                path: "accounts",
                body: #"{"email":"a@b.c","name":"A\u0007","role":"teacher","password":"marble stapler ocean"}"#,
                status: 422, field: "name"),
            BadBody(
                path: "accounts",
                body: #"{"email":"a@b.c","name":"A","role":"teacher","password":"password1234"}"#, status: 422,
                field: "password"),
            BadBody(
                path: "accounts",
                body: #"{"email":"a@b.c","name":"A","role":"teacher","password":"marble stapler","personId":"7"}"#,
                status: 422, field: "personId"),
        ])
    func badBodies(_ bad: BadBody) async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let answer = try await owner.send(
                .post, "/api/v1/\(bad.path)", body: Array(bad.body.utf8), [.contentType: "application/json"])
            #expect(answer.status == bad.status, "\(bad.path) \(bad.body) \(answer.text)")
            #expect(answer.header("Content-Type") == "application/problem+json")
            if let field = bad.field { #expect(answer["errors"]?.array?.first?["field"]?.string == field) }
        }
    }

    @Test("A form is told everything that is wrong with it at once")
    func allErrors() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let answer = try await owner.post(
                "/api/v1/accounts",
                .object([
                    "email": .string("x"), "name": .string(""), "role": .string("king"), "password": .string("short"),
                ]))
            #expect(answer["errors"]?.array?.compactMap { $0["field"]?.string } == ["email", "name", "role"])
        }
    }

    @Test("Too large is 413, another media type 415")
    func limits() async throws {
        try await withRounds { app in
            let large = JSONValue.credentials(String(repeating: "x", count: 20_000))
            #expect(try await app.post("/api/v1/auth/login", large).status == 413)
            let form = try await app.client.send(
                .post, "/api/v1/auth/login", body: Array("email=a".utf8),
                [.contentType: "application/x-www-form-urlencoded"])
            #expect(form.status == 415)
        }
    }

    @Test("Accounts come in pages; a wrong cursor or limit is refused")
    func pages() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            for number in 0..<4 {
                _ = try await owner.post("/api/v1/accounts", .account("t\(number)@example.org", "teacher"))
            }
            var emails: [String] = []
            var cursor = ""
            for _ in 0..<10 {
                let page = try await owner.get("/api/v1/accounts?limit=2&cursor=\(cursor)")
                #expect(page.status == 200)
                emails += page["items"]?.array?.compactMap { $0["email"]?.string } ?? []
                guard let next = page["next"]?.string else { break }
                cursor = next
            }
            #expect(emails.count == 6)
            #expect(Set(emails).count == 6)
            for query in ["limit=0", "limit=501", "limit=x", "cursor=%27"] {
                #expect(try await owner.get("/api/v1/accounts?\(query)").status == 422)
            }
        }
    }

    @Test("An account is changed in part; an unknown one is 404, a taken address 409")
    func change() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let made = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
            let path = "/api/v1/accounts/\(made["id"]?.string ?? "")"
            let person = Identifier.v7()
            let linked = try await owner.patch(path, .object(["personId": .string(person)]))
            #expect(linked["personId"]?.string == person)
            let renamed = try await owner.patch(path, .object(["name": .string("Ada King")]))
            #expect(renamed["personId"]?.string == person && renamed["name"]?.string == "Ada King")
            #expect(try await owner.patch(path, .object(["personId": .null]))["personId"] == .null)
            #expect(
                try await owner.patch(path, .object(["email": .string("first.owner@example.org")])).code
                    == "email_taken")
            #expect(try await owner.patch("/api/v1/accounts/\(Identifier.v7())", .object([:])).status == 404)
            #expect(try await owner.patch("/api/v1/accounts/x", .object([:])).status == 404)
            #expect(try await owner.patch(path, .object(["disabled": .string("yes")])).status == 422)
        }
    }

    @Test("A new password by an administrator signs the person out; their own change keeps this browser")
    func passwords() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let made = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
            let browser = Browser(app.client)
            _ = try await browser.signIn("ada@example.org")
            let second = "seven quiet herons"
            let body = JSONValue.object([
                "current": .string(ApplicationUnderTest.password), "new": .string(second),
            ])
            #expect(try await browser.post("/api/v1/auth/password", body).status == 204)
            #expect(try await browser.get("/api/v1/auth/sessions").status == 200)
            let wrong = try await browser.post("/api/v1/auth/password", body)
            #expect(wrong.status == 422)
            #expect(wrong["errors"]?.array?.first?["field"]?.string == "current")
            let reset = JSONValue.object(["password": .string("eleven loud gannets")])
            #expect(try await owner.patch("/api/v1/accounts/\(made["id"]?.string ?? "")", reset).status == 200)
            #expect(try await browser.get("/api/v1/auth/sessions").status == 401)
            #expect(try await browser.signIn("ada@example.org", password: second).status == 401)
            #expect(try await browser.signIn("ada@example.org", password: "eleven loud gannets").status == 200)
        }
    }

    @Test("No answer holds a password or a hash")
    func noSecrets() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let made = try await owner.post("/api/v1/accounts", .account("ada@example.org", "teacher"))
            let path = "/api/v1/accounts/\(made["id"]?.string ?? "")"
            let answers = [
                made, try await owner.get("/api/v1/accounts"), try await owner.get("/api/v1/me"),
                try await owner.get("/api/v1/auth/sessions"),
                try await owner.patch(path, .object(["password": .string(ApplicationUnderTest.password)])),
                try await owner.patch(path, .object(["password": .string("password1234")])),
                try await app.post("/api/v1/auth/login", .credentials("ada@example.org")),
                try await app.post("/api/v1/auth/login", .credentials("ada@example.org", password: "wrong password")),
            ]
            for answer in answers {
                for secret in [ApplicationUnderTest.password, "password1234", "wrong password", "scrypt", "Hash"] {
                    #expect(!answer.text.contains(secret))
                }
            }
        }
    }
}
