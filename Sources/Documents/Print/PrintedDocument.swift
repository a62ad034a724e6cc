/// A document to be set on pages. Text is text: nothing in it is read as markup.
package struct PrintedDocument: Sendable {
    package struct Run: Sendable, Equatable {
        package enum Tone: Sendable {
            case plain, muted, accent, good, bad
        }

        package let text: String
        package var bold = false
        package var italic = false
        package var tone = Tone.plain
        /// With a ground of the tone's colour instead of letters in it.
        package var marked = false

        package init(
            _ text: String, bold: Bool = false, italic: Bool = false, tone: Tone = .plain, marked: Bool = false
        ) {
            self.text = text
            self.bold = bold
            self.italic = italic
            self.tone = tone
            self.marked = marked
        }
    }

    package enum Block: Sendable {
        /// Levels 1 to 3; stays with the block behind it.
        case heading(Int, String)
        case paragraph([Run])
        /// With a bar at its left.
        case quote([Run])
        case item([Run])
        /// Widths are parts of the whole; rows hold as many cells.
        case table(header: [String], widths: [Double], rows: [[Run]])
        /// Line ends and blanks stay; in letters of equal width.
        case verbatim([Run])
        case pageBreak
    }

    package let title: String
    /// At the foot of each page, beside its number.
    package let footer: String
    package let blocks: [Block]

    package init(title: String, footer: String, blocks: [Block]) {
        self.title = title
        self.footer = footer
        self.blocks = blocks
    }

    /// PDF, A4; written without a program or browser of its own.
    /// - Throws: `DocumentError.damaged` when the library could not write it
    package func pdf() throws -> [UInt8] {
        let canvas = PDFCanvas(title: title, footer: footer)
        var setter = PageSetter(canvas: canvas)
        for block in blocks { setter.set(block) }
        return try canvas.finish()
    }
}
