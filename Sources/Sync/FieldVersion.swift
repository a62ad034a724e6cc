package import Kernel

/// The value that one field shows and where it came from.
package struct FieldVersion: Codable, Sendable, Equatable {
    package let value: JSONValue
    /// Id of the operation that set it.
    package let operation: String
    /// Its place among all operations on this field; not always the operation's own stamp (`Merge.apply`).
    package let order: Stamp
    package let author: String
    package let device: String
    package let at: Instant
    /// Set by a fill that saw no earlier value: gives way to any value that is no fill.
    package let fill: Bool

    package init(
        value: JSONValue, operation: String, order: Stamp, author: String, device: String, at: Instant, fill: Bool
    ) {
        (self.value, self.operation, self.order, self.author) = (value, operation, order, author)
        (self.device, self.at, self.fill) = (device, at, fill)
    }

    /// The version that an operation makes of one of its fields.
    package init(field: String, of operation: Operation, value: JSONValue, order: Stamp) {
        self.init(
            value: value, operation: operation.id, order: order, author: operation.author, device: operation.device,
            at: operation.capturedAt, fill: operation.fill && operation.seen[field] == nil)
    }
}

/// A record's fields by name.
package typealias Versions = [String: FieldVersion]
