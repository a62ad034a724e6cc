import Kernel

extension Schema {
    /// The schema as JSON; named objects go to `components` and leave a reference.
    func document(_ components: inout [String: JSONValue]) -> JSONValue {
        var members = members(&components)
        if let note { members["description"] = .string(note) }
        return .object(members)
    }

    private func members(_ components: inout [String: JSONValue]) -> [String: JSONValue] {
        switch shape {
        case .text(let least, let most, let format, let pattern):
            return [
                "type": "string", "minLength": least == 0 ? nil : .integer(Int64(least)),
                "maxLength": most.map { .integer(Int64($0)) }, "format": format.map { .string($0) },
                "pattern": pattern.map { .string($0) },
            ].present
        case .integer(let least, let most):
            return [
                "type": "integer", "minimum": least.map { .integer(Int64($0)) },
                "maximum": most.map { .integer(Int64($0)) },
            ].present
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .any: return [:]
        case .enumeration(let values):
            return ["type": "string", "enum": .array(values.map { .string($0) })]
        case .array(let element, let most):
            return [
                "type": "array", "items": element.document(&components), "maxItems": most.map { .integer(Int64($0)) },
            ].present
        case .map(let value):
            return ["type": "object", "additionalProperties": value.document(&components)]
        case .nullable(let schema):
            return ["anyOf": .array([schema.document(&components), .object(["type": "null"])])]
        case .either(let schemas): return ["oneOf": .array(schemas.map { $0.document(&components) })]
        case .object(nil, let properties): return Self.object(properties, &components)
        case .object(let name?, let properties):
            if components[name] == nil {
                components[name] = .object([:])  // an object may contain itself
                components[name] = .object(Self.object(properties, &components))
            }
            return ["$ref": .string("#/components/schemas/\(name)")]
        case .file, .events: return ["type": "string"]
        }
    }

    private static func object(
        _ properties: [Property], _ components: inout [String: JSONValue]
    ) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for property in properties { members[property.name] = property.schema.document(&components) }
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        return [
            "type": "object", "properties": .object(members), "required": required.isEmpty ? nil : .array(required),
        ].present
    }

    /// Media types of a body of this schema.
    var mediaTypes: [String] {
        switch shape {
        case .file(let types): types
        case .events: ["text/event-stream"]
        default: ["application/json"]
        }
    }
}

extension Dictionary where Key == String, Value == JSONValue? {
    /// Only the members that have a value.
    var present: [String: JSONValue] { compactMapValues { $0 } }
}
