import Compliance
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

/// What kinds of file become a note, and with which codes the others are refused.
@Suite struct ComplianceIntakeTests {
    private struct Refusal: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let status: Int
        let code: String

        var testDescription: String { "\(name): \(code)" }
    }

    private static let refusals = [
        Refusal(name: "a.txt", bytes: [], status: 422, code: "empty"),
        Refusal(name: "a.txt", bytes: Array(" \n\t\r\n".utf8), status: 422, code: "empty"),
        Refusal(name: "a.txt", bytes: ComplianceFiles.utf16("  \n", mark: true), status: 422, code: "empty"),
        Refusal(name: "a.pdf", bytes: ComplianceFiles.png, status: 422, code: "type_mismatch"),
        Refusal(name: "a.txt", bytes: ComplianceFiles.pdf(["Plan of care"]), status: 422, code: "type_mismatch"),
        Refusal(name: "a.docx", bytes: Array("plain words".utf8), status: 422, code: "type_mismatch"),
        Refusal(name: "a.pdf", bytes: MadePDF.locked, status: 422, code: "encrypted"),
        Refusal(
            name: "a.docx", bytes: Array(ComplianceFiles.docx("Plan of care").dropLast(60)), status: 422,
            code: "corrupt"),
        Refusal(
            name: "a.pdf", bytes: Array(ComplianceFiles.pdf(["Plan of care"]).prefix(80)), status: 422, code: "corrupt"),
        Refusal(name: "a.rtf", bytes: Array(#"{\rtf1 {Plan"#.utf8), status: 422, code: "corrupt"),
        Refusal(name: "a.docx", bytes: ComplianceFiles.bomb, status: 422, code: "expansion_limit"),
        Refusal(name: "a.pdf", bytes: ComplianceFiles.withScript, status: 422, code: "active_content"),
        Refusal(name: "a.pdf", bytes: ComplianceFiles.withPackedScript, status: 422, code: "active_content"),
        Refusal(
            name: "a.docx", bytes: ComplianceFiles.docx("Plan", more: [("word/vbaProject.bin", [1, 2, 3])]),
            status: 422, code: "active_content"),
        Refusal(name: "a.bin", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 4], status: 415, code: "unsupported_file"),
    ]

    @Test(
        "Situation 11: files that cannot be read are refused with their codes, and become no note", arguments: refusals)
    private func refused(_ one: Refusal) async throws {
        try await ComplianceClinic.with { clinic in
            let answer = try await clinic.upload(one.bytes, one.name)
            #expect(answer.status == one.status && answer["code"]?.string == one.code, "\(answer.text)")
            #expect(try await clinic.get("/documents")["items"] == .array([]))
        }
    }

    private struct Readable: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let encoding: String

        var testDescription: String { "\(name) \(encoding)" }
    }

    private static let note = ComplianceClinic.treatment
    private static let readable = [
        Readable(name: "a.txt", bytes: Array(note.utf8), encoding: "utf-8"),
        Readable(name: "a.txt", bytes: ComplianceFiles.utf16(note, mark: true), encoding: "utf-16"),
        Readable(name: "a.txt", bytes: ComplianceFiles.utf16(note, mark: false), encoding: "utf-16"),
        Readable(
            name: "a.txt", bytes: ComplianceFiles.windows1252(note + "\nCafé – done"), encoding: "windows-1252"),
        Readable(name: "a.rtf", bytes: ComplianceFiles.rtf(note), encoding: "rtf"),
        Readable(name: "a.docx", bytes: ComplianceFiles.docx(note), encoding: "docx"),
        Readable(name: "a.pdf", bytes: ComplianceFiles.pdf([note]), encoding: "pdf"),
        Readable(
            name: "clinical.txt",
            bytes: Array((note + "\nTel: see chart, <link> in the plan, or 1 = 1 times daily").utf8),
            encoding: "utf-8"),
    ]

    @Test("Every kind of file says the same of the same note", arguments: readable)
    private func read(_ one: Readable) async throws {
        try await ComplianceClinic.with { clinic in
            let sent = try await clinic.upload(one.bytes, one.name)
            #expect(sent.status == 202 && sent["document"]?["state"] == "queued", "\(sent.text)")
            let id = try #require(sent["document"]?["id"]?.string)
            try await clinic.work()
            let note = try await clinic.get("/documents/\(id)")
            #expect(note["state"] == "ready" && note["noteType"] == "daily" && note["discipline"] == "PT")
            #expect(note["encoding"]?.string == one.encoding)
            let units = note["findings"]?.array?.first { $0["ruleId"] == "BIL-01" }
            #expect(units?["status"] == "violated", "\(units?["reason"]?.string ?? "")")
            #expect(!note.text.contains("Quackenbush"))
        }
    }

    @Test("A file whose refusal takes reading is a failed note with its code, and its bytes go")
    func failed() async throws {
        try await ComplianceClinic.with { clinic in
            let blank = ComplianceFiles.docx("  ")
            let id = try #require(try await clinic.upload(blank, "blank.docx")["document"]?["id"]?.string)
            try await clinic.work()
            let note = try await clinic.get("/documents/\(id)")
            #expect(note["state"] == "failed" && note["errorCode"] == "empty" && note["masked"] == .null)
            let left = try await clinic.app.database.read { try $0.integer("SELECT COUNT(*) FROM compliance_original") }
            #expect(left == 0)
        }
    }

    @Test("Four hundred pages are one note, the last of them as well")
    func long() async throws {
        try await ComplianceClinic.with { clinic in
            let pages = (1...399).map { "Treatment day \($0): the patient walked with less help than before." }
            let file = ComplianceFiles.pdf([ComplianceClinic.treatment] + pages)
            let id = try #require(try await clinic.upload(file, "month.pdf")["document"]?["id"]?.string)
            try await clinic.work()
            let note = try await clinic.get("/documents/\(id)")
            #expect(note["state"] == "ready" && note["pages"] == 400, "\(note["errorCode"]?.string ?? "")")
            #expect(note["masked"]?.string?.contains("Treatment day 399") == true)
            let units = note["findings"]?.array?.first { $0["ruleId"] == "BIL-01" }
            #expect(units?["evidence"]?.array?.first?["page"] == 1)
        }
    }

    @Test("A batch shows for every file how it went")
    func batch() async throws {
        try await ComplianceClinic.with { clinic in
            let zip = MadeZip.bytes([
                ("march/one.txt", Array(ComplianceClinic.treatment.utf8)),
                ("march/two.pdf", ComplianceFiles.png), ("__MACOSX/march/._one.txt", [1, 2]),
                ("march/three.txt", Array(ComplianceClinic.evaluation.utf8)),
                ("../../outside.txt", Array(ComplianceClinic.evaluation.utf8)), ("blank.txt", [32, 10]),
            ])
            let sent = try await clinic.therapist.send(
                .post, ComplianceClinic.base + "/batches?name=march.zip", body: zip, [.contentType: "application/zip"])
            #expect(sent.status == 202 && sent["total"] == 5 && sent["state"] == "running", "\(sent.text)")
            let id = try #require(sent["id"]?.string)
            try await clinic.work()
            let batch = try await clinic.get("/batches/\(id)")
            #expect(batch["state"] == "done" && batch["done"] == 2 && batch["failed"] == 3)
            let codes = batch["items"]?.array?.map { $0["error"]?["code"]?.string }
            #expect(codes == [nil, "type_mismatch", nil, "name_outside", "empty"])
            #expect(batch["items"]?.array?.map { $0["score"]?.isNull } == [false, true, false, true, true])
            #expect(!batch.text.contains("outside.txt"))
            #expect(batch["summary"]?["notes"] == 2)
            #expect(try await clinic.colleague.get(ComplianceClinic.base + "/batches/\(id)").status == 404)
            for (bytes, code) in [
                ([UInt8]("no archive".utf8), "unsupported_file"), (Array(zip.dropLast(30)), "corrupt"),
                (MadeZip.bytes([]), "empty"),
            ] {
                let refused = try await clinic.therapist.send(
                    .post, ComplianceClinic.base + "/batches", body: bytes, [.contentType: "application/zip"])
                #expect(refused["code"]?.string == code, "\(refused.text)")
            }
        }
    }
}
