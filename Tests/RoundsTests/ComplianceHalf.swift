import Compliance
import Documents
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import TestSupport
import Testing
import Web

/// A clinical note with what hangs on it. The note is the teacher's; the exercise made of it is for everybody.
struct ComplianceHalf: Sendable {
    let document: String
    let finding: String
    let episode: String
    let batch: String
    let teachingCase: String

    var secrets: [String] { [document, episode, batch] }

    var objects: [(String, String)] {
        let base = "/api/v1/compliance"
        return [
            (base + "/documents/{id}", document), (base + "/episodes/{id}", episode), (base + "/batches/{id}", batch),
            (base + "/teaching-cases/{id}", teachingCase), (base + "/rules/{id}", "POC-01"),
        ]
    }

    static let note = """
        PHYSICAL THERAPY EVALUATION
        Date of service: 03/03/2025
        Diagnosis: right knee osteoarthritis, M17.11
        Plan: therapeutic exercise, gait training.
        """

    static func made(by teacher: Client) async throws -> ComplianceHalf {
        let base = "/api/v1/compliance"
        func id(_ path: String, _ body: JSONValue) async throws -> Answer {
            let answer = try await teacher.post(base + path, body)
            guard answer.status == 201 else { throw UnexpectedAnswer(answer: answer) }
            return answer
        }
        let episode = try await id("/episodes", ["label": .null])["id"]?.string ?? ""
        let added = try await id("/documents", ["text": .string(note), "episode": .string(episode)])
        let document = added["id"]?.string ?? ""
        let finding = added["findings"]?.array?.first { $0["status"] == "violated" }?["id"]?.string ?? ""
        let made = try await id(
            "/teaching-cases",
            ["document": .string(document), "title": "What is missing?", "hide": [.string(finding)]])
        let zip = MadeZip.bytes([("one.txt", Array(note.utf8))])
        let batch = try await teacher.send(
            .post, base + "/batches?name=march.zip", body: zip, [.contentType: "application/zip"])
        return ComplianceHalf(
            document: document, finding: finding, episode: episode, batch: batch["id"]?.string ?? "",
            teachingCase: made["id"]?.string ?? "")
    }

    /// Bodies that only the object makes wrong.
    static let bodies: [String: @Sendable (Half, String) -> JSONValue] = {
        let base = "/api/v1/compliance"
        var bodies: [String: @Sendable (Half, String) -> JSONValue] = [
            "POST \(base)/documents": { half, _ in
                ["text": .string(note), "episode": .string(half.compliance.episode)]
            },
            "PATCH \(base)/documents/{id}": { half, _ in
                ["name": "Renamed", "episode": .string(half.compliance.episode)]
            },
            "POST \(base)/documents/{id}/unmask": { _, _ in ["reason": "To compare it with the chart"] },
            "PUT \(base)/documents/{id}/findings/{finding}/verdict": { _, _ in ["correct": true] },
            "POST \(base)/episodes": { _, _ in ["label": .null] },
            "POST \(base)/questions": { half, _ in
                ["question": "What must a plan state?", "document": .string(half.compliance.document)]
            },
            "POST \(base)/teaching-cases": { half, _ in
                [
                    "document": .string(half.compliance.document), "title": "A case",
                    "hide": [.string(half.compliance.finding)],
                ]
            },
            "POST \(base)/teaching-cases/{id}/answer": { _, _ in ["ruleIds": ["POC-05"]] },
            "POST \(base)/logbook": { half, _ in
                [
                    "entries": [
                        ["student": .string(half.student), "date": "2026-11-20", "hours": 8, "site": "North clinic"]
                    ]
                ]
            },
        ]
        let plain = [
            "POST \(base)/documents/files", "POST \(base)/documents/{id}/analyse",
            "POST \(base)/documents/{id}/restore", "DELETE \(base)/documents/{id}",
            "DELETE \(base)/documents/{id}/findings/{finding}/verdict", "POST \(base)/batches",
            "DELETE \(base)/teaching-cases/{id}",
        ]
        for name in plain { bodies[name] = { _, _ in [:] } }
        return bodies
    }()

    /// What a role cannot have of its own half though the route admits it, and why.
    static let refusedOfOwn: [String: [Role: Int]] = [
        // nothing is deleted yet that could be brought back
        "POST /api/v1/compliance/documents/{id}/restore": [.teacher: 404],
        // no archive, but JSON
        "POST /api/v1/compliance/batches": [.teacher: 415],
        // it went with its note
        "DELETE /api/v1/compliance/documents/{id}/findings/{finding}/verdict": [.teacher: 404],
    ]
}

/// A ZIP archive of stored entries.
enum MadeZip {
    static func bytes(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
        var writer = ZipWriter()
        for file in files { writer.add(file.name, file.content) }
        return writer.finish()
    }
}
