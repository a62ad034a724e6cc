import Documents

/// Reads attendance exports, CSV or XLSX (rules 1 to 9, the cells' side), as a stream: no more of a text file is in memory
/// than a piece of it and the rows.
package enum ExportReader {
    /// Throws `ReadingError`, and whatever the source throws. A file may be read up to three times: when it turns out not to
    /// be UTF-8, and when its dates turn out to be month-first.
    package static func read(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws -> ReadExport {
        if try isOffice(source) { return try WorkbookExport.read(source, options: options) }
        var order = options.dateOrder.map(StartTimes.Order.stated) ?? .dayUnlessImpossible
        var form = TextInput.Form.undecided
        while true {
            var pass = TextExport(options: options, order: order, assuming: form, expectedCount: source.expectedCount)
            do {
                try source.forEachChunk { try pass.read($0) }
                try pass.finish()
            } catch let restart as TextInput.Restart {
                form = restart == .windows1252 ? .windows1252 : .repairedUTF8
                continue
            }
            guard pass.mustRejectAmbiguous, order == .dayUnlessImpossible else { return pass.result() }
            order = .none
        }
    }

    private struct Enough: Error {}

    /// Whether the file begins like a ZIP archive or an older Office file. Throws `unreadable` for other known kinds.
    private static func isOffice(_ source: ByteSource) throws -> Bool {
        var head: [UInt8] = []
        do {
            try source.forEachChunk { piece in
                head.append(contentsOf: piece.prefix(4 - head.count))
                if head.count == 4 { throw Enough() }
            }
        } catch is Enough {}
        // gzip, PDF, PNG, JPEG: a picture's first line would pass for a header
        let others: [[UInt8]] = [[0x1F, 0x8B], Array("%PDF".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]
        if others.contains(where: head.starts) { throw ReadingError.unreadable(.otherKind) }
        return ZipArchive.looksLike(head) || head == [0xD0, 0xCF, 0x11, 0xE0]
    }
}
