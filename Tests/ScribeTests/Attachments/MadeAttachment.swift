import Documents

/// Files that teachers hand out.
enum MadeAttachment {
    /// A workbook with a sheet for each text.
    static func sheets(_ texts: [String]) -> [UInt8] {
        let sheets = texts.enumerated().map { index, text in
            WorkbookWriter.Sheet(
                name: "Week \(index + 1)", columns: [WorkbookWriter.Column("Topic")], rows: [[.text(text)]])
        }
        return WorkbookWriter.bytes(sheets)
    }

    /// The beginning and the stream name of an office file with a password.
    static let locked =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    /// Announces one kind of file and is another.
    static let broken: [UInt8] = [0x50, 0x4B, 3, 4] + (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 7) }
}
