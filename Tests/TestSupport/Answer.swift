import Foundation
package import HTTPTypes
package import Kernel

/// An HTTP answer as a test reads it.
package struct Answer: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; null when it is none.
    package var json: JSONValue {
        (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
    }

    /// The stable code of a problem document.
    package var code: String? { json["code"]?.string }

    package subscript(_ member: String) -> JSONValue? { json[member] }

    package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
