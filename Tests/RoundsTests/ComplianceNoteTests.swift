import Compliance
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import Synchronization
import TestSupport
import Testing
import Web

@Suite struct ComplianceNoteTests {
    private typealias Clinic = ComplianceClinic

    @Test("A note comes back masked, with findings whose words stand where they say", arguments: TestEngine.available)
    func masked(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let added = try await clinic.add(Clinic.evaluation, name: "Quackenbush eval.txt")
            #expect(added["state"] == "ready" && added["noteType"] == "evaluation" && added["discipline"] == "PT")
            let masked = Array(try #require(added["masked"]?.string).unicodeScalars)
            for word in Clinic.telling { #expect(!added.text.contains(word), "\(word)") }
            #expect(added["masked"]?.string?.contains("Berg Balance Scale 38/56") == true)
            func words(_ place: JSONValue) throws -> String {
                let start = Int(try #require(place["start"]?.integer))
                let end = Int(try #require(place["end"]?.integer))
                return String(String.UnicodeScalarView(masked[start..<end]))
            }
            let spans = added["spans"]?.array ?? []
            #expect(!spans.isEmpty)
            for span in spans { #expect(try words(span) == span["replacement"]?.string) }
            let evidence = (added["findings"]?.array ?? []).flatMap { $0["evidence"]?.array ?? [] }
            #expect(!evidence.isEmpty)
            for place in evidence { #expect(try words(place) == place["quote"]?.string) }
            let id = try #require(added["id"]?.string)
            #expect(try await clinic.get("/documents/\(id)").json == added.json)
            let card = try await clinic.get("/documents")["items"]?.array?.first
            #expect(card?["id"]?.string == id && card?["score"] == added["score"]?["value"])
        }
    }

    @Test("Nobody else reaches a note, whatever their role", arguments: [Role.owner, .director, .clinician, .teacher])
    func others(role: Role) async throws {
        try await ComplianceClinic.with { clinic in
            let added = try await clinic.add(Clinic.evaluation)
            let id = try #require(added["id"]?.string)
            let finding = try #require(added["findings"]?.array?.first?["id"]?.string)
            let other = try await clinic.app.signedIn(as: role)
            let base = Clinic.base + "/documents/\(id)"
            for path in ["", "/reports", "/report.html", "/report.json", "/report.csv", "/report.pdf"] {
                #expect(try await other.get(base + path).status == 404, "\(path)")
            }
            #expect(try await other.post(base + "/unmask", ["reason": "Curious"]).status == 404)
            #expect(try await other.post(base + "/analyse", [:]).status == 404)
            #expect(try await other.put(base + "/findings/\(finding)/verdict", ["correct": false]).status == 404)
            #expect(try await other.delete(base).status == 404)
            #expect(try await other.patch(base, ["name": "Mine"]).status == 404)
            #expect(try await other.get(Clinic.base + "/documents")["items"] == .array([]))
            #expect(try await clinic.get("/documents/\(id)").status == 200)
        }
    }

    @Test("Every look at a note is on record, the reason for its own words without identifiers")
    func audit() async throws {
        try await ComplianceClinic.with { clinic in
            let id = try #require(try await clinic.add(Clinic.evaluation)["id"]?.string)
            _ = try await clinic.get("/documents/\(id)")
            let reason = "Mr. Quackenbush phoned about his MRN 7734521"
            let shown = try await clinic.therapist.post(
                Clinic.base + "/documents/\(id)/unmask", ["reason": .string(reason)])
            #expect(shown.status == 200 && shown["text"]?.string == Clinic.evaluation)
            #expect(
                try await clinic.therapist.post(Clinic.base + "/documents/\(id)/unmask", ["reason": " "]).status == 422)
            let rows = try await clinic.app.database.read { try $0.auditRows() }
                .filter { $0.resource == "document/\(id)" }
            #expect(rows.map(\.action).prefix(2) == ["document.add", "document.analyse"])
            #expect(rows.map(\.action).suffix(2) == ["document.view", "document.unmask"])
            #expect(rows.allSatisfy { $0.userId == clinic.therapist.userID && $0.requestId != nil })
            let kept = try #require(rows.last?.reason)
            #expect(kept.contains("phoned about") && !kept.contains("Quackenbush") && !kept.contains("7734521"))
            let verdict = try await clinic.app.database.verifyAuditTrail()
            let all = try await clinic.app.database.read { try $0.auditRows() }
            #expect(verdict == .intact(rows: Int64(all.count), hash: all.last?.hash ?? ""))
        }
    }

    @Test("The same text is analysed once; other options are other work", arguments: TestEngine.available)
    func cache(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let asOf: JSONValue = ["asOf": "2025-05-28"]
            #expect(try await clinic.add(Clinic.evaluation, options: asOf)["cached"] == .bool(false))
            let again = try await clinic.add(Clinic.evaluation, options: asOf, as: clinic.colleague)
            #expect(again["cached"] == .bool(true))
            let later = try await clinic.add(Clinic.evaluation, options: ["asOf": "2025-08-20"])
            #expect(later["cached"] == .bool(false))
            // a new process finds it in the database
            let rows = try await clinic.app.database.read { try $0.integer("SELECT COUNT(*) FROM compliance_cache") }
            #expect(rows == 2)
        }
    }

    @Test("A note that is deleted is gone, and comes back within seven days only", arguments: TestEngine.available)
    func deletion(engine: TestEngine) async throws {
        let time = MovingTime("2025-05-28T09:00:00Z")
        try await ComplianceClinic.with(on: engine, clock: time.clock) { clinic in
            let id = try #require(try await clinic.add(Clinic.treatment)["id"]?.string)
            let path = Clinic.base + "/documents/\(id)"
            #expect(try await clinic.therapist.delete(path).status == 204)
            #expect(try await clinic.get("/documents/\(id)").status == 404)
            #expect(try await clinic.therapist.post(path + "/restore").status == 200)
            #expect(try await clinic.therapist.post(path + "/restore").status == 404)
            #expect(try await clinic.therapist.delete(path).status == 204)
            time.advance(days: 8)
            try await clinic.sweep()
            let left = try await clinic.app.database.read { reader in
                try ["document", "original", "report", "outcome"].map { table in
                    try reader.integer("SELECT COUNT(*) FROM compliance_\(raw: table)") ?? -1
                }
            }
            #expect(left == [0, 0, 0, 0])
        }
    }

    @Test("A school that keeps no notes keeps no notes, and still their reports")
    func withoutOriginals() async throws {
        try await ComplianceClinic.with { clinic in
            let before = try #require(try await clinic.add(Clinic.treatment)["id"]?.string)
            let changed = try await clinic.director.patch(Clinic.base + "/settings", ["keepOriginals": false])
            #expect(changed.status == 200 && changed["keepOriginals"] == .bool(false))
            let id = try #require(try await clinic.add(Clinic.evaluation)["id"]?.string)
            for id in [before, id] {
                #expect(try await clinic.get("/documents/\(id)")["originalKept"] == .bool(false))
                let refused = try await clinic.therapist.post(
                    Clinic.base + "/documents/\(id)/unmask", ["reason": "To compare"])
                #expect(refused.status == 409 && refused["code"] == "original_gone")
            }
            #expect(try await clinic.therapist.patch(Clinic.base + "/settings", ["strict": true]).status == 403)
        }
    }

    @Test("A note is read anew by its owner, and the report before stays")
    func again() async throws {
        try await ComplianceClinic.with { clinic in
            let id = try #require(try await clinic.add(Clinic.treatment, options: ["asOf": "2025-05-28"])["id"]?.string)
            let path = Clinic.base + "/documents/\(id)"
            let anew = try await clinic.therapist.post(
                path + "/analyse", ["options": ["discipline": "OT", "asOf": "2025-05-28"]])
            #expect(anew.status == 200 && anew["discipline"] == "OT")
            let reports = try await clinic.get("/documents/\(id)/reports")["items"]?.array ?? []
            #expect(reports.count == 2)
            let first = try #require(reports.last?["id"]?.string)
            #expect(try await clinic.get("/documents/\(id)?report=\(first)")["classification"]?["discipline"] == "PT")
            #expect(try await clinic.get("/documents/\(id)?report=\(Identifier.v7())").status == 404)
        }
    }
}

/// A clock that tests move.
final class MovingTime: Sendable {
    private let now: Mutex<Instant>

    init(_ start: String) { now = Mutex(Instant(rfc3339: start) ?? Instant(milliseconds: 0)) }

    var clock: WallClock { WallClock(now: { self.now.withLock { $0 } }) }
    func advance(days: Int64) { now.withLock { $0 = $0.adding(seconds: days * 86_400) } }
}
