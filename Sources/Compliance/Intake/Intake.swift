package import Documents
import Foundation
import Kernel
import Tools

/// From the bytes of a file to the text of a note, or to the code of a refusal. A file is known by its content; its name
/// may only not contradict it. Nothing is written to a disk on the way, and no message ever becomes text.
package enum Intake {
    /// Megabytes.
    package static let largest = 32

    private static let endings: [String: Set<DocumentKind>] = [
        "pdf": [.pdf], "docx": [.docx], "rtf": [.rtf], "txt": [.text, .markdown], "text": [.text, .markdown],
        "md": [.text, .markdown], "png": [.png], "jpg": [.jpeg], "jpeg": [.jpeg], "tif": [.tiff], "tiff": [.tiff],
        "doc": [], "xlsx": [.xlsx], "pptx": [.pptx], "webp": [.webp], "zip": [], "odt": [],
    ]
    private static let readable: Set<DocumentKind> = [.pdf, .docx, .rtf, .text, .markdown, .png, .jpeg, .tiff]

    /// What can be known at once.
    /// - Throws: `ComplianceError`: empty, tooLarge, typeMismatch, encrypted, corrupt, expansionLimit, activeContent,
    ///   unsupportedFile
    package static func check(_ bytes: [UInt8], name: String?) async throws -> DocumentInspection {
        guard !bytes.isEmpty else { throw ComplianceError.empty }
        guard bytes.count <= largest << 20 else { throw ComplianceError.tooLarge(megabytes: largest) }
        let ending = name.flatMap { $0.split(separator: ".").dropFirst().last.map { $0.lowercased() } } ?? ""
        let inspection: DocumentInspection
        do {
            inspection = try await TextExtraction.inspect(marked(bytes), name: name ?? "")
        } catch let error as DocumentError {
            throw refusal(error, isArchive: bytes.starts(with: [0x50, 0x4B]))
        }
        if let expected = endings[ending], !expected.contains(inspection.kind) {
            throw ComplianceError.typeMismatch(named: ending.uppercased(), found: inspection.kind.rawValue.uppercased())
        }
        guard readable.contains(inspection.kind) else { throw ComplianceError.unsupportedFile }
        guard !inspection.hasActiveContent else { throw ComplianceError.activeContent }
        if [.text, .markdown].contains(inspection.kind), isBlank(marked(bytes)) { throw ComplianceError.empty }
        return inspection
    }

    /// The whole text, whatever its length.
    /// - Throws: as `check`; `empty` when there is no text in it, `tookTooLong`; `DocumentError.toolMissing`
    package static func read(_ bytes: [UInt8], name: String?) async throws -> NoteSource {
        let inspection = try await check(bytes, name: name)
        let source = try await text(marked(bytes), inspection, name: name)
        guard source.text.contains(where: { !$0.isWhitespace }) else { throw ComplianceError.empty }
        return source
    }

    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        String(decoding: TextEncoding.detect(bytes).utf8, as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    private static func text(
        _ bytes: [UInt8], _ inspection: DocumentInspection, name: String?
    ) async throws -> NoteSource {
        switch inspection.kind {
        case .text, .markdown:
            let decoded = TextEncoding.detect(bytes)
            return NoteSource(
                text: String(decoding: decoded.utf8, as: UTF8.self), kind: "txt", encoding: decoded.encoding.rawValue)
        default:
            var limits = ExtractionLimits()
            limits.keepsLines = true
            do {
                let file = try MemoryFile(bytes)
                let document = try await TextExtraction.extract(file.url, name: name ?? "", limits: limits)
                return NoteSource(document, pictures: inspection.pictures)
            } catch let error as DocumentError {
                throw refusal(error, isArchive: inspection.kind == .docx)
            }
        }
    }

    private static func refusal(_ error: DocumentError, isArchive: Bool) -> any Error {
        switch error {
        case .encrypted, .zipEncrypted, .workbookEncrypted: ComplianceError.encrypted
        case .damaged, .zipDamaged, .workbookDamaged, .notAZip: ComplianceError.corrupt
        case .tooLarge: isArchive ? ComplianceError.expansionLimit : ComplianceError.tooLarge(megabytes: largest)
        case .unsupported, .notAWorkbook: ComplianceError.unsupportedFile
        case .tookTooLong: ComplianceError.tookTooLong
        case .toolMissing: error
        }
    }

    /// UTF-16 that some programs write without its mark gets it: half of its bytes are zero, all in the same places.
    private static func marked(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 8, bytes.count.isMultiple(of: 2), !bytes.starts(with: [0xFF, 0xFE]),
            !bytes.starts(with: [0xFE, 0xFF])
        else { return bytes }
        let head = bytes.prefix(4_096)
        let zeros = head.enumerated().reduce(into: [0, 0]) { if $1.element == 0 { $0[$1.offset % 2] += 1 } }
        let most = head.count / 2 * 9 / 10
        if zeros[1] >= most, zeros[0] == 0 { return [0xFF, 0xFE] + bytes }
        if zeros[0] >= most, zeros[1] == 0 { return [0xFE, 0xFF] + bytes }
        return bytes
    }
}

extension NoteSource {
    /// Pages one after the other; of a page's end is known where it is.
    init(_ document: ExtractedText, pictures: [String]) {
        var text = ""
        var ends: [Int] = []
        var length = 0
        for page in document.pages {
            let piece = page.text + "\n"
            text += piece
            length += piece.unicodeScalars.count
            ends.append(length)
        }
        self.init(
            text: text, pageEnds: ends.count > 1 ? ends : [], kind: document.kind.rawValue,
            encoding: document.kind.rawValue, pictures: pictures, warning: document.warning)
    }
}
