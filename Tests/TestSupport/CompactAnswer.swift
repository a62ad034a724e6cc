package import Kernel

/// Reads protocol 2: the records of an answer as protocol 1 has them, `[{entity, key, change, deleted, record}]`.
///
/// Written from `docs/api/register.md` and not from the server's writer, so that each holds the other to it.
package struct CompactAnswer {
    package enum Fault: Error, Equatable {
        case notAsDescribed
    }

    private let texts: [JSONValue]

    /// - Parameter answer: an answer, or any object with `records` and `texts`
    package static func records(of answer: JSONValue) throws(Fault) -> [JSONValue] {
        guard let runs = answer["records"]?.array, let texts = answer["texts"]?.array else { throw .notAsDescribed }
        let reader = CompactAnswer(texts: texts)
        var records: [JSONValue] = []
        for run in runs { records += try reader.records(ofRun: run) }
        return records
    }

    private func records(ofRun run: JSONValue) throws(Fault) -> [JSONValue] {
        guard let entity = run["entity"] else { throw .notAsDescribed }
        var records: [JSONValue] = []
        for row in run["gone"]?.array ?? [] {
            records.append(try changed(entity, row, record: .null))
        }
        let keyNames = (run["key"]?.array ?? []).compactMap(\.string)
        let columns = (run["columns"]?.array ?? []).compactMap(\.string)
        let coded = Set((run["coded"]?.array ?? []).compactMap(\.string))
        for row in run["rows"]?.array ?? [] {
            guard let values = row.array, values.count == columns.count + 2, let key = values[1].string
            else { throw .notAsDescribed }
            var record: [String: JSONValue] = [:]
            let parts = keyNames.count > 1 ? key.split(separator: ":").map(String.init) : [key]
            for (name, part) in zip(keyNames, parts) { record[name] = .string(part) }
            for (column, value) in zip(columns, values.dropFirst(2)) {
                record[column] = coded.contains(column) ? try text(value) : value
            }
            if let versions = record["versions"] { record["versions"] = try expanded(versions) }
            records.append(try changed(entity, row, record: .object(record)))
        }
        return records
    }

    private func changed(_ entity: JSONValue, _ row: JSONValue, record: JSONValue) throws(Fault) -> JSONValue {
        guard let values = row.array, values.count >= 2 else { throw .notAsDescribed }
        return .object([
            "entity": entity, "change": values[0], "key": values[1], "deleted": .bool(record.isNull), "record": record,
        ])
    }

    private func expanded(_ versions: JSONValue) throws(Fault) -> JSONValue {
        guard let list = versions.array else { return versions }
        var members: [String: JSONValue] = [:]
        for version in list {
            guard let parts = version.array, parts.count == 8, let field = parts[0].string,
                let order = parts[2].string, let device = try text(parts[5]).string
            else { throw .notAsDescribed }
            members[field] = .object([
                "operation": parts[1], "order": .string("\(order)-\(device)"), "author": try text(parts[3]),
                "authorName": try text(parts[4]), "device": .string(device), "at": try text(parts[6]),
                "fill": .bool(parts[7] == 1),
            ])
        }
        return .object(members)
    }

    private func text(_ place: JSONValue) throws(Fault) -> JSONValue {
        if place.isNull { return .null }
        guard let index = place.integer, texts.indices.contains(Int(index)) else { throw .notAsDescribed }
        return texts[Int(index)]
    }
}
