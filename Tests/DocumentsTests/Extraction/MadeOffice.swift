import Documents

/// Word and PowerPoint files put together from raw parts.
enum MadeOffice {
    static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func relations(_ entries: [(id: String, kind: String, target: String)]) -> String {
        "<Relationships>"
            + entries.map { #"<Relationship Id="\#($0.id)" Type="\#(types)/\#($0.kind)" Target="\#($0.target)"/>"# }
            .joined()
            + "</Relationships>"
    }

    /// - Parameter body: what stands in `w:body`.
    static func word(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
        var zip = ZipWriter()
        zip.add("_rels/.rels", Array(relations([("r1", "officeDocument", "word/document.xml")]).utf8))
        zip.add("word/document.xml", Array("<w:document><w:body>\(body)</w:body></w:document>".utf8))
        let links = parts.keys.sorted().enumerated().map { index, name in
            (id: "r\(index)", kind: String(name.prefix { $0.isLetter }), target: name + ".xml")
        }
        zip.add("word/_rels/document.xml.rels", Array(relations(links).utf8))
        for (name, content) in parts { zip.add("word/\(name).xml", Array(content.utf8)) }
        return zip.finish()
    }

    static func paragraph(_ text: String, style: String? = nil) -> String {
        let properties = style.map { #"<w:pPr><w:pStyle w:val="\#($0)"/></w:pPr>"# } ?? ""
        return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// - Parameter slides: shapes of each slide and its notes; listed in this order, stored in the opposite one.
    static func slides(_ slides: [(shapes: String, notes: String?)]) -> [UInt8] {
        var zip = ZipWriter()
        zip.add("_rels/.rels", Array(relations([("r1", "officeDocument", "ppt/presentation.xml")]).utf8))
        let order = slides.indices.map { #"<p:sldId id="\#(256 + $0)" r:id="s\#($0)"/>"# }.joined()
        zip.add(
            "ppt/presentation.xml", Array("<p:presentation><p:sldIdLst>\(order)</p:sldIdLst></p:presentation>".utf8))
        let links = slides.indices.map { ("s\($0)", "slide", "slides/slide\(slides.count - $0).xml") }
        zip.add("ppt/_rels/presentation.xml.rels", Array(relations(links).utf8))
        for (index, slide) in slides.enumerated() {
            let number = slides.count - index
            zip.add(
                "ppt/slides/slide\(number).xml",
                Array("<p:sld><p:cSld><p:spTree>\(slide.shapes)</p:spTree></p:cSld></p:sld>".utf8))
            guard let notes = slide.notes else { continue }
            zip.add(
                "ppt/slides/_rels/slide\(number).xml.rels",
                Array(relations([("n", "notesSlide", "../notesSlides/notes\(number).xml")]).utf8))
            zip.add(
                "ppt/notesSlides/notes\(number).xml",
                Array("<p:notes>\(shape(notes, "body"))\(shape("\(number)", "sldNum"))</p:notes>".utf8))
        }
        return zip.finish()
    }

    static func shape(_ text: String, _ placeholder: String? = nil) -> String {
        let mark = placeholder.map { #"<p:nvSpPr><p:nvPr><p:ph type="\#($0)"/></p:nvPr></p:nvSpPr>"# } ?? ""
        return "<p:sp>\(mark)<p:txBody>\(lines(text))</p:txBody></p:sp>"
    }

    static func lines(_ text: String) -> String {
        text.split(separator: "\n").map { "<a:p><a:r><a:t>\($0)</a:t></a:r></a:p>" }.joined()
    }
}
