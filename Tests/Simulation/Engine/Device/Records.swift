import Kernel
import Sync

/// Rows of a device's records: what is shown, and beside waiting work what was agreed without it. Twin of
/// `web/store/records.js`.
struct Row: Sendable, Equatable {
    /// What the server said; `record` is nil when it has none.
    struct Agreed: Sendable, Equatable {
        let record: JSONValue?
    }

    let entity: String
    let key: String
    /// Which full snapshot it belongs to.
    let generation: Int
    /// What is shown.
    let record: JSONValue
    /// Only beside waiting work.
    var agreed: Agreed?

    var id: String { "\(entity)/\(key)" }

    static func agreed(_ row: Row?) -> JSONValue? {
        guard let row else { return nil }
        return row.agreed.map(\.record) ?? row.record
    }

    /// A row over what the server said, with the waiting operations of its record; nil when there is nothing to show.
    static func over(
        _ entity: String, _ key: String, agreed: JSONValue?, waiting: [Operation], generation: Int, name: String
    ) -> Row? {
        guard let shown = project(entity, key, agreed: agreed, waiting, name: name) else { return nil }
        return Row(
            entity: entity, key: key, generation: generation, record: shown,
            agreed: waiting.isEmpty ? nil : Agreed(record: agreed))
    }

    /// The agreed record with this device's waiting operations on top.
    static func project(
        _ entity: String, _ key: String, agreed: JSONValue?, _ waiting: [Operation], name: String
    ) -> JSONValue? {
        if waiting.isEmpty { return agreed }
        var record = agreed?.object ?? blank(entity, key)
        var stored = record["versions"]?.object ?? [:]
        let versions = waiting.reduce(Versions(record)) { Merge.apply($1, to: $0, order: $1.stamp).versions }
        for operation in waiting {
            for field in operation.fields.keys.sorted() {
                guard let version = versions[field], version.operation == operation.id else { continue }
                record[field] = version.value
                stored[field] = version.json(name: name)
                // Author and time of a mark are those of its status.
                guard entity == "mark", field == "status" || record["author"] == nil else { continue }
                record["author"] = .string(operation.author)
                record["authorName"] = .string(name)
                record["capturedAt"] = .string(operation.capturedAt.rfc3339)
                record["device"] = .string(version.device)
            }
        }
        record["versions"] = .object(stored)
        return .object(record)
    }

    /// What a record is before anything was said about it.
    private static func blank(_ entity: String, _ key: String) -> [String: JSONValue] {
        switch entity {
        case "mark":
            let mark = MarkKey(key)
            return [
                "session": .string(mark?.session ?? ""), "student": .string(mark?.student ?? ""), "status": .null,
                "minutesLate": .null, "remark": .null, "flags": .array([]), "versions": .object([:]),
            ]
        case "session":
            return [
                "id": .string(key), "title": "", "kind": "lecture", "start": .null, "end": .null, "state": "scheduled",
                "origin": "hand", "location": .null, "versions": .object([:]),
            ]
        default: return ["id": .string(key), "evidence": .null, "versions": .object([:])]
        }
    }
}

extension Versions {
    /// The versions of a record on the wire, with the values that its own members hold.
    init(_ record: [String: JSONValue]) {
        self = [:]
        for (field, stored) in record["versions"]?.object ?? [:] {
            guard let order = stored["order"]?.string.flatMap({ Stamp($0) }) else { continue }
            self[field] = FieldVersion(
                value: record[field] ?? .null, operation: stored["operation"]?.string ?? "", order: order,
                author: stored["author"]?.string ?? "", device: stored["device"]?.string ?? "",
                at: stored["at"]?.string.flatMap { Instant(rfc3339: $0) } ?? order.instant,
                fill: stored["fill"]?.bool ?? false)
        }
    }
}

extension FieldVersion {
    func json(name: String) -> JSONValue {
        .object([
            "operation": .string(operation), "order": .string(order.text), "author": .string(author),
            "authorName": .string(name), "device": .string(device), "at": .string(at.rfc3339), "fill": .bool(fill),
        ])
    }
}
