import Kernel

/// Reads protocol 2, which says once what repeats. Twin of `web/sync/compact.js`; `docs/api/register.md` describes the form.
extension Wire {
    static func changes(_ answer: JSONValue) -> [Change] {
        let records = answer["records"]?.array ?? []
        guard let texts = answer["texts"]?.array else { return records.map(change) }
        return records.flatMap { run in
            let entity = run["entity"]?.string ?? ""
            if let gone = run["gone"]?.array {
                return gone.map { Change(entity: entity, key: $0.array?.last?.string ?? "", record: nil) }
            }
            return (run["rows"]?.array ?? []).map { row in
                let values = row.array ?? []
                let key = values.count > 1 ? values[1].string ?? "" : ""
                return Change(entity: entity, key: key, record: record(values.dropFirst(2), key, run, texts))
            }
        }
    }

    /// Protocol 1: each record by itself.
    private static func change(_ json: JSONValue) -> Change {
        Change(
            entity: json["entity"]?.string ?? "", key: json["key"]?.string ?? "",
            record: json["deleted"]?.bool == true ? nil : json["record"])
    }

    private static func record(
        _ values: ArraySlice<JSONValue>, _ key: String, _ run: JSONValue, _ texts: [JSONValue]
    ) -> JSONValue {
        let names = (run["key"]?.array ?? []).compactMap(\.string)
        let coded = Set((run["coded"]?.array ?? []).compactMap(\.string))
        let parts = names.count > 1 ? key.split(separator: ":").map(String.init) : [key]
        var members = Dictionary(zip(names, parts.map(JSONValue.string)), uniquingKeysWith: { first, _ in first })
        for (column, value) in zip((run["columns"]?.array ?? []).compactMap(\.string), values) {
            members[column] = coded.contains(column) ? text(value, texts) : value
        }
        if let versions = members["versions"] { members["versions"] = expanded(versions, texts) }
        return .object(members)
    }

    private static func text(_ place: JSONValue, _ texts: [JSONValue]) -> JSONValue {
        guard let index = place.integer, texts.indices.contains(Int(index)) else { return place }
        return texts[Int(index)]
    }

    /// `[field, operation, order, author, authorName, device, at, fill]` each, or as protocol 1 has them.
    private static func expanded(_ versions: JSONValue, _ texts: [JSONValue]) -> JSONValue {
        guard let list = versions.array else { return versions }
        var members: [String: JSONValue] = [:]
        for version in list {
            guard let parts = version.array, parts.count == 8, let field = parts[0].string else { continue }
            let device = text(parts[5], texts)
            members[field] = .object([
                "operation": parts[1], "order": .string("\(parts[2].string ?? "")-\(device.string ?? "")"),
                "author": text(parts[3], texts), "authorName": text(parts[4], texts), "device": device,
                "at": text(parts[6], texts), "fill": .bool(parts[7] == 1),
            ])
        }
        return .object(members)
    }
}
