import Foundation

/// An e-mail address as accounts are found by: NFC, lower case, without surrounding blanks, so that two spellings of
/// one address are one account. Only the form is checked; that mail arrives there is for an invitation to prove.
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    /// `nil` when the text is not `local@domain` within the limits of RFC 5321 (64 and 254 octets).
    package init?(_ text: String) {
        let folded = Self.folded(text)
        let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), parts[1].count >= 1, folded.utf8.count <= 254,
            !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), !parts[1].contains(".."),
            !folded.unicodeScalars.contains(where: Self.isForbidden)
        else { return nil }
        self.text = folded
    }

    package var localPart: String { String(text.prefix { $0 != "@" }) }

    /// The key of an address that somebody typed, well formed or not: sign-in attempts are counted by it.
    package static func folded(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "<>()[]\\,;:\"".unicodeScalars.contains(scalar)
            || [.control, .format, .surrogate, .privateUse, .unassigned].contains(scalar.properties.generalCategory)
    }
}
