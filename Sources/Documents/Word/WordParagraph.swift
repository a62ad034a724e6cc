import Foundation

/// A paragraph while it is read.
struct WordParagraph {
    var text = ""
    var style: String?
    /// Own outline level; nil leaves it to the style.
    var isHeading: Bool?
    /// Its end was deleted with tracked changes on, so that the next paragraph goes on in its line.
    var markIsDeleted = false
    /// What stands in text boxes that are anchored here.
    var boxes: [TextBlock] = []
    /// Footnotes and endnotes, as `footnotes 2`.
    var notes: [String] = []

    /// The element that just started, when it stands for a character or refers to a note.
    mutating func readMark(_ xml: XMLScanner) throws {
        if xml.isNamed("tab") || xml.isNamed("ptab") {
            text += "\t"
        } else if xml.isNamed("br") || xml.isNamed("cr") {
            text += "\n"
        } else if xml.isNamed("noBreakHyphen") {
            text += "-"
        } else if xml.isNamed("footnoteReference") {
            notes.append("footnotes " + (try xml.attribute("id") ?? ""))
        } else if xml.isNamed("endnoteReference") {
            notes.append("endnotes " + (try xml.attribute("id") ?? ""))
        }
    }

    /// `pPr`: style, outline level, and whether the paragraph's end is deleted.
    mutating func readProperties(_ xml: inout XMLScanner) throws {
        while true {
            switch try xml.next() {
            case .start where xml.isNamed("pStyle"):
                style = try xml.attribute("val")
                try xml.skipElement()
            case .start where xml.isNamed("outlineLvl"):
                isHeading = WordStyles.isHeadingLevel(try xml.attribute("val"))
                try xml.skipElement()
            case .start where xml.isNamed("rPr"):
                markIsDeleted = try xml.holds("del")
            case .start: try xml.skipElement()
            case .end: return
            case .finished: throw XMLScanner.Damaged()
            case .text: break
            }
        }
    }
}

extension XMLScanner {
    /// Whether the element that just started has a child of this name that is on; reads to the element's end.
    mutating func holds(_ name: StaticString) throws -> Bool {
        var isOn = false
        while true {
            switch try next() {
            case .start:
                if isNamed(name) { isOn = !["0", "false", "off"].contains(try attribute("val") ?? "1") }
                try skipElement()
            case .end: return isOn
            case .finished: throw Damaged()
            case .text: break
            }
        }
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Without the characters that separate cells and rows.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
