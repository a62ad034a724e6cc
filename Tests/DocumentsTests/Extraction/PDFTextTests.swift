import Documents
import Foundation
import TestSupport
import Testing
import Tools

/// PDF text per page with its places, scanned pages by recognition.
struct PDFTextTests {
    @Test func pagesAndPlaces() async throws {
        let document = try await extract(
            MadePDF(pages: ["Heart failure\nsecond paragraph", "Gait training twice"]).bytes)
        #expect(document.kind == .pdf)
        #expect(document.pages.map(\.text) == ["Heart failure\nsecond paragraph", "Gait training twice"])
        let box = try #require(document.pages.first?.blocks.first?.box)
        // 24 point letters on a base line 700 points above the lower edge of a page of 792
        #expect(abs(box.x - 72) < 1)
        #expect(box.y < 92 && box.y + box.height > 92)
        #expect(box.width > 100 && box.width < 160)
    }

    @Test func fourHundredPagesAreReadWhole() async throws {
        let texts = (1...400).map { "This is what page \($0) says" }
        let document = try await extract(MadePDF(pages: texts).bytes)
        #expect(document.pages.map(\.text) == texts)
        #expect(document.pages.map(\.number) == Array(1...400))
        #expect(document.warning == nil)
    }

    @Test func aScannedPageIsRecognisedAndItsPlacesArePoints() async throws {
        let drawn = try await picture(of: "Shoulder flexion", as: "-jpeg")
        let document = try await extract(scan(drawn))
        #expect(document.pages.map(\.text) == ["Shoulder flexion"])
        let box = try #require(document.pages.first?.blocks.first?.box)
        #expect(abs(box.x - 72) < 4 && abs(box.y + box.height - 92) < 12)
        #expect(document.warning == nil)
    }

    @Test func scannedPagesBeyondTheLimitAreSaid() async throws {
        var limits = ExtractionLimits()
        limits.recognisedPages = 0
        let document = try await extract(MadePDF(pages: ["There is text on this page", ""]).bytes, limits: limits)
        #expect(document.pages.map(\.text) == ["There is text on this page", ""])
        #expect(try #require(document.warning).hasPrefix("1 of 1 pages without text"))
    }

    @Test func emptyPagesAreASuccessThatSaysSo() async throws {
        let document = try await extract(MadePDF(pages: ["", ""]).bytes)
        #expect(document.pages.count == 2)
        #expect(document.warning == "No text was found in this file.")
    }

    @Test(arguments: ["-png", "-jpeg", "-tiff"])
    func picturesAreRecognised(format: String) async throws {
        let document = try await extract(try await picture(of: "Knee extension", as: format))
        #expect(document.kind.isPicture)
        #expect(document.pages.map(\.text) == ["Knee extension"])
    }

    /// A page of a PDF drawn as a picture, 1,700 pixels high.
    private func picture(of text: String, as format: String) async throws -> [UInt8] {
        try await ScratchFolder.with { folder in
            let file = folder.appendingPathComponent("page.pdf")
            try Data(MadePDF(pages: [text]).bytes).write(to: file)
            let root = folder.appendingPathComponent("drawn").path
            let drawing = try await Tool.find("pdftoppm").run(
                [format, "-gray", "-singlefile", "-scale-to", "1700", file.path, root], limits: ToolLimits())
            #expect(drawing.status == 0)
            let name = ["-png": "png", "-jpeg": "jpg", "-tiff": "tif"][format] ?? ""
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "." + name)))
        }
    }

    /// A PDF that is nothing but a JPEG of 1,314 × 1,700 pixels.
    private func scan(_ jpeg: [UInt8]) -> [UInt8] {
        var pdf = MadePDF(pages: [""])
        pdf.objects[3] =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 6 0 R >> >> /Contents 5 0 R >>"
        pdf.objects[4] = MadePDF.stream("612 0 0 792 0 0 cm /I Do")
        let hex = jpeg.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + ">"
        pdf.objects.append(
            "<< /Type /XObject /Subtype /Image /Width 1314 /Height 1700 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                + "/Filter [/ASCIIHexDecode /DCTDecode] /Length \(hex.count) >>\nstream\n\(hex)\nendstream")
        return pdf.bytes
    }
}
