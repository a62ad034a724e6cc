package import Foundation

/// The one JSON configuration of the API. Kernel's types bring their own wire forms; members stand in the order of their
/// names, so equal answers are equal texts.
package enum JSON {
    package static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}
