/// A file that supports an absence notice. What it is follows from its first bytes, never from its name or from what the
/// sender says.
struct Evidence: Sendable {
    enum Format: String, Sendable, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
        case jpeg = "image/jpeg"

        init?(_ bytes: [UInt8]) {
            let signatures: [(Format, [UInt8])] = [
                (.pdf, Array("%PDF-".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
                (.jpeg, [0xFF, 0xD8, 0xFF]),
            ]
            guard let (format, _) = signatures.first(where: { bytes.starts(with: $0.1) }) else { return nil }
            self = format
        }

        var suffix: String {
            switch self {
            case .pdf: "pdf"
            case .png: "png"
            case .jpeg: "jpg"
            }
        }
    }

    static let limit = 10 * 1_048_576
    static let nameLimit = 120

    let name: String
    let format: Format
    let bytes: [UInt8]

    /// - Parameter name: as the sender calls it; folders, control characters and the suffix are replaced.
    /// - Throws: `RegisterError.evidenceTooLarge`, `.evidenceNotReadable`
    init(name: String?, bytes: [UInt8]) throws(RegisterError) {
        guard bytes.count <= Self.limit else { throw .evidenceTooLarge(limit: Self.limit) }
        guard let format = Format(bytes) else { throw .evidenceNotReadable }
        let last = (name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        let clean = String(
            stem.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(Self.nameLimit))
        self.name = (clean.trimmingWhitespace.isEmpty ? "evidence" : clean.trimmingWhitespace) + "." + format.suffix
        self.format = format
        self.bytes = bytes
    }
}
