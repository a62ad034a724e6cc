/// A note without its identifiers, and where they stood.
package struct Identified: Sendable, Equatable {
    /// In order, not overlapping, in code points of the original.
    package let spans: [IdentifierSpan]
    package let masked: String
    /// The numbering after this note, for the next note of the episode.
    package let pseudonyms: Pseudonyms
}

package struct IdentifierSpan: Codable, Hashable, Sendable {
    package let start: Int
    package let end: Int
    package let type: IdentifierType
    package let sub: String?
    /// The words as they stand in the note: an identifier, never to be stored or shown without leave.
    package let text: String
    package let replacement: String
    package let confidence: Double
}
