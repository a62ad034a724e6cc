import HTTPTypes
import Kernel
import TestSupport
import Testing
import Web

/// The whole application over HTTP.
@Suite struct ApplicationTests {
    @Test func healthTellsVersionAndUptimeToAnybody() async throws {
        try await withRounds { app in
            let answer = try await app.get("/health")
            #expect(answer.status == 200)
            #expect(answer["status"] == "ok")
            #expect(answer["version"]?.string?.isEmpty == false)
            #expect((answer["uptime"]?.integer ?? -1) >= 0)
        }
    }

    @Test(arguments: ["/", "/register/today"])
    func theAppIsInTheProgram(path: String) async throws {
        try await withRounds { app in
            let page = try await app.get(path)
            #expect(page.status == 200)
            #expect(page.text.contains("<title>Rounds</title>"))
            let list = try #require(try await app.get("/assets.json").json.object)
            for asset in list.keys { #expect(try await app.get(asset).status == 200, "\(asset)") }
            #expect(list["/index.html"] != nil && list["/app.js"] != nil)
        }
    }

    @Test func aPageHasNoInlineScriptOrStyle() async throws {
        try await withRounds { app in
            let page = try await app.get("/").text
            #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="))
            for script in page.split(separator: "<script").dropFirst() { #expect(script.contains("src=\"/")) }
        }
    }

    @Test(arguments: TestEngine.available)
    func aRepeatedWriteIsDoneOnce(engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let account: JSONValue = [
                "email": "ada@example.org", "name": "Ada Lovelace", "role": "teacher",
                "password": "marble stapler ocean",
            ]
            let first = try await owner.post("/api/v1/accounts", account, [.idempotency: "one"])
            let second = try await owner.post("/api/v1/accounts", account, [.idempotency: "one"])
            #expect(first.status == 201)
            #expect(second.status == 201 && second.json == first.json)
            #expect(second.header("Idempotency-Replayed") == "true")
            #expect(try await owner.post("/api/v1/accounts", account, [.idempotency: "two"]).status == 409)
            let other = try await owner.post("/api/v1/accounts", ["name": "Other"], [.idempotency: "one"])
            #expect(other.code == "idempotency_key_reused")
        }
    }
}

extension HTTPField.Name {
    static let idempotency = HTTPField.Name("Idempotency-Key")!
}
