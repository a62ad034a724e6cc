package import Kernel

/// What a person did on one device to one record, offline or not. It names only the fields that were touched and, for each,
/// the operation whose value was on the screen.
package struct Operation: Codable, Sendable, Equatable {
    package enum Entity: String, Codable, Sendable, CaseIterable {
        case session
        case mark
        case exception
    }

    /// UUIDv7, made by the device; pushing it twice changes nothing.
    package let id: String
    /// Counts the operations of one device from 1; a gap shows what the server has not heard.
    package let seq: Int64
    package let entity: Entity
    package let key: String
    /// Touched fields only; values are strings, whole numbers or null.
    package let fields: [String: JSONValue]
    /// Field → id of the operation whose value was on the screen; a field is absent when there was none.
    package let seen: [String: String]
    package let stamp: Stamp
    package let capturedAt: Instant
    /// User id of the person who did it, whoever pushes it.
    package let author: String
    /// "Mark remaining": gives way to anything its author had not seen.
    package let fill: Bool
    /// Disputes that this operation ends.
    package let settles: [String]
    package let reason: String?

    package init(
        id: String, seq: Int64, entity: Entity, key: String, fields: [String: JSONValue], seen: [String: String] = [:],
        stamp: Stamp, capturedAt: Instant, author: String, fill: Bool = false, settles: [String] = [],
        reason: String? = nil
    ) {
        (self.id, self.seq, self.entity, self.key) = (id, seq, entity, key)
        (self.fields, self.seen, self.stamp, self.capturedAt) = (fields, seen, stamp, capturedAt)
        (self.author, self.fill, self.settles, self.reason) = (author, fill, settles, reason)
    }

    package var device: String { stamp.device }

    /// `seen`, `fill`, `settles` and `reason` may be absent.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        seq = try container.decode(Int64.self, forKey: .seq)
        entity = try container.decode(Entity.self, forKey: .entity)
        key = try container.decode(String.self, forKey: .key)
        fields = try container.decode([String: JSONValue].self, forKey: .fields)
        seen = try container.decodeIfPresent([String: String].self, forKey: .seen) ?? [:]
        stamp = try container.decode(Stamp.self, forKey: .stamp)
        capturedAt = try container.decode(Instant.self, forKey: .capturedAt)
        author = try container.decode(String.self, forKey: .author)
        fill = try container.decodeIfPresent(Bool.self, forKey: .fill) ?? false
        settles = try container.decodeIfPresent([String].self, forKey: .settles) ?? []
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
    }
}
