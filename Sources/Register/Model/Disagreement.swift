import Kernel
import Sync

/// Two values of one field that a person has to choose between: two teachers marked differently while neither knew of
/// the other (`concurrent`), or somebody marked after the session was closed (`amendment`).
package enum DisputeKind: String, Codable, Sendable, CaseIterable {
    case concurrent, amendment
}

struct Disagreement: Sendable {
    /// One of the two sides; `operation` is nil when nothing was marked before an amendment.
    struct Side: Sendable {
        let operation: String?
        let value: JSONValue
        let author: String?
        let authorName: String?
        let device: String?
        let at: Instant?

        static let nothing = Side(operation: nil, value: .null, author: nil, authorName: nil, device: nil, at: nil)

        /// As it is stored and sent.
        var json: String {
            var json = JSONWriter()
            json.object {
                $0.member("operation", operation)
                $0.member("value", value)
                $0.member("author", author)
                $0.member("authorName", authorName)
                $0.member("device", device)
                $0.member("at", at?.rfc3339)
            }
            return json.text
        }
    }

    let id: String
    let kind: DisputeKind
    let entity: Operation.Entity
    let key: String
    let session: String?
    let group: String?
    let student: String?
    let field: String
    let kept: Side
    let other: Side
}

extension Disagreement.Side {
    init(_ version: FieldVersion, name: String?) {
        self.init(
            operation: version.operation, value: version.value, author: version.author, authorName: name,
            device: version.device, at: version.at)
    }

    init(_ operation: Operation, field: String, name: String) {
        self.init(
            operation: operation.id, value: operation.fields[field] ?? .null, author: operation.author,
            authorName: name, device: operation.device, at: operation.capturedAt)
    }
}
