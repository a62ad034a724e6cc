import Kernel

/// The key of a mark: `<session id>:<student id>`. There is one mark per student and session, whoever makes it.
package struct MarkKey: Hashable, Sendable {
    package let session: String
    package let student: String

    package init(session: String, student: String) {
        (self.session, self.student) = (session, student)
    }

    /// Nil unless both halves are identifiers.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let session = String(text[..<colon])
        let student = String(text[text.utf8.index(after: colon)...])
        guard Identifier.isValid(session), Identifier.isValid(student) else { return nil }
        self.init(session: session, student: student)
    }
}

extension MarkKey: CustomStringConvertible {
    package var description: String { "\(session):\(student)" }
}
