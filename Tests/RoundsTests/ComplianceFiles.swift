import Documents
import TestSupport

/// Files that a test sends: right ones and hostile ones.
enum ComplianceFiles {
    /// One page for each text, a line for each of its lines.
    static func pdf(_ texts: [String]) -> [UInt8] { made(texts).bytes }

    private static func made(_ texts: [String]) -> MadePDF { MadePDF(pages: texts, left: 54, points: 11, step: 14) }

    static let withScript: [UInt8] = {
        var pdf = made(["Plan of care for the knee"])
        let script = pdf.add("<< /S /Java#53cript /JS (app.alert\\(1\\)) >>")
        pdf.objects[0] = "<< /Type /Catalog /Pages 2 0 R /OpenAction \(script) 0 R >>"
        return pdf.bytes
    }()

    /// The script stands in a compressed object stream, and only a name in it leads there.
    static let withPackedScript: [UInt8] = {
        var pdf = made(["Plan of care for the knee"])
        let script = pdf.add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")
        pdf.packed = [script, pdf.add("<< /Names [(a) \(script) 0 R] >>")]
        return pdf.bytes
    }()

    static func docx(_ text: String, more: [(String, [UInt8])] = []) -> [UInt8] {
        let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        return package(Array("<w:document><w:body>\(paragraphs)</w:body></w:document>".utf8), more)
    }

    private static func package(_ document: [UInt8], _ more: [(String, [UInt8])]) -> [UInt8] {
        let relations = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>
            """
        var zip = ZipWriter()
        zip.add("_rels/.rels", Array(relations.utf8))
        zip.add("word/document.xml", document)
        for (name, content) in more { zip.add(name, content) }
        return zip.finish()
    }

    /// Twenty megabytes of blanks that pack into some kilobytes.
    static let bomb = package([UInt8](repeating: 0x20, count: 20 << 20), [])

    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 100)

    static func rtf(_ text: String) -> [UInt8] {
        Array(#"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 "#.utf8)
            + Array(text.replacing("\n", with: "\\par\n").utf8) + Array("}".utf8)
    }

    static func utf16(_ text: String, mark: Bool) -> [UInt8] {
        (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// `é` and `–` as that code page has them.
    static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value) }
    }
}
