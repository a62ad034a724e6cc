import Kernel

/// The text of an RTF file: the control words that carry text, and none of the others (RTF 1.9.1). Fonts, styles, pictures,
/// hidden and deleted text and the instructions of fields are left out; a table's cells are separated by tabs.
struct RichTextReader {
    /// How text in a group is taken; a group inherits it and its end restores it.
    private struct State {
        var isSkipped = false
        var isHidden = false
        /// Bytes that stand for a character which `\u` has given already.
        var fallback = 1
    }

    /// Groups whose text is not the document's.
    private static let skipped: Set<String> = [
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "listtable", "listoverridetable",
        "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore", "latentstyles", "filetbl",
        "revtbl", "bkmkstart", "bkmkend", "nonshppict", "shppict", "sp", "listtext", "pntext",
    ]
    private static let lineEnds: Set<String> = ["par", "line", "row", "sect", "page", "column"]
    private static let signs: [String: String] = [
        "tab": "\t", "cell": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
        "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "~": "\u{A0}", "_": "-",
    ]

    private let bytes: [UInt8]
    private var at = 0
    private var states = [State()]
    private var text = ""
    private var pending: [UInt8] = []
    private var toSkip = 0
    private var highSurrogate: UInt16?
    private var budget: ExtractionBudget
    private(set) var pictures = 0

    init(_ bytes: [UInt8], budget: ExtractionBudget) {
        self.bytes = bytes
        self.budget = budget
    }

    /// - Throws: `damaged` when the file ends within a group, `too_large`, `took_too_long`
    static func extract(_ bytes: [UInt8], _ budget: ExtractionBudget) throws -> ExtractedText {
        var reader = RichTextReader(bytes, budget: budget)
        let text = try reader.read()
        var budget = budget
        let blocks = try text.split(separator: "\n").compactMap { line -> TextBlock? in
            let line = String(line).trimmed
            guard !line.isEmpty else { return nil }
            try budget.spend(line)
            return TextBlock(line.contains("\t") ? .row : .paragraph, line)
        }
        return ExtractedText(kind: .rtf, pages: [ExtractedPage(number: 1, blocks: blocks)])
    }

    /// The whole text, a line for each paragraph.
    mutating func read() throws -> String {
        while at < bytes.count, !states.isEmpty {
            try budget.step()
            switch bytes[at] {
            case UInt8(ascii: "{"):
                flush()
                states.append(states[states.count - 1])
                at += 1
            case UInt8(ascii: "}"):
                flush()
                states.removeLast()
                // the group of the document itself
                if states.count == 1 { return text }
                at += 1
            case UInt8(ascii: "\\"): try control()
            case 10, 13: at += 1
            default:
                take(bytes[at])
                at += 1
            }
        }
        throw DocumentError.damaged(part: "the document ends within a group")
    }

    private var state: State { states[states.count - 1] }

    private mutating func take(_ byte: UInt8) {
        if toSkip > 0 {
            toSkip -= 1
        } else if !state.isSkipped, !state.isHidden {
            pending.append(byte)
        }
    }

    /// Bytes are in the code page of Western Windows, which is what word processors write beside `\u`.
    private mutating func flush() {
        guard !pending.isEmpty else { return }
        if pending.allSatisfy({ $0 < 0x80 }) {
            text += String(decoding: pending, as: UTF8.self)
        } else {
            // the blank keeps off the marks of other encodings, the last byte is no UTF-8: what remains is Windows-1252
            let decoded = TextEncoding.detect([0x20] + pending + [0xFF]).utf8
            text += String(decoding: decoded.dropFirst().dropLast(2), as: UTF8.self)
        }
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ sign: String) {
        flush()
        guard !state.isSkipped, !state.isHidden else { return }
        text += sign
    }
}

extension RichTextReader {
    private mutating func control() throws {
        at += 1
        guard at < bytes.count else { return }
        let first = bytes[at]
        guard Self.isLetter(first) else {
            at += 1
            return symbol(first)
        }
        let start = at
        while at < bytes.count, Self.isLetter(bytes[at]), at - start < 32 { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        let number = parameter()
        if at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
        try obey(word, number)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (65...90).contains(byte) }

    private mutating func parameter() -> Int? {
        let start = at
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
        let digits = at
        while at < bytes.count, (48...57).contains(bytes[at]), at - digits < 10 { at += 1 }
        guard at > digits else {
            at = start
            return nil
        }
        return Int(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func symbol(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"):
            let digits = String(decoding: bytes[at..<min(at + 2, bytes.count)], as: UTF8.self)
            at += digits.utf8.count
            if let value = UInt8(digits, radix: 16) { take(value) }
        case UInt8(ascii: "*"): states[states.count - 1].isSkipped = true
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): take(byte)
        case 10, 13: append("\n")
        default: if let sign = Self.signs[String(UnicodeScalar(byte))] { append(sign) }
        }
    }

    private mutating func obey(_ word: String, _ number: Int?) throws {
        flush()
        if Self.skipped.contains(word) {
            if word == "pict" { pictures += 1 }
            states[states.count - 1].isSkipped = true
        } else if Self.lineEnds.contains(word) {
            append("\n")
        } else if let sign = Self.signs[word] {
            append(sign)
        } else {
            switch word {
            case "u": unicode(number ?? 0)
            case "uc": states[states.count - 1].fallback = max(0, min(number ?? 1, 16))
            case "v", "deleted": states[states.count - 1].isHidden = number != 0
            case "plain": states[states.count - 1].isHidden = false
            case "bin": at = min(bytes.count, at + max(0, number ?? 0))
            default: break
            }
        }
    }

    /// Signed 16 bits of UTF-16; a pair of surrogates comes as two of them.
    private mutating func unicode(_ number: Int) {
        toSkip = state.fallback
        let unit = UInt16(truncatingIfNeeded: number)
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
            return
        }
        if UTF16.isTrailSurrogate(unit), let high = highSurrogate {
            append(String(decoding: [high, unit], as: UTF16.self))
        } else {
            append(String(decoding: [unit], as: UTF16.self))
        }
        highSurrogate = nil
    }
}
