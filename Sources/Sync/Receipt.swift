import Kernel

/// What a server vouches for: these marks of this session, made by these operations. A device recomputes the hash from its own
/// records and so sees whether the server has what it shows.
package struct Receipt: Hashable, Codable, Sendable {
    package let session: String
    package let count: Int
    /// SHA-256 of `canonicalText`, lowercase hexadecimal.
    package let hash: String

    package init(session: String, marks: [Mark]) {
        self.session = session
        count = marks.count
        hash = Digest.sha256Hex(Self.canonicalText(session: session, marks: marks))
    }

    /// One mark as far as a receipt covers it.
    package struct Mark: Equatable, Sendable {
        package let student: String
        package let versions: Versions

        package init(student: String, versions: Versions) {
            (self.student, self.versions) = (student, versions)
        }

        /// `[student, status, minutesLate, remark, [operation of status, of minutesLate, of remark]]`, null where a field was
        /// never set.
        fileprivate var canonical: JSONValue {
            let fields = ["status", "minutesLate", "remark"].map { versions[$0] }
            return .array(
                [.string(student)] + fields.map { $0?.value ?? .null }
                    + [.array(fields.map { $0.map { .string($0.operation) } ?? .null })])
        }
    }

    /// Canonical JSON (RFC 8785): `["rounds-receipt-1", session, count, [mark, …]]`, marks in the order of student ids.
    package static func canonicalText(session: String, marks: [Mark]) -> String {
        let sorted = marks.sorted { $0.student < $1.student }
        let receipt: JSONValue = [
            "rounds-receipt-1", .string(session), .integer(Int64(marks.count)), .array(sorted.map(\.canonical)),
        ]
        return receipt.canonicalText
    }
}
