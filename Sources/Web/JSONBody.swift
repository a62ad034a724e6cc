import Foundation
import Kernel

/// Reads JSON that a stranger sent.
enum JSONBody {
    /// A decoder recurses once for each level; a thousand brackets must not reach it.
    static let deepest = 64

    static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        guard depth(of: bytes) <= deepest else { throw WebError.nestedTooDeeply(limit: deepest) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw translated(error, bytes)
        }
    }

    /// How deep brackets nest, strings left out. Cheap: one pass over the bytes.
    static func depth(of bytes: [UInt8]) -> Int {
        var depth = 0
        var deepest = 0
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }

    private static func translated(_ error: DecodingError, _ bytes: [UInt8]) -> any Error {
        switch error {
        // without a path it is the JSON itself, or a number that does not fit its field
        case .dataCorrupted(let context) where context.codingPath.isEmpty && !isJSON(bytes): WebError.malformedJSON
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            InvalidInput(
                place(ofNumber: context.debugDescription, in: bytes) ?? "", code: "invalid",
                "This value cannot be read.")
        case .dataCorrupted(let context):
            InvalidInput(pointer(context.codingPath), code: "invalid", "This value cannot be read.")
        case .keyNotFound(let key, let context):
            InvalidInput(pointer(context.codingPath + [key]), code: "required", "This field is missing.")
        case .valueNotFound(_, let context):
            InvalidInput(pointer(context.codingPath), code: "required", "This field may not be null.")
        case .typeMismatch(let type, let context):
            InvalidInput(pointer(context.codingPath), code: "wrong_type", "Expected \(word(for: type)).")
        @unknown default: WebError.malformedJSON
        }
    }

    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    }

    /// Where the number stands that did not fit: the decoder may name it in its description, as in `<1.5>`, and never its
    /// place. nil when it stands nowhere or more than once.
    private static func place(ofNumber description: String, in bytes: [UInt8]) -> String? {
        guard let document = try? JSONParser.value(bytes) else { return nil }
        let named = description.split(separator: "<").last?.split(separator: ">").first.flatMap { Double($0) }
        var places: [String] = []
        func look(_ value: JSONValue, _ place: String) {
            switch value {
            case .number(let other) where named.map { $0 == other } ?? (Int64(exactly: other) == nil):
                places.append(place)
            case .integer(let other) where named == Double(other): places.append(place)
            case .array(let elements): for (index, one) in elements.enumerated() { look(one, "\(place)[\(index)]") }
            case .object(let members):
                for (key, one) in members { look(one, place.isEmpty ? key : "\(place).\(key)") }
            default: break
            }
        }
        look(document, "")
        return places.count == 1 ? places[0] : nil
    }

    /// `operations[3].stamp`; the document itself is `""`.
    static func pointer(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Bool.Type: "true or false"
        case is Int.Type, is Int64.Type, is Int32.Type, is UInt.Type: "a whole number"
        case is Double.Type, is Float.Type: "a number"
        case is [Any].Type: "a list"
        case is [String: Any].Type: "an object"
        default: "another type"
        }
    }
}
