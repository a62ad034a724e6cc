import Kernel

/// The versions of a record as protocol 2 sends them: an array of `[field, operation, order, author, authorName, device, at,
/// fill]`, where `order` is the stamp without its device, and author, authorName, device and at are places in the table of texts.
/// Versions that are not of this form (the stamp of another device than `device`) stand as protocol 1 has them, an object.
enum CompactVersions {
    static func write(_ stored: String, to json: inout JSONWriter, _ texts: inout TextTable) {
        guard stored != "{}" else { return json.raw("[]") }
        guard let versions = read(stored) else { return json.raw(stored) }
        json.open(.array)
        for version in versions {
            json.open(.array)
            json.value(version.field)
            json.value(version.operation)
            json.value(version.order)
            for text in version.repeating { json.value(texts.place(of: text)) }
            json.value(version.fill ? 1 : 0)
            json.close(.array)
        }
        json.close(.array)
    }

    private struct Version {
        let field: String
        let operation: String
        let order: String
        let repeating: [String]
        let fill: Bool
    }

    private static func read(_ stored: String) -> [Version]? {
        guard case .object(let members)? = try? JSONParser.value(stored) else { return nil }
        var versions: [Version] = []
        for (field, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let version = read(field, value) else { return nil }
            versions.append(version)
        }
        return versions
    }

    private static func read(_ field: String, _ value: JSONValue) -> Version? {
        guard case .object(let members) = value, members.count == 7,
            case .string(let operation)? = members["operation"], case .string(let order)? = members["order"],
            case .string(let author)? = members["author"], case .string(let authorName)? = members["authorName"],
            case .string(let device)? = members["device"], case .string(let at)? = members["at"],
            case .bool(let fill)? = members["fill"], order.hasSuffix("-" + device)
        else { return nil }
        return Version(
            field: field, operation: operation, order: String(order.dropLast(device.count + 1)),
            repeating: [author, authorName, device, at], fill: fill)
    }
}
