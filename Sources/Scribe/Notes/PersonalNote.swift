package import Kernel
import Persistence

/// What somebody wrote for themselves about a session: Markdown, with `[12:34]` where a moment of the recording is meant.
package struct PersonalNote: Decodable, Sendable, Equatable {
    package let id: String
    package let session: String
    package let text: String
    /// 1 with the first text; 0 stands for a note that nobody has written yet.
    package let version: Int
    package let updatedAt: Instant?

    /// UTF-8 bytes; a book has a million.
    package static let limit = 512 << 10

    static let columns: SQL = "id, session_id AS session, text, version, updated_at"

    static func empty(of session: String) -> PersonalNote {
        PersonalNote(id: "", session: session, text: "", version: 0, updatedAt: nil)
    }

    /// - Throws: `InvalidInput`
    static func check(_ text: String) throws {
        guard text.utf8.count <= limit else {
            throw InvalidInput("text", code: "text_too_long", "A note may have at most \(limit >> 10) KB.")
        }
        guard !text.utf8.contains(0) else {
            throw InvalidInput("text", code: "null_character", "A note must not contain the null character.")
        }
    }

    /// The first words, for a list.
    var excerpt: String {
        let line = text.split(whereSeparator: \.isNewline).first { $0.contains(where: \.isLetter) } ?? ""
        let start = line.drop { !$0.isLetter && !$0.isNumber && $0 != "[" }
        return start.count > 120 ? start.prefix(119) + "…" : String(start)
    }
}

extension JSONWriter {
    mutating func members(of note: PersonalNote) {
        member("session", note.session)
        member("text", note.text)
        member("version", note.version)
        member("updatedAt", at: note.updatedAt?.milliseconds)
    }
}
