/// Reads attendance exports, CSV or XLSX (rules 1 to 8).
package struct ExportReader {
    package static func read(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws -> ReadExport {
        fatalError("in the next commit")
    }
}
