import Documents
import Foundation
import Kernel
import Synchronization
import Testing

@testable import Compliance

struct ReportTests {
    static let hostile = "<img src=x onerror=alert(1)>.txt"
    static let note = """
        Physical Therapy Initial Evaluation
        Patient: Zebedee Quackenbush   DOB: 3/4/1950   MRN: 77120045
        Date of service: 02/17/2025

        S: Knee pain since fall on 1/10/2025. Mr. Quackenbush lives with his daughter Philippa.
        Goals
        LTG 1: <img src=x onerror=alert(1)> & "walk" 500 ft with a cane in 8 weeks to shop for groceries
        Plan: 2x/week for 8 weeks.

        Electronically signed by Paula Fitzgerald, PT, DPT on 02/17/2025
        """
    static let context = ReviewContext(asOf: CivilDate(dayNumber: 20_600))

    static func report(_ name: String = Self.hostile, _ note: String = Self.note) throws -> Report {
        let bundle = ReportBundle.masked(
            [(name, .success(NoteSource(text: note)))], context: context)
        guard case .report(let report)? = bundle.items.first else { throw ComplianceError.corrupt }
        return report
    }

    /// Situation 12: markup in a file's name and in a goal is shown, not run.
    @Test func markupIsShownLiterallyInHTML() throws {
        let html = ReportHTML.page(try Self.report())
        #expect(!html.contains("<img"))
        #expect(html.contains("<h1>&lt;img src=x onerror=alert(1)&gt;.txt</h1>"))
        #expect(html.contains("<title>Compliance report: &lt;img src=x onerror=alert(1)&gt;.txt</title>"))
        // the goal's line may be cut by marks, but never by what it says itself
        let note = try #require(html.split(separator: "<pre>").last?.split(separator: "</pre>").first)
        let words = note.replacing(/<\/?(mark|span)[^>]*>/, with: "")
        #expect(words.contains("LTG 1: &lt;img src=x onerror=alert(1)&gt; &amp; &quot;walk&quot; 500 ft"))
        #expect(!html.contains("<script") && html.contains("default-src 'none'"))
    }

    /// Situation 12 again: the words stand in the PDF as they were written.
    @Test func markupIsShownLiterallyInPDF() async throws {
        let bytes = try ReportPDF.bytes(try Self.report())
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let text = try await TextExtraction.extract(file, name: "report.pdf").pages.map(\.text).joined(separator: " ")
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("<img src=x onerror=alert(1)>.txt"))
        #expect(words.contains("<img src=x onerror=alert(1)> & \"walk\" 500 ft"))
        #expect(!words.contains("&lt;"))
        #expect(!words.contains("Quackenbush") && !words.contains("77120045"))
    }

    @Test func noFormatHoldsAnIdentifier() throws {
        let report = try Self.report()
        let texts = [
            ReportHTML.page(report), ReportText.text(ReportBundle(items: [.report(report)])),
            String(decoding: ReportJSON.bytes(report), as: UTF8.self),
            String(decoding: ReportCSV.bytes([report]), as: UTF8.self),
        ]
        for text in texts {
            for word in ["Quackenbush", "Zebedee", "Philippa", "77120045", "3/4/1950", "02/17/2025", "Fitzgerald"] {
                #expect(!text.contains(word), "\(word) in \(text.prefix(40))")
            }
        }
    }

    @Test func aReportSaysWhatWasNotCheckedAndWhy() throws {
        let report = try Self.report()
        #expect(report.notChecked.contains { $0.what == "Rules about a whole chart" })
        let json = try JSONParser.value(ReportJSON.bytes(report))
        #expect(json["limits"]?.array?.isEmpty == false)
        #expect(json["rubric"]?["version"] == .string(Rubric.standard.version))
        #expect(json["findings"]?.array?.count == report.analysis.findings.count)
        let masked = try #require(json["masked"]?.string).unicodeScalars
        for finding in json["findings"]?.array ?? [] {
            for evidence in finding["evidence"]?.array ?? [] {
                let (start, end) = (Int(evidence["start"]?.integer ?? -1), Int(evidence["end"]?.integer ?? -1))
                let quote = String(String.UnicodeScalarView(Array(masked)[start..<end]))
                #expect(evidence["quote"]?.string == quote)
            }
        }
    }

    @Test func aRowOfCSVBeginsNoFormula() throws {
        let csv = String(decoding: ReportCSV.bytes([try Self.report("=cmd|' /C calc'!A0")]), as: UTF8.self)
        #expect(csv.contains("'=cmd|") && !csv.contains("\n=cmd"))
    }

    @Test func aTerminalIsNotSteered() throws {
        let report = try Self.report("note\u{1B}[2J\u{07}\u{202E}.txt")
        let text = ReportText.text(ReportBundle(items: [.report(report)]))
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
    }

    @Test func marksNeitherOverlapNorLoseWords() throws {
        let analysis = try Self.report().analysis
        let markup = NoteMarkup(analysis)
        #expect(markup.pieces.map(markup.text).joined() == analysis.masked)
        let html = markup.html()
        #expect(html.count(of: "<mark") == html.count(of: "</mark>"))
        #expect(html.count(of: "<span") == html.count(of: "</span>"))
    }

    @Test func aNoteThatCouldNotBeReadKeepsItsPlace() {
        let bundle = ReportBundle.masked(
            [("a", .failure(ComplianceError.encrypted)), ("b", .success(NoteSource(text: Self.note)))],
            context: Self.context)
        let text = ReportText.text(bundle)
        #expect(text.contains("── a\n  Not read. This file is protected by a password."))
        #expect(text.contains("── b\n"))
        #expect(ReportHTML.page(bundle).contains("Not read. This file is protected"))
    }

    @Test func anEpisodeIsNumberedThroughAndJudgedTogether() {
        let notes = (1...2).map { day in
            let text = Self.note.replacing("02/17/2025", with: "02/\(16 + day)/2025")
            return (name: "n\(day)", result: Result<NoteSource, any Error>.success(NoteSource(text: text)))
        }
        let bundle = ReportBundle.masked(notes, context: Self.context, isEpisode: true)
        #expect(bundle.chart.map(\.ruleId).contains("CHT-01") && bundle.chartRemark == nil)
        #expect(!ReportHTML.page(bundle).contains("Quackenbush"))
    }

    /// A chart that could not be judged is not a chart without findings.
    @Test func aChartThatFailsIsToldOf() {
        struct Failed: Error {}
        let calls = Mutex(0)
        // each note is looked at once for itself, and then all of them for the chart
        let failing = Analyser { note, strict, startOfCare, pseudonyms in
            let count = calls.withLock { count in
                count += note.text == Self.note ? 1 : 0
                return count
            }
            if count > 1 { throw Failed() }
            return try Scrubber(strict: strict, startOfCare: startOfCare, pseudonyms: pseudonyms).scrub(note)
        }
        let bundle = ReportBundle.masked(
            [("n", .success(NoteSource(text: Self.note)))], context: Self.context, isEpisode: true, analyser: failing)
        #expect(bundle.chart.isEmpty && bundle.chartRemark != nil)
        for text in [ReportText.text(bundle), ReportHTML.page(bundle)] {
            #expect(text.contains("The rules about a whole chart were not run."))
        }
    }
}

extension String {
    fileprivate func count(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
