import Documents
import Foundation
import TestSupport
import Testing

/// Files that are broken, locked, or made to exhaust the server: each is refused with its code, and quickly.
struct HostileDocumentTests {
    struct Hostile: Sendable, CustomTestStringConvertible {
        let name: String
        let code: String
        let bytes: @Sendable () -> [UInt8]
        var testDescription: String { name }
    }

    static let files: [Hostile] = [
        Hostile(name: "random bytes", code: "unsupported_document") { random(50_000) },
        Hostile(name: "random bytes that say PDF", code: "damaged") { Array("%PDF-1.7\n".utf8) + random(50_000) },
        Hostile(name: "random bytes that say ZIP", code: "damaged") { [0x50, 0x4B, 3, 4] + random(50_000) },
        Hostile(name: "random bytes that say PNG", code: "too_large") {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0x7F, count: 50_000)
        },
        Hostile(name: "random bytes that say JPEG", code: "damaged") { [0xFF, 0xD8, 0xFF, 0xE0] + random(50_000) },
        Hostile(name: "a ZIP that is no document", code: "unsupported_document") {
            zip { $0.add("readme.txt", Array("x".utf8)) }
        },
        Hostile(name: "a program", code: "unsupported_document") {
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + random(999)
        },
        Hostile(name: "an RTF cut short", code: "damaged") { Array(#"{\rtf1\ansi {x}"#.utf8) },
        Hostile(name: "an old office file", code: "unsupported_document") { compound("WordDocument") },
        Hostile(name: "an encrypted office file", code: "encrypted") { compound("EncryptedPackage") },
        Hostile(name: "an encrypted PDF", code: "encrypted") { MadePDF.locked },
        Hostile(name: "a PDF cut short", code: "damaged") { Array(MadePDF(pages: ["x"]).bytes.prefix(60)) },
        Hostile(name: "a PDF without pages", code: "damaged") { MadePDF(pages: []).bytes },
        Hostile(name: "ten thousand pages that are only claimed", code: "damaged") {
            var pdf = MadePDF(pages: ["The one page that is there"])
            pdf.objects[1] = "<< /Type /Pages /Count 10000 /Kids [4 0 R] >>"
            return pdf.bytes
        },
        Hostile(name: "a Word file cut short", code: "damaged") {
            let whole = MadeOffice.word(MadeOffice.paragraph("x"))
            return Array(whole.prefix(whole.count / 2))
        },
        Hostile(name: "a Word file with a broken part", code: "damaged") { MadeOffice.word("<w:p><w:r>") },
        Hostile(name: "a presentation without its slides", code: "damaged") {
            zip {
                $0.add(
                    "_rels/.rels", Array(MadeOffice.relations([("r", "officeDocument", "ppt/presentation.xml")]).utf8))
                $0.add("ppt/presentation.xml", Array(#"<p><sldId id="1" r:id="x"/></p>"#.utf8))
            }
        },
        Hostile(name: "a billion laughs", code: "damaged") {
            MadeOffice.word("", parts: ["styles": #"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>"#])
        },
        Hostile(name: "elements nested ten thousand deep", code: "damaged") {
            MadeOffice.word(String(repeating: "<w:sdt>", count: 10_000) + String(repeating: "</w:sdt>", count: 10_000))
        },
        Hostile(name: "a part that unpacks to two hundred times its size", code: "too_large") {
            MadeOffice.word(String(repeating: " ", count: 20 << 20))
        },
        Hostile(name: "a part too large to expand", code: "too_large") {
            var limits = ""
            limits.reserveCapacity(34 << 20)
            // digits that pack badly enough to pass as no bomb
            while limits.utf8.count < 33 << 20 { limits += "<w:p>\(limits.utf8.count &* 2_654_435_761)</w:p>" }
            return MadeOffice.word(limits)
        },
        Hostile(name: "one long word, written a million times", code: "too_large") {
            let word = String(repeating: "x", count: 200_000)
            var made = MadeWorkbook(
                rows: (1...300).map { #"<row r="\#($0)"><c r="A\#($0)" t="s"><v>0</v></c></row>"# }.joined())
            made.strings = "<si><t>\(word)</t></si>"
            return made.bytes
        },
        Hostile(name: "a PNG that claims 60,000 × 60,000 pixels", code: "too_large") {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
                + [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 0, 0, 0, 0]
        },
        Hostile(name: "a JPEG that claims 60,000 × 60,000 pixels", code: "too_large") {
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0xEA, 0x60, 0xEA, 0x60, 1, 1, 0x11, 0]
        },
        Hostile(name: "a WebP that claims 16,777,216 × 16,777,216 pixels", code: "too_large") {
            Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0]
                + [UInt8](repeating: 0xFF, count: 6)
        },
        Hostile(name: "a TIFF that claims 60,000 × 60,000 pixels", code: "too_large") {
            [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0] + [0, 1, 4, 0, 1, 0, 0, 0, 0x60, 0xEA, 0, 0]
                + [1, 1, 4, 0, 1, 0, 0, 0, 0x60, 0xEA, 0, 0]
        },
    ]

    @Test(arguments: files)
    func isRefusedWithItsCode(file: Hostile) async throws {
        do {
            let document = try await extract(file.bytes())
            Issue.record("was read as \(document.kind) with \(document.pages.count) pages")
        } catch let error as DocumentError {
            #expect(error.code == file.code)
            #expect(!error.sentence.isEmpty)
        }
    }

    @Test func aPageTreeThatHoldsItselfEnds() async throws {
        var pdf = MadePDF(pages: ["x"])
        pdf.objects[1] = "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>"
        let document = try await extract(pdf.bytes)
        #expect(document.warning == "No text was found in this file.")
    }

    @Test func aPageOfAKilometreIsDrawnSmall() async throws {
        let document = try await extract(MadePDF(pages: [""], size: "2834645 2834645").bytes)
        #expect(document.warning == "No text was found in this file.")
    }

    /// What takes longer than it may is stopped, whatever it is doing.
    @Test func timeIsLimited() async throws {
        var limits = ExtractionLimits()
        limits.seconds = 0
        let rows = (1...2_000).map { MadeOffice.paragraph("\($0)") }.joined()
        await #expect(throws: DocumentError.tookTooLong) { try await extract(MadeOffice.word(rows), limits: limits) }
        limits.seconds = 0.001
        // A hundred thousand words in one place take a minute, and a second of processor time is the end in any case.
        var pdf = MadePDF(pages: [""])
        let words = String(repeating: "(a b) Tj 0 0 Td ", count: 100_000)
        pdf.objects[4] = MadePDF.stream("BT /F1 24 Tf 72 700 Td \(words) ET")
        let bytes = pdf.bytes
        await #expect(throws: DocumentError.tookTooLong) { try await extract(bytes, limits: limits) }
    }

    private static func zip(_ fill: (inout ZipWriter) -> Void) -> [UInt8] {
        var zip = ZipWriter()
        fill(&zip)
        return zip.finish()
    }

    /// An OLE compound file as far as it is looked at: its mark and the name of a stream.
    private static func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1_000)
            + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [UInt8](repeating: 0, count: 500)
    }

    private static func random(_ count: Int) -> [UInt8] {
        var bytes = SeededBytes(state: 5)
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &bytes) }
    }
}
