import Documents

/// A PDF written by hand: objects, cross-reference table, trailer (ISO 32000-1, 7.5). Characters of objects are bytes, so
/// they end at U+00FF.
package struct MadePDF {
    /// Objects from number 1 on; 1 is the catalogue.
    package var objects: [String]
    package var trailer = ""
    /// Numbers of objects that stand compressed in an object stream (7.5.7); none that are streams themselves.
    package var packed: [Int] = []

    /// One page per text, in Helvetica; a line break begins a new line.
    /// - Parameters:
    ///   - left: points from the left edge
    ///   - points: of the letters
    ///   - step: points from one line to the next
    package init(pages texts: [String], size: String = "612 792", left: Int = 72, points: Int = 24, step: Int = 60) {
        let kids = texts.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(texts.count) /Kids [\(kids)] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for (index, text) in texts.enumerated() {
            let lines = text.split(separator: "\n").map { "(\($0)) Tj 0 -\(step) Td" }.joined(separator: " ")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size)] /Resources << /Font << /F1 3 0 R >> >> "
                    + "/Contents \(5 + 2 * index) 0 R >>")
            objects.append(Self.stream("BT /F1 \(points) Tf \(left) 700 Td \(lines) ET"))
        }
    }

    package static func stream(_ content: String, entries: String = "") -> String {
        "<< /Length \(content.unicodeScalars.count) \(entries) >>\nstream\n\(content)\nendstream"
    }

    /// Adds an object and answers its number.
    package mutating func add(_ object: String) -> Int {
        objects.append(object)
        return objects.count
    }

    package var bytes: [UInt8] { packed.isEmpty ? withTable : withStreams }

    private var withTable: [UInt8] {
        var file = Bytes("%PDF-1.4\n")
        let places = objects.enumerated().map { file.add($1, number: $0 + 1) }
        let start = file.all.count
        file.add("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n")
        for place in places {
            file.add(String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n")
        }
        file.add("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n")
        return file.all
    }

    /// With a cross-reference stream (7.5.8), as compressed objects need it.
    private var withStreams: [UInt8] {
        var file = Bytes("%PDF-1.5\n")
        let (container, table) = (objects.count + 1, objects.count + 2)
        var entries = [(0, 0, 65_535)] + [(Int, Int, Int)](repeating: (0, 0, 0), count: table)
        for (index, object) in objects.enumerated() where !packed.contains(index + 1) {
            entries[index + 1] = (1, file.add(object, number: index + 1), 0)
        }
        var (head, body) = ("", "")
        for (place, number) in packed.enumerated() {
            head += "\(number) \(body.unicodeScalars.count) "
            body += objects[number - 1] + " "
            entries[number] = (2, container, place)
        }
        let content = Self.deflated(Array((head + body).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
        let description = "/Type /ObjStm /N \(packed.count) /First \(head.unicodeScalars.count) /Filter /FlateDecode"
        entries[container] = (1, file.add(Self.stream(content, entries: description), number: container), 0)
        let start = file.all.count
        entries[table] = (1, start, 0)
        let rows = entries.flatMap { kind, place, last in
            [kind, place >> 24, place >> 16, place >> 8, place, last >> 8, last].map { UInt8(truncatingIfNeeded: $0) }
        }
        let index = "/Type /XRef /Size \(table + 1) /W [1 4 2] /Root 1 0 R \(trailer)"
        file.add(Self.stream(Self.text(rows), entries: index), number: table)
        file.add("startxref\n\(start)\n%%EOF\n")
        return file.all
    }

    /// Wants a password: the stored check values (7.6.3) belong to no empty one.
    package static var locked: [UInt8] {
        var pdf = MadePDF(pages: ["secret words"])
        let value = String(repeating: "5A", count: 32)
        let number = pdf.add("<< /Filter /Standard /V 1 /R 2 /P -44 /O <\(value)> /U <\(value)> >>")
        pdf.trailer = "/Encrypt \(number) 0 R /ID [<00> <00>]"
        return pdf.bytes
    }

    /// A zlib stream (RFC 1950) with the deflated bytes of a ZIP entry inside.
    private static func deflated(_ bytes: [UInt8]) -> String {
        var zip = ZipWriter()
        zip.add("x", bytes)
        let packed = zip.finish()
        let end = packed.indices.first { packed[$0...].starts(with: [0x50, 0x4B, 1, 2]) } ?? packed.endIndex
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let check = [high >> 8, high, low >> 8, low].map { UInt8(truncatingIfNeeded: $0) }
        return text([0x78, 0x9C] + packed[31..<end] + check)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
        return String(text)
    }

    private struct Bytes {
        var all: [UInt8] = []

        init(_ head: String) { add(head) }

        mutating func add(_ text: String) { all += text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

        /// Answers where it begins.
        @discardableResult
        mutating func add(_ object: String, number: Int) -> Int {
            let start = all.count
            add("\(number) 0 obj\n\(object)\nendobj\n")
            return start
        }
    }
}
