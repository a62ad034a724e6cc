import Accounts
import Compliance
import Foundation
import HTTPTypes
import HummingbirdTesting
import Jobs
import Kernel
import Logging
import Persistence
import Rounds
import Synchronization
import TestSupport
import Testing
import Web

/// Situations of the specification that need the whole application.
@Suite struct ComplianceSituationTests {
    private struct Broken: Error {}

    @Test(
        "Situation 10: a detector that throws ends one analysis, keeps nothing of it, and stops no other",
        arguments: TestEngine.available)
    func closed(engine: TestEngine) async throws {
        try await ComplianceClinic.with(on: engine) { clinic in
            let first = try await clinic.upload(Array(ComplianceClinic.evaluation.utf8), "one.txt")
            let second = try await clinic.upload(Array(ComplianceClinic.treatment.utf8), "two.txt")
            let failing = try #require(first["document"]?["id"]?.string)
            let working = try #require(second["document"]?["id"]?.string)
            #expect(try await clinic.app.get("/health")["status"] == "ok")
            try await clinic.work(
                clinic.store { note, strict, startOfCare, pseudonyms in
                    if note.text.contains("INITIAL EVALUATION") { throw Broken() }
                    return try Scrubber(strict: strict, startOfCare: startOfCare, pseudonyms: pseudonyms).scrub(note)
                })
            let note = try await clinic.get("/documents/\(failing)")
            #expect(note["state"] == "failed" && note["errorCode"] == "deid_error")
            #expect(note["masked"] == .null && note["findings"] == .array([]) && note["report"] == .null)
            for word in ComplianceClinic.telling { #expect(!note.text.contains(word)) }
            #expect(try await clinic.get("/documents/\(working)")["state"] == "ready")
            let kept = try await clinic.app.database.read { reader in
                try ["report", "outcome"].map { table in
                    try reader.integer(
                        "SELECT COUNT(*) FROM compliance_\(raw: table) WHERE document_id = \(failing)") ?? -1
                }
            }
            #expect(kept == [0, 0])
            #expect(try await clinic.app.get("/health")["status"] == "degraded")
            let status = try await clinic.get("/status")
            #expect(status["health"] == "degraded" && status["deidErrors"] == 1)
            let rows = try await clinic.app.database.read { try $0.auditRows() }
            let row = rows.last { $0.resource == "document/\(failing)" && $0.action == "document.analyse" }
            #expect(row?.outcome == "failed" && row?.reason == "deid_error")
        }
    }

    @Test("Situation 10 again: what had been found before goes when the detector fails on the same note")
    func closedLater() async throws {
        try await ComplianceClinic.with { clinic in
            let id = try #require(try await clinic.add(ComplianceClinic.treatment)["id"]?.string)
            let store = clinic.store { _, _, _, _ in throw Broken() }
            try await clinic.app.database.write { tx in
                try tx.execute("UPDATE compliance_document SET state = 'queued' WHERE id = \(id)")
                try store.jobs.enqueue(
                    kind: "compliance.analyse", subject: id, owner: clinic.therapist.userID, in: tx)
                try tx.execute("DELETE FROM compliance_cache")
            }
            try await clinic.work(store)
            let note = try await clinic.get("/documents/\(id)")
            #expect(note["state"] == "failed" && note["score"]?["value"] == .null && note["masked"] == .null)
            #expect(try await clinic.get("/documents/\(id)/reports")["items"] == .array([]))
        }
    }

    @Test("Situation 12: markup in a file's name and in a goal is shown literally")
    func markup() async throws {
        try await ComplianceClinic.with { clinic in
            let name = "<img src=x onerror=alert(1)>.txt"
            let text = ComplianceClinic.evaluation.replacing("LTG 1:", with: "LTG 1: <script>alert(2)</script>")
            let added = try await clinic.add(text, name: .string(name))
            #expect(added["name"]?.string == name)
            let id = try #require(added["id"]?.string)
            let html = try await clinic.get("/documents/\(id)/report.html").text
            #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;.txt"))
            #expect(!html.contains("<img src=x") && !html.contains("<script>alert(2)"))
            let pdf = try await clinic.get("/documents/\(id)/report.pdf")
            #expect(pdf.status == 200 && pdf.bytes.starts(with: Array("%PDF-".utf8)))
            let csv = try await clinic.get("/documents/\(id)/report.csv")
            #expect(csv.status == 200)
            for answer in [html, csv.text] {
                for word in ComplianceClinic.telling { #expect(!answer.contains(word), "\(word)") }
            }
        }
    }

    @Test("Situation 13: a patient appears in no log, cache, error, file or database page in clear")
    func canary() async throws {
        try await withTemporaryFolder { folder in
            let log = CapturedLog()
            // a language model outside of the program; it answers nothing that could pass for a quotation
            let model = try ScriptedServer { _, _ in
                .init(#"{"choices": [{"message": {"content": "{\"refused\": true}"}}]}"#)
            }
            defer { model.close() }
            let settings = try Settings(
                dataFolder: folder.path, environment: ["ROUNDS_LLM_URL": model.url, "ROUNDS_LLM_MODEL": "canary"])
            let application = try await buildApplication(
                settings, logger: Logger(label: "canary") { _ in log.handler }, hasher: ScryptHasher(.init(logCost: 4)))
            try await application.test(.router) { base in
                let answers = try await Self.everything(Client(base: base), application, folder)
                for (call, answer) in answers {
                    for word in ComplianceClinic.telling {
                        #expect(!answer.text.contains(word), "\(call) tells of \(word)")
                        #expect(!"\(answer.headers)".contains(word), "a header of \(call) tells of \(word)")
                    }
                }
            }
            try Self.search(folder)
            await application.database.close()
            try Self.search(folder)
            for word in ComplianceClinic.telling { #expect(!log.text.contains(word), "\(word) in the log") }
            #expect(log.text.contains("compliance"))
            let asked = model.received.map { "\($0.path) \($0.headers) \($0.body)" }
            #expect(asked.contains { $0.contains("[PATIENT]") }, "the masked note is asked about")
            for (request, word) in asked.flatMap({ text in ComplianceClinic.telling.map { (text, $0) } }) {
                #expect(!request.contains(word), "\(word) was sent to a language model")
            }
        }
    }

    /// Every way that text of the patient has into the program.
    private static func everything(
        _ client: Client, _ application: RoundsApplication, _ folder: URL
    ) async throws -> [(String, Answer)] {
        let base = ComplianceClinic.base
        let key = try #require(HTTPField.Name("Idempotency-Key"))
        var answers: [(String, Answer)] = []
        func call(_ name: String, _ answer: Answer) -> Answer {
            answers.append((name, answer))
            return answer
        }
        let episode =
            call(
                "episode", try await client.post(base + "/episodes", ["label": "Zebulon Quackenbush"]))["id"] ?? .null
        let added = call(
            "add",
            try await client.post(
                base + "/documents",
                [
                    "text": .string(ComplianceClinic.evaluation), "name": "Quackenbush Zebulon eval.txt",
                    "episode": episode,
                ], [key: Identifier.v7()]))
        let id = try #require(added["id"]?.string)
        #expect(added.status == 201)
        for (name, bytes) in [
            ("Quackenbush.txt", Array(ComplianceClinic.treatment.utf8)),
            ("Quackenbush.pdf", ComplianceFiles.pdf([ComplianceClinic.evaluation])),
            ("Quackenbush.docx", ComplianceFiles.docx(ComplianceClinic.evaluation)),
            ("Quackenbush.rtf", ComplianceFiles.rtf(ComplianceClinic.evaluation)),
            ("Zebulon Quackenbush.docx", Array(ComplianceFiles.docx(ComplianceClinic.evaluation).dropLast(40))),
        ] {
            let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            _ = call(
                "file", try await client.send(.post, base + "/documents/files?name=\(name)", body: bytes))
        }
        let zip = MadeZip.bytes([("Quackenbush/day.txt", Array(ComplianceClinic.treatment.utf8))])
        _ = call("batch", try await client.send(.post, base + "/batches?name=Quackenbush.zip", body: zip))
        // queued files are sealed as well
        try search(folder)
        let logger = Logger(label: "canary") { _ in SwiftLogNoOpLogHandler() }
        let store = application.compliance
        try await JobWorker(store: store.jobs, handlers: complianceJobHandlers(store), logger: logger).workOff()
        // shown to the owner alone, so it is looked for everywhere but in this answer
        let unmasked = try await client.post(
            base + "/documents/\(id)/unmask", ["reason": "Philomena Quackenbush asked"],
            [key: Identifier.v7()])
        #expect(unmasked.text.contains("Quackenbush"))
        let finding = try #require(added["findings"]?.array?.first { $0["status"] == "violated" }?["id"]?.string)
        _ = call(
            "verdict",
            try await client.put(
                base + "/documents/\(id)/findings/\(finding)/verdict",
                ["correct": false, "comment": "Mr. Quackenbush does have one"]))
        _ = call(
            "question",
            try await client.post(
                base + "/questions",
                ["question": "Does Zebulon Quackenbush need long-term goals?", "document": .string(id)]))
        _ = call(
            "case",
            try await client.post(
                base + "/teaching-cases",
                ["document": .string(id), "title": "The case of Zebulon Quackenbush", "hide": [.string(finding)]]))
        _ = call("wrong", try await client.post(base + "/documents", ["text": 5, "name": "Quackenbush"]))
        for path in [
            "/documents", "/documents?q=quack", "/documents/\(id)", "/documents/\(id)/report.html",
            "/documents/\(id)/report.json", "/documents/\(id)/report.csv", "/questions", "/teaching-cases", "/batches",
            "/episodes", "/episodes/\(episode.string ?? "")", "/trends", "/coaching", "/team", "/status",
        ] {
            let answer = call(path, try await client.get(base + path))
            #expect(answer.status == 200, "\(path) \(answer.text)")
        }
        return answers
    }

    private static func search(_ folder: URL) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        var count = 0
        while let file = files?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            let bytes = try Data(contentsOf: file)
            count += 1
            for word in ComplianceClinic.telling {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file.lastPathComponent)")
                #expect(!file.lastPathComponent.contains(word))
            }
        }
        #expect(count > 2)
    }
}

/// Everything that was logged, in whatever level.
final class CapturedLog: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }
    var handler: any LogHandler { Handler(log: self) }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.lines.withLock { $0 += "\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])\n" }
        }
    }
}
