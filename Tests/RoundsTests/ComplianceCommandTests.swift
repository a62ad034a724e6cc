import Foundation
import Kernel
import Testing

/// `rounds scrub` and `rounds review` as a script sees them.
@Suite(.serialized) struct ComplianceCommandTests {
    private static let notes = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Vectors/therapy/notes").standardizedFileURL

    private func path(_ name: String) -> String { Self.notes.appending(path: name).path }

    private func json(_ result: Program.Result) throws -> [JSONValue] {
        try #require(try JSONParser.value(result.output)["notes"]?.array)
    }

    private func withFile<T>(_ name: String, _ bytes: [UInt8], _ body: (String) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "notes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return try await body(file.path)
    }

    @Test func scrubTellsWhereIdentifiersStand() async throws {
        let result = try await Program.run(["scrub", path("eval_slp_03.txt"), "--format", "json"])
        #expect(result.status == 0 && result.errors.isEmpty)
        let note = try #require(try json(result).first)
        #expect(note["file"]?.string == path("eval_slp_03.txt"))
        let text = Array(try String(contentsOfFile: path("eval_slp_03.txt"), encoding: .utf8).unicodeScalars)
        let spans = try #require(note["spans"]?.array)
        #expect(spans.count > 5)
        for span in spans {
            let (start, end) = (Int(try #require(span["start"]?.integer)), Int(try #require(span["end"]?.integer)))
            #expect(span["text"]?.string == String(String.UnicodeScalarView(text[start..<end])))
            #expect(span["confidence"] != nil && span["type"]?.string != nil && span["replacement"]?.string != nil)
        }
        let masked = try #require(note["masked"]?.string)
        #expect(!masked.contains("Hiro") && masked.contains("[PATIENT]"))
    }

    @Test func reviewAnswersEveryRuleInTheShapeOfTheInterface() async throws {
        let result = try await Program.run([
            "review", path("eval_ot_02.txt"), path("daily_pt_03.txt"), "--as-of", "2026-06-30", "--format", "json",
        ])
        #expect(result.status == 0 && result.errors.isEmpty)
        let notes = try json(result)
        #expect(notes.map { $0["noteType"]?.string } == ["evaluation", "daily"])
        #expect(notes.map { $0["discipline"]?.string } == ["OT", "PT"])
        for (note, file) in zip(notes, ["eval_ot_02.txt", "daily_pt_03.txt"]) {
            let text = Array(try String(contentsOfFile: path(file), encoding: .utf8).unicodeScalars)
            let findings = try #require(note["findings"]?.array)
            #expect(findings.count == 52)
            let statuses: Set = ["satisfied", "violated", "pending", "undeterminable", "not_applicable"]
            for finding in findings {
                let status = try #require(finding["status"]?.string)
                #expect(statuses.contains(status))
                #expect(finding["citation"]?["publication"]?.string?.isEmpty == false)
                #expect(finding["reason"]?.string?.isEmpty == false)
                for evidence in finding["evidence"]?.array ?? [] {
                    let start = Int(try #require(evidence["start"]?.integer))
                    let end = Int(try #require(evidence["end"]?.integer))
                    #expect(evidence["quote"]?.string == String(String.UnicodeScalarView(text[start..<end])))
                }
            }
            #expect(note["rubric"]?["id"]?.string?.isEmpty == false)
        }
        let frequency = notes[0]["findings"]?.array?.first { $0["ruleId"]?.string == "POC-05" }
        #expect(frequency?["status"]?.string == "violated")
    }

    @Test func theSameCallGivesTheSameBytes() async throws {
        let arguments = ["review", path("prog_pt_01.txt"), "--as-of", "2025-01-01", "--format", "json"]
        let (first, second) = (try await Program.run(arguments), try await Program.run(arguments))
        #expect(first.output == second.output && !first.output.isEmpty)
    }

    @Test func aNoteThatCannotBeReadStandsInItsPlace() async throws {
        let result = try await Program.run([
            "review", "/nonexistent/note.txt", path("daily_slp_01.txt"), "--format", "json",
        ])
        #expect(result.status == 1)
        let notes = try json(result)
        #expect(notes[0]["file"]?.string == "/nonexistent/note.txt")
        #expect(notes[0]["error"]?["code"]?.string == "not_found")
        #expect(notes[1]["findings"]?.array?.isEmpty == false)
        #expect(result.errors.contains("There is no such file."))
    }

    @Test(
        arguments: [
            ("empty.txt", [], "empty"), ("blank.txt", Array(" \n\n".utf8), "empty"),
            ("picture.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], nil),
            ("cut.docx", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], nil),
        ] as [(String, [UInt8], String?)])
    func badFilesAreRefusedWithACode(_ name: String, _ bytes: [UInt8], _ code: String?) async throws {
        let result = try await withFile(name, bytes) { try await Program.run(["scrub", $0, "--format", "json"]) }
        #expect(result.status == 1)
        let note = try #require(try json(result).first)
        #expect(note["spans"] == nil && note["masked"] == nil)
        let found = try #require(note["error"]?["code"]?.string)
        if let code { #expect(found == code) }
    }

    @Test func utf16AndWindows1252AreRead() async throws {
        let text = "Patient: Zoë Müller\nDOB: 3/4/1950\nPlan: 2x/week for 8 weeks – signed."
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        var latin = [UInt8]()
        for scalar in text.unicodeScalars { latin.append(scalar == "–" ? 0x96 : UInt8(scalar.value)) }
        for bytes in [utf16, latin] {
            let result = try await withFile("note.txt", bytes) {
                try await Program.run(["scrub", $0, "--format", "json"])
            }
            #expect(result.status == 0)
            let note = try #require(try json(result).first)
            let texts = note["spans"]?.array?.compactMap { $0["text"]?.string } ?? []
            #expect(texts.contains("Zoë Müller"), "\(texts)")
        }
    }

    @Test func whatIsPassedOnIsMasked() async throws {
        // the page shows the whole note, the summary its findings: there nobody but the physician is named
        for (format, replacement) in [("html", "[PATIENT]"), ("text", "Dr [PROVIDER_")] {
            let result = try await Program.run(["review", path("eval_pt_01.txt"), "--format", format])
            #expect(result.status == 0)
            #expect(!result.output.contains("Kowalczyk"))
            #expect(result.output.contains(replacement))
        }
    }

    @Test func anEpisodeHasChartFindings() async throws {
        let result = try await Program.run([
            "review", "--episode", path("eval_pt_01.txt"), path("daily_pt_01.txt"), "--as-of", "2025-01-01", "--format",
            "json",
        ])
        #expect(result.status == 0)
        let findings = try #require(try JSONParser.value(result.output)["episode"]?["findings"]?.array)
        #expect(findings.compactMap { $0["ruleId"]?.string } == (1...10).map { $0 < 10 ? "CHT-0\($0)" : "CHT-\($0)" })
    }

    @Test(arguments: [
        ["review"], ["scrub"], ["review", "x", "--type", "letter"], ["review", "x", "--as-of", "soon"],
        ["scrub", "x", "--format", "pdf"], ["review", "x", "--discipline", "MD"],
    ])
    func wrongUsageIsExitCodeTwo(_ arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.status == 2 && result.output.isEmpty)
    }
}
