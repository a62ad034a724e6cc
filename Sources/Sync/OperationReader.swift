package import Kernel

extension Operation {
    /// Reads one operation of a push and checks its shape, so that a malformed one is refused by itself and never the batch.
    ///
    /// Checked are types, identifiers, `seq` from 1, at least one field, values that are texts, whole numbers or null, and
    /// texts of at most 4,096 bytes without U+0000 (PostgreSQL cannot keep it). What a field may hold is the register's
    /// business. Throws one error per member at fault.
    package init(json: JSONValue) throws(InvalidInput) {
        var reader = OperationReader(json: json)
        let id = reader.required("id", "an identifier", OperationReader.identifier)
        let seq = reader.required("seq", "a whole number from 1") { $0.integer.flatMap { $0 > 0 ? $0 : nil } }
        let entity = reader.required("entity", "session, mark or exception") { $0.string.flatMap(Entity.init) }
        let key = reader.required("key", "a text", OperationReader.key)
        let fields = reader.required("fields", "an object of texts, whole numbers and nulls", OperationReader.fields)
        let seen = reader.optional("seen", "an object of identifiers", absent: [:], OperationReader.seen)
        let stamp = reader.required("stamp", "a stamp") { $0.string.flatMap { Stamp($0) } }
        let at = reader.required("capturedAt", "a date-time") { $0.string.flatMap { Instant(rfc3339: $0) } }
        let author = reader.required("author", "an identifier", OperationReader.identifier)
        let fill = reader.optional("fill", "true or false", absent: false, \.bool)
        let settles = reader.optional("settles", "a list of identifiers", absent: [], OperationReader.identifiers)
        let reason = reader.optional("reason", "a text", absent: "", OperationReader.text)
        guard
            reader.errors.isEmpty, let id, let seq, let entity, let key, let fields, let seen, let stamp, let at,
            let author,
            let fill, let settles, let reason
        else { throw InvalidInput(reader.errors) }
        self.init(
            id: id, seq: seq, entity: entity, key: key, fields: fields, seen: seen, stamp: stamp, capturedAt: at,
            author: author, fill: fill, settles: settles, reason: reason.isEmpty ? nil : reason)
    }
}

/// Reads members one by one and collects what is wrong with them.
private struct OperationReader {
    let json: JSONValue
    var errors: [FieldError] = []

    mutating func required<Value>(_ name: String, _ expected: String, _ read: (JSONValue) -> Value?) -> Value? {
        if let value = json[name].flatMap(read) { return value }
        errors.append(FieldError(field: name, code: "malformed", message: "\(name) is not \(expected)."))
        return nil
    }

    mutating func optional<Value>(
        _ name: String, _ expected: String, absent: Value, _ read: (JSONValue) -> Value?
    ) -> Value? {
        guard let member = json[name], !member.isNull else { return absent }
        return required(name, expected) { _ in read(member) }
    }

    static func identifier(_ json: JSONValue) -> String? {
        json.string.flatMap { Identifier.isValid($0) ? $0 : nil }
    }

    static func identifiers(_ json: JSONValue) -> [String]? {
        guard let elements = json.array, elements.count <= 100 else { return nil }
        let identifiers = elements.compactMap(identifier)
        return identifiers.count == elements.count ? identifiers : nil
    }

    static func key(_ json: JSONValue) -> String? {
        text(json).flatMap { $0.isEmpty || $0.utf8.count > 200 ? nil : $0 }
    }

    static func text(_ json: JSONValue) -> String? {
        json.string.flatMap { $0.utf8.count <= 4096 && !$0.utf8.contains(0) ? $0 : nil }
    }

    static func seen(_ json: JSONValue) -> [String: String]? {
        guard let members = json.object, members.count <= 32 else { return nil }
        let seen = members.compactMapValues(identifier)
        return seen.count == members.count ? seen : nil
    }

    static func fields(_ json: JSONValue) -> [String: JSONValue]? {
        guard let members = json.object, (1...32).contains(members.count) else { return nil }
        for (name, value) in members {
            guard !name.isEmpty, name.utf8.count <= 64, !name.utf8.contains(0) else { return nil }
            switch value {
            case .null, .integer: continue
            case .string: if text(value) == nil { return nil }
            case .bool, .number, .array, .object: return nil
            }
        }
        return members
    }
}
