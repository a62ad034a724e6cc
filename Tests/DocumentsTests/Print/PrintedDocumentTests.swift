import Documents
import Foundation
import Testing

struct PrintedDocumentTests {
    private func text(_ document: PrintedDocument) async throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "print-\(UUID().uuidString).pdf")
        try Data(try document.pdf()).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await TextExtraction.extract(file, name: "print.pdf").pages.map { page in
            page.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    @Test func textIsNotReadAsMarkup() async throws {
        let pages = try await text(
            PrintedDocument(
                title: "<b>T</b>", footer: "a & b",
                blocks: [
                    .heading(1, "<b>Heading</b> &amp;"), .paragraph([.init("50 % <i>"), .init("bold", bold: true)]),
                    .quote([.init("a\u{0}b\u{7}c")]), .item([.init("Łódź café")]),
                    .table(header: ["One", "Two"], widths: [0.5, 0.5], rows: [[.init("x<y"), .init("y>x")]]),
                ]))
        #expect(pages.count == 1)
        for part in ["<b>Heading</b> &amp;", "50 % <i>bold", "a b c", "Łódź café", "x<y y>x", "a & b · page 1"] {
            #expect(pages.first?.contains(part) == true, "\(part)")
        }
    }

    @Test func nothingIsLostAtThePageEnds() async throws {
        let lines = (1...300).map { "line\($0) " + String(repeating: "word ", count: $0 % 30) }
        let rows = (1...120).map { [PrintedDocument.Run("row\($0)"), PrintedDocument.Run("cell")] }
        let pages = try await text(
            PrintedDocument(
                title: "T", footer: "F",
                blocks: [
                    .verbatim([.init(lines.joined(separator: "\n"))]), .pageBreak,
                    .table(header: ["Name", "Value"], widths: [0.3, 0.7], rows: rows),
                ]))
        #expect(pages.count > 5)
        let words = Set(pages.joined(separator: " ").split(separator: " ").map(String.init))
        for number in 1...300 { #expect(words.contains("line\(number)")) }
        for number in 1...120 { #expect(words.contains("row\(number)")) }
        // the columns' names stand on each page of the table
        #expect(pages.count { $0.contains("Name Value") } >= 2)
    }
}
