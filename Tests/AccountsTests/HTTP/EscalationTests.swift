import Kernel
import TestSupport
import Testing
import Web

struct EscalationTests {
    @Test("Only owners and administrators see, make and change accounts", arguments: Role.allCases)
    func roles(_ role: Role) async throws {
        try await withRounds { app in
            let client = try await app.signedIn(as: role)
            let own = try #require(client.userID)
            let allowed = role == .owner || role == .administrator
            #expect(try await client.get("/api/v1/accounts").status == (allowed ? 200 : 403))
            #expect(
                try await client.post("/api/v1/accounts", .account("b@example.org", "teacher")).status
                    == (allowed ? 201 : 403))
            for change in [JSONValue.object(["role": .string("owner")]), .object(["disabled": .bool(false)])] {
                let answer = try await client.patch("/api/v1/accounts/\(own)", change)
                let expected = role == .owner ? 200 : role == .administrator && change["role"] == nil ? 200 : 403
                #expect(answer.status == expected, "\(role) \(change)")
            }
            #expect(try await client.get("/api/v1/me")["user"]?["role"]?.string == role.rawValue)
        }
    }

    @Test("An administrator cannot become, make, rename, disable or unlock an owner")
    func administrator() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let administrator = try await app.signedIn(as: .administrator)
            let made = try await administrator.post("/api/v1/accounts", .account("b@example.org", "owner"))
            #expect(made.status == 403)
            #expect(made.code == "owner_only")
            let target = try #require(owner.userID)
            let changes: [[String: JSONValue]] = [
                ["name": .string("Renamed")], ["email": .string("mine@example.org")], ["role": .string("student")],
                ["disabled": .bool(true)], ["password": .string("seven quiet herons")], ["personId": .null], [:],
            ]
            for change in changes {
                let answer = try await administrator.patch("/api/v1/accounts/\(target)", .object(change))
                #expect(answer.status == 403, "\(change)")
                #expect(answer.code == "owner_only")
            }
            #expect(try await owner.get("/api/v1/accounts").status == 200)
        }
    }

    @Test("The last owner stays: 409")
    func lastOwner() async throws {
        try await withRounds { app in
            let owner = Browser(app.client)
            let id = try #require(
                try await owner.post("/api/v1/accounts", .account("ada@example.org", "owner"))["id"]?.string)
            for change: [String: JSONValue] in [["disabled": .bool(true)], ["role": .string("administrator")]] {
                let answer = try await owner.patch("/api/v1/accounts/\(id)", .object(change))
                #expect(answer.status == 409)
                #expect(answer.code == "last_owner")
            }
        }
    }

    @Test("A role that somebody sends about themselves is not looked at")
    func sentRole() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            _ = try await owner.post("/api/v1/accounts", .account("ada@example.org", "student"))
            guard case .object(var body) = JSONValue.credentials("ada@example.org") else { return }
            body["role"] = .string("owner")
            let answer = try await app.post("/api/v1/auth/login", .object(body))
            #expect(answer["user"]?["role"]?.string == "student")
        }
    }
}
