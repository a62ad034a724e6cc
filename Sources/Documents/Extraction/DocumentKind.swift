import Foundation

/// What a document is, told from its bytes; its name only tells Markdown from other plain text.
package enum DocumentKind: String, Codable, CaseIterable, Sendable {
    case pdf, docx, pptx, xlsx, rtf, png, jpeg, tiff, webp, text, markdown

    package var isPicture: Bool { [.png, .jpeg, .tiff, .webp].contains(self) }

    /// The media type to answer with; nothing that a browser would run.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .rtf: "application/rtf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .tiff: "image/tiff"
        case .webp: "image/webp"
        case .text: "text/plain; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        }
    }
}

/// The first bytes of a file, and what they say.
enum FileSignature {
    case kind(DocumentKind)
    case zip
    /// OLE compound file: an office file of before 2007, or one with a password.
    case compoundFile
    case text
    /// RTF: text for its own program, control words for everybody else.
    case richText
    case unknown

    /// - Parameter head: at least 1,024 bytes, or the whole file when it is shorter.
    init(_ head: [UInt8]) {
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .kind(.png)
        } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .kind(.jpeg)
        } else if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            self = .kind(.tiff)
        } else if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self = .kind(.webp)
        } else if ZipArchive.looksLike(head) {
            self = .zip
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compoundFile
        } else if Data(head.prefix(1024)).range(of: Data("%PDF-".utf8)) != nil {
            // readers accept the mark anywhere in the first 1,024 bytes
            self = .kind(.pdf)
        } else if head.starts(with: Array("{\\rtf".utf8)) {
            self = .richText
        } else {
            self = Self.isText(head) ? .text : .unknown
        }
    }

    /// Text has no NUL (but UTF-16 with its mark) and hardly any control characters.
    private static func isText(_ head: [UInt8]) -> Bool {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        let controls = head.count { ($0 < 32 && ![9, 10, 12, 13, 27].contains($0)) || $0 == 127 }
        guard !head.contains(0), controls * 50 <= head.count else { return false }
        // the head may end within a character
        if (0...3).contains(where: { String(validating: head.dropLast($0), as: UTF8.self) != nil }) { return true }
        // Windows-1252: in prose of the languages it serves most letters are ASCII
        return head.count { ($0 >= 32 && $0 < 127) || $0 == 9 || $0 == 10 || $0 == 13 } * 2 >= head.count
    }
}
