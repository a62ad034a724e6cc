import Foundation
import Kernel
import TestSupport
import Testing

@Suite(.serialized) struct UsersCommandTests {
    private func add(
        _ folder: URL, _ email: String, role: String, password: String = "marble stapler ocean"
    ) async throws -> Program.Result {
        try await Program.run(
            ["users", "add", "--data-dir", folder.path, "--email", email, "--name", "Grace Hopper", "--role", role],
            input: password + "\n")
    }

    @Test func accountsAreAddedListedAndDisabled() async throws {
        try await withTemporaryFolder { folder in
            let owner = try await add(folder, "grace@example.org", role: "owner")
            #expect(owner.status == 0, "\(owner.errors)")
            #expect(try await add(folder, "ada@example.org", role: "teacher").status == 0)
            let disabled = try await Program.run(
                ["users", "disable", "--data-dir", folder.path, "--email", "ada@example.org"])
            #expect(disabled.status == 0)
            let list = try await Program.run(["users", "list", "--data-dir", folder.path])
            #expect(
                list.output == """
                    grace@example.org\towner\tGrace Hopper\t
                    ada@example.org\tteacher\tGrace Hopper\tdisabled

                    """)
            let json = try await Program.run(["users", "list", "--data-dir", folder.path, "--format", "json"])
            let accounts = try JSONDecoder().decode(JSONValue.self, from: Data(json.output.utf8)).array
            #expect(accounts?.count == 2)
            #expect(accounts?.last?["role"] == "teacher" && accounts?.last?["disabled"] == true)
        }
    }

    @Test func aServerThatRunsHearsOfTheFirstAccount() async throws {
        try await withTemporaryFolder { folder in
            try await RunningServer.with(["--data-dir", folder.path, "--port", "0"]) { server in
                #expect(try await server.get("/api/v1/me").body.contains(#""mode":"desktop""#))
                #expect(try await add(folder, "grace@example.org", role: "owner").status == 0)
                var body = ""
                for _ in 0..<100 where !body.contains(#""mode":"server""#) {
                    try await Task.sleep(for: .milliseconds(100))
                    body = try await server.get("/api/v1/me").body
                }
                #expect(body.contains(#""mode":"server""#))
            }
        }
    }

    @Test(
        arguments: [
            ("grace@example.org", "teacher", "marble stapler ocean", 1), ("grace@example.org", "owner", "short", 1),
            ("grace@example.org", "owner", "", 1), ("not an address", "owner", "marble stapler ocean", 2),
            ("grace@example.org", "boss", "marble stapler ocean", 2),
        ] as [(String, String, String, Int32)])
    func whatCannotBeAddedIsRefused(email: String, role: String, password: String, status: Int32) async throws {
        try await withTemporaryFolder { folder in
            let result = try await add(folder, email, role: role, password: password)
            #expect(result.status == status)
            #expect(!result.errors.isEmpty && result.output.isEmpty)
            #expect(!result.errors.contains("marble"))
        }
    }

    @Test func nobodyIsDisabledTwiceOrUnknown() async throws {
        try await withTemporaryFolder { folder in
            let result = try await Program.run(
                ["users", "disable", "--data-dir", folder.path, "--email", "nobody@example.org"])
            #expect(result.status == 1)
        }
    }
}
