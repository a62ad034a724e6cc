package import Kernel
import Persistence

/// What a file is sent for.
package enum UploadPurpose: String, Codable, Sendable, CaseIterable, SQLBindable {
    case recording, attachment
}

/// `open` until all its bytes are there and looked at; `sealed` while it waits for the other parts of its take.
package enum UploadState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case open, sealed, finished
}

/// A file that arrives in pieces, over hours if need be.
package struct Upload: Decodable, Sendable {
    package let id: String
    package let session: String
    /// As its sender called it; for display alone.
    package let name: String
    /// Bytes; nil while the microphone is on.
    package let size: Int?
    package let purpose: UploadPurpose
    /// The sender's id of a microphone take that comes in parts, and the number of this one, from 0.
    package let take: String?
    package let part: Int?
    package let startedAt: Instant?
    package let state: UploadState
    package let sha256: String?
    package let bytes: Int?
    /// How many parts the take has, known with its last one.
    package let parts: Int?
    /// Id of the recording or attachment that was made of it.
    package let result: String?
    package let uploadedBy: String
    package let uploadedByName: String

    /// Bytes that a sender should send at once.
    package static let chunk = 4 << 20

    /// Seconds without a byte after which a file is not said to be arriving any more; it may go on all the same.
    static let patience: Int64 = 600

    static let columns: SQL = """
        id, session_id AS session, name, size, purpose, take, part, started_at, state, sha256, bytes, parts, result,
        uploaded_by, uploaded_by_name
        """
}

/// A name of any kind, kept for display and never used as a path: without control characters, at most 300 characters.
enum DisplayName {
    static let limit = 300

    /// - Throws: `InvalidInput` for a name that is too long or holds NUL
    static func clean(_ name: String, orElse fallback: String, field: String = "name") throws -> String {
        guard !name.unicodeScalars.contains("\0") else {
            throw InvalidInput(field, code: "null_character", "A name must not contain the null character.")
        }
        let visible = String(
            String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        let clean = CellText.clean(visible)
        guard clean.unicodeScalars.count <= limit else {
            throw InvalidInput(field, code: "text_too_long", "A name may have at most \(limit) characters.")
        }
        return clean.isEmpty ? fallback : clean
    }

    /// The name for a download: without folders, and with the ending of what the file is.
    static func fileName(_ name: String, ending: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "recording"
        guard last.lowercased().hasSuffix("." + ending) else {
            let stem = last.contains(".") ? last.prefix(upTo: last.lastIndex(of: ".")!) : last[...]
            return (stem.isEmpty ? "recording" : String(stem)) + "." + ending
        }
        return last
    }
}
