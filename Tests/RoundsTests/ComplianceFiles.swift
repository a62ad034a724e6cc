import Documents

/// Files that a test sends: right ones and hostile ones.
enum ComplianceFiles {
    /// One page for each text, a line for each of its lines (ISO 32000-1, 7.5).
    /// - Parameters:
    ///   - catalogue: further entries of the catalogue, `script` refers to object 4
    static func pdf(_ texts: [String], catalogue: String = "", trailer: String = "", more: [String] = []) -> [UInt8] {
        let first = 4 + more.count
        let kids = texts.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R \(catalogue) >>",
            "<< /Type /Pages /Count \(texts.count) /Kids [\(kids)] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        objects += more
        for (index, text) in texts.enumerated() {
            let lines = text.split(separator: "\n").map { "(\($0)) Tj 0 -14 Td" }.joined(separator: " ")
            let content = "BT /F1 11 Tf 54 740 Td \(lines) ET"
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
                    + "/Contents \(first + 1 + 2 * index) 0 R >>")
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    static let withScript = pdf(
        ["Plan of care for the knee"], catalogue: "/OpenAction 4 0 R",
        more: ["<< /S /Java#53cript /JS (app.alert\\(1\\)) >>"])

    /// Its check values belong to no empty password (7.6.3).
    static let locked: [UInt8] = {
        let value = String(repeating: "5A", count: 32)
        return pdf(
            ["Plan of care for the knee"], trailer: "/Encrypt 4 0 R /ID [<00> <00>]",
            more: ["<< /Filter /Standard /V 1 /R 2 /P -44 /O <\(value)> /U <\(value)> >>"])
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
