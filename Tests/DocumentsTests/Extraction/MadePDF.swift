import Foundation

/// A PDF written by hand: objects, cross-reference table, trailer (ISO 32000-1, 7.5).
struct MadePDF {
    /// Objects from number 1 on; 1 is the catalogue.
    var objects: [String]
    var trailer = ""

    /// One page per text, in 24 point Helvetica; a line break is a new paragraph 60 points further down.
    init(pages texts: [String], size: String = "612 792") {
        let kids = texts.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(texts.count) /Kids [\(kids)] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for (index, text) in texts.enumerated() {
            let lines = text.split(separator: "\n").map { "(\($0)) Tj 0 -60 Td" }.joined(separator: " ")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(size)] /Resources << /Font << /F1 3 0 R >> >> "
                    + "/Contents \(5 + 2 * index) 0 R >>")
            objects.append(Self.stream("BT /F1 24 Tf 72 700 Td \(lines) ET"))
        }
    }

    static func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    var bytes: [UInt8] {
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

    /// Wants a password: the stored check values (7.6.3) belong to no empty one.
    static var locked: [UInt8] {
        var pdf = MadePDF(pages: ["secret words"])
        let value = String(repeating: "5A", count: 32)
        pdf.objects.append("<< /Filter /Standard /V 1 /R 2 /P -44 /O <\(value)> /U <\(value)> >>")
        pdf.trailer = "/Encrypt \(pdf.objects.count) 0 R /ID [<00> <00>]"
        return pdf.bytes
    }
}
