import Accounts
import Foundation
import HTTPTypes
import Kernel
import Persistence
import TestSupport
import Testing
import Web

/// The audit trail over HTTP: what gets in, who reads it, and what it keeps to itself.
@Suite struct AuditRouteTests {
    private static let path = "/api/v1/operations/audit"

    private static func signIn(
        _ app: ApplicationUnderTest, _ email: String, _ password: String = ApplicationUnderTest.password
    ) async throws -> Answer {
        try await app.client.post(
            "/api/v1/auth/token",
            ["email": .string(email), "password": .string(password), "device": .string(Identifier.v7())])
    }

    @Test("Signing in and out, and what does not come about, are rows", arguments: TestEngine.available)
    func signingIn(engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let teacher = try await app.signedIn(as: .teacher)
            let id = try #require(teacher.userID)
            let email = try await app.accounts.account(id).email ?? ""
            let right = try await Self.signIn(app, email)
            let wrong = try await Self.signIn(app, email, "not this one at all")
            let unknown = try await Self.signIn(app, "nobody@example.org", "not this one at all")
            #expect(right.status == 200 && wrong.status == 401 && unknown.status == 401)
            let known = try await AuditCoverage.rows(of: wrong, app)
            #expect(known.map(\.action) == ["sign_in"] && known.first?.outcome == "refused")
            #expect(known.first?.userId == id && known.first?.reason == "wrong_credentials")
            let nobody = try await AuditCoverage.rows(of: unknown, app)
            #expect(nobody.map(\.outcome) == ["refused"] && nobody.first?.userId == nil)
            let done = try await AuditCoverage.rows(of: right, app)
            #expect(done.map(\.action) == ["sign_in"] && done.first?.userId == id && done.first?.outcome == "done")

            let out = try await teacher.post("/api/v1/auth/logout")
            #expect(try await AuditCoverage.rows(of: out, app).map(\.action) == ["sign_out"])
            let disabled = try await owner.patch("/api/v1/accounts/\(id)", ["disabled": true, "role": "adviser"])
            let change = try #require(try await AuditCoverage.rows(of: disabled, app).first)
            #expect(change.action == "account.change" && change.resource == "account/\(id)")
            #expect(change.reason == "role,disabled" && change.userId == owner.userID)
            #expect(try await app.database.verifyAuditTrail().isIntact)
        }
    }

    @Test("Being refused and taking a file away are rows; reading and failing are not")
    func refusedAndExported() async throws {
        try await withRounds { app in
            let owner = try await app.signedIn(as: .owner)
            let teacher = try await app.signedIn(as: .teacher)
            let refused = try await teacher.get("/api/v1/accounts")
            #expect(refused.status == 403)
            let row = try #require(try await AuditCoverage.rows(of: refused, app).first)
            #expect(row.outcome == "refused" && row.userId == teacher.userID && row.reason == refused.code)

            let file = try await owner.get("/api/v1/attendance/export?from=2026-11-16&to=2026-11-22")
            #expect(file.status == 200)
            #expect(try await AuditCoverage.rows(of: file, app).map(\.reason) == ["file"])

            for quiet in [
                try await owner.get("/api/v1/me"), try await owner.get("/api/v1/people/\(Identifier.v7())"),
                try await owner.post("/api/v1/people", ["number": 7]),
            ] {
                #expect(try await AuditCoverage.rows(of: quiet, app).isEmpty, "\(quiet.status)")
            }
        }
    }

    @Test(
        "The trail names no person: what is typed into a path or a body is not in it", arguments: TestEngine.available)
    func identifiers(engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let made = try await owner.post(
                "/api/v1/people",
                ["number": "Q-778812", "givenName": "Zebedee", "familyName": "Quackenbush", "kind": "student"])
            #expect(made.status == 201, "\(made.text)")
            #expect(try await AuditCoverage.rows(of: made, app).count == 1)
            _ = try await owner.get("/api/v1/people/Zebedee%20Quackenbush")
            let text = try await app.database.read { try $0.auditRows() }.map { "\($0)" }.joined()
            for secret in ["778812", "Zebedee", "Quackenbush", "example.org"] { #expect(!text.contains(secret)) }
        }
    }

    @Test("It is read in pages, the newest first, by those who may", arguments: TestEngine.available)
    func reading(engine: TestEngine) async throws {
        try await withRounds(on: engine) { app in
            let owner = try await app.signedIn(as: .owner)
            let auditor = try await app.signedIn(as: .auditor)
            for role in [.teacher, .director, .student] as [Role] {
                let client = try await app.signedIn(as: role)
                #expect(try await client.get(Self.path).status == 403)
            }
            var seen: [Int64] = []
            var cursor: String?
            repeat {
                let page = try await auditor.get(Self.path + "?limit=3" + (cursor.map { "&cursor=\($0)" } ?? ""))
                #expect(page.status == 200, "\(page.text)")
                seen += (page["items"]?.array ?? []).compactMap { $0["seq"]?.integer }
                cursor = page["next"]?.string
            } while cursor != nil
            #expect(seen.count > 6 && seen == seen.sorted(by: >) && seen.last == 1)
            let ofTeachers = try await owner.get(Self.path + "?outcome=refused&action=getAuditTrail&resource=/api/*")
            #expect(ofTeachers["items"]?.array?.count == 3)
            let none = try await owner.get(Self.path + "?to=2001-01-01T00:00:00Z&user=\(owner.userID ?? "")")
            #expect(none["items"]?.array?.isEmpty == true && none["next"] == .null)
            for query in ["?limit=0", "?cursor=x", "?from=yesterday", "?outcome=perhaps"] {
                #expect(try await auditor.get(Self.path + query).status == 422, "\(query)")
            }
            let state = try await auditor.get(Self.path + "/verification")
            #expect(state["intact"] == .bool(true) && (state["rows"]?.integer ?? 0) >= seen.first ?? 0)
            try await app.database.write { try $0.execute("UPDATE audit_entry SET action = 'x' WHERE seq = 2") }
            let broken = try await auditor.get(Self.path + "/verification")
            #expect(broken["brokenAt"]?.integer == 2 && broken["fault"]?.string == "edited")
        }
    }
}

extension AuditVerdict {
    fileprivate var isIntact: Bool { if case .intact = self { true } else { false } }
}
