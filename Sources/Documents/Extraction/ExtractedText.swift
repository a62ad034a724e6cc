/// The text of a document in reading order, page by page.
package struct ExtractedText: Sendable, Equatable {
    package let kind: DocumentKind
    package let pages: [ExtractedPage]
    /// What a reader should know about what is missing, as a sentence; nil when everything was read.
    package let warning: String?

    package init(kind: DocumentKind, pages: [ExtractedPage], warning: String? = nil) {
        self.kind = kind
        self.pages = pages
        self.warning = warning
    }

    package var hasText: Bool { pages.contains { !$0.blocks.isEmpty } }
}

/// One page, slide or sheet; flowing text (DOCX, TXT, Markdown) is one page.
package struct ExtractedPage: Sendable, Equatable {
    /// From 1, as the document's own program counts.
    package let number: Int
    /// A slide's title, a sheet's name.
    package let title: String?
    /// Never empty blocks.
    package let blocks: [TextBlock]

    package init(number: Int, title: String? = nil, blocks: [TextBlock]) {
        self.number = number
        self.title = title?.withoutControls
        self.blocks = blocks
    }

    /// The blocks joined by line breaks; a slide's speaker notes follow after a blank line and the word `Notes:`.
    package var text: String {
        let body = blocks.filter { $0.kind != .note }.map(\.text).joined(separator: "\n")
        let notes = blocks.filter { $0.kind == .note }.map(\.text).joined(separator: "\n")
        return notes.isEmpty ? body : (body.isEmpty ? "" : body + "\n\n") + "Notes: " + notes
    }
}

/// A paragraph, heading, table row, or what the speaker notes of a slide say.
package struct TextBlock: Sendable, Equatable {
    package enum Kind: String, Codable, Sendable { case paragraph, heading, row, note }

    package let kind: Kind
    /// Cells of a table row are separated by tabs.
    package let text: String
    /// Where it stands on its page; only of pages that have places (PDF, pictures).
    package let box: TextBox?

    package init(_ kind: Kind, _ text: String, box: TextBox? = nil) {
        self.kind = kind
        self.text = text.withoutControls
        self.box = box
    }
}

/// A rectangle in points (1/72 inch; pixels for pictures) from the upper left corner of the page.
package struct TextBox: Codable, Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

extension String {
    /// Only tab and line feed of the C0 controls: a database may refuse NUL, and the others mean nothing to a reader.
    fileprivate var withoutControls: String {
        let isClean = utf8.allSatisfy { $0 >= 32 || $0 == 9 || $0 == 10 }
        return isClean ? self : String(decoding: utf8.filter { $0 >= 32 || $0 == 9 || $0 == 10 }, as: UTF8.self)
    }
}
