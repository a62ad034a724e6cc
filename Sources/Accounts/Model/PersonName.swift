import Foundation

/// The name an account shows beside what its holder did: 1 to 200 code points, NFC, without control characters.
package enum PersonName {
    package static func cleaned(_ text: String) -> String? {
        let name = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...200).contains(name.unicodeScalars.count),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        return name
    }
}
