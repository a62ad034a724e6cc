import Foundation
import Tools

/// The text layer of a PDF by `pdftotext`; pages that have none are drawn by `pdftoppm` and read by tesseract.
struct PDFText {
    let file: URL
    let limits: ExtractionLimits

    func extract() async throws -> ExtractedText {
        var pages = try await textLayer()
        var warnings: [String] = []
        if pages.count >= limits.pages { warnings.append("Only the first \(limits.pages) pages were read.") }
        let scanned = pages.indices.filter { pages[$0].letters < Self.fewLetters }
        if !scanned.isEmpty, let warning = try await recognise(scanned, of: &pages) { warnings.append(warning) }
        let result = pages.map { ExtractedPage(number: $0.number, blocks: $0.blocks) }
        if !result.contains(where: { !$0.blocks.isEmpty }) { warnings.insert(TextExtraction.noText, at: 0) }
        return ExtractedText(
            kind: .pdf, pages: result, warning: warnings.isEmpty ? nil : warnings.joined(separator: " "))
    }

    /// A page with fewer visible characters is taken for a scan that carries at most a page number.
    private static let fewLetters = 12

    private func textLayer() async throws -> [WordTable.Page] {
        let tool = try installed("pdftotext")
        var table = WordTable(budget: ExtractionBudget(limits), keepsLines: limits.keepsLines)
        var bounds = ToolLimits(
            wallSeconds: limits.seconds * 4, memoryBytes: limits.memoryBytes, cpuSeconds: Int(limits.seconds) + 1)
        bounds.outputBytes = 128 << 20
        do {
            try await tool.stream(["-tsv", "-q", "-l", String(limits.pages), file.path, "-"], limits: bounds) {
                try table.add($0)
            }
        } catch let error as ToolError {
            throw try await refusal(error)
        }
        let pages = try table.finish()
        guard !pages.isEmpty else { throw DocumentError.damaged(part: "it has no pages") }
        return pages
    }

    /// poppler's exit codes: 1 the file cannot be opened, 3 its owner forbids copying (pdftotext(1)).
    private func refusal(_ error: ToolError) async throws -> DocumentError {
        switch error {
        case .failed(_, 3, _): return .encrypted
        case .failed:
            // -q silences the reason as well, so it is asked for
            let info = try? await Tool.find("pdfinfo").run(
                [file.path], limits: ToolLimits(memoryBytes: limits.memoryBytes))
            let isLocked = info?.standardError.contains("Incorrect password") ?? false
            return isLocked ? .encrypted : .damaged(part: "the PDF cannot be opened")
        default: return DocumentError(error)
        }
    }

    /// - Returns: what a reader should know when not all of them could be read.
    private func recognise(_ scanned: [Int], of pages: inout [WordTable.Page]) async throws -> String? {
        guard Tool.isInstalled("tesseract"), let drawer = try? Tool.find("pdftoppm") else {
            let missing = DocumentError.missingTool(Tool.isInstalled("tesseract") ? "pdftoppm" : "tesseract")
            if scanned.count == pages.count { throw missing }
            return "\(scanned.count) pages seem to be scanned and were not read. " + missing.sentence
        }
        let end = ContinuousClock.now + .seconds(limits.recognitionSeconds)
        var done = 0
        for index in scanned.prefix(limits.recognisedPages) {
            guard ContinuousClock.now < end else { break }
            guard let page = try await recognise(pages[index], with: drawer) else { break }
            if page.letters > pages[index].letters { pages[index] = page }
            done += 1
        }
        guard done < scanned.count else { return nil }
        return
            "\(scanned.count - done) of \(scanned.count) pages without text were not looked at, as it takes too long."
    }

    /// Draws a page in grey, at most `Recogniser.side` pixels high or wide (about 200 dots per inch of A4).
    /// - Returns: nil when a limit ended it.
    private func recognise(_ page: WordTable.Page, with drawer: Tool) async throws -> WordTable.Page? {
        try await ScratchFolder.with(inMemory: true) { folder in
            let name = folder.appendingPathComponent("page").path
            let bounds = ToolLimits(
                wallSeconds: 15, memoryBytes: limits.memoryBytes, cpuSeconds: limits.pageSeconds)
            do {
                let number = String(page.number)
                let drawing = try await drawer.run(
                    [
                        "-q", "-f", number, "-l", number, "-singlefile", "-gray", "-scale-to", String(Recogniser.side),
                        file.path, name,
                    ], limits: bounds)
                let picture = URL(fileURLWithPath: name + ".pgm")
                guard drawing.status == 0, let data = try? Data(contentsOf: picture, options: .alwaysMapped) else {
                    return page
                }
                if Recogniser.isOneShade(data) { return page }
                var read =
                    try await Recogniser(limits: limits).pages(of: picture, seconds: limits.pageSeconds).first ?? page
                let scale = max(page.width, page.height) / Double(Recogniser.side)
                read.blocks = read.blocks.map { TextBlock($0.kind, $0.text, box: $0.box?.scaled(by: scale)) }
                return WordTable.Page(number: page.number, width: page.width, height: page.height, blocks: read.blocks)
            } catch let error as ToolError {
                if case .failed = error { return page }
                return nil
            } catch DocumentError.tookTooLong, DocumentError.tooLarge {
                return nil
            }
        }
    }

    private func installed(_ name: String) throws -> Tool {
        do { return try Tool.find(name) } catch { throw DocumentError.missingTool(name) }
    }
}

extension DocumentError {
    /// What a limit of a tool means for the document.
    init(_ error: ToolError) {
        switch error {
        case .missing: self = .toolMissing(sentence: error.sentence)
        case .timedOut: self = .tookTooLong
        case .outOfMemory, .tooMuchOutput: self = .tooLarge(what: "reading it takes more memory than it may")
        case .failed: self = .damaged(part: "it cannot be opened")
        }
    }

    static func missingTool(_ name: String) -> DocumentError {
        do {
            _ = try Tool.find(name)
            return .unsupported(hint: nil)
        } catch let error as ToolError { return DocumentError(error) } catch { return .unsupported(hint: nil) }
    }
}
