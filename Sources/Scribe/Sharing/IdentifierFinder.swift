/// Words that may tell who somebody is, by whoever knows how to find them; `Rounds` joins it to the notes' workspace.
package protocol IdentifierFinder: Sendable {
    /// In order, not overlapping; places are Unicode code points of the text.
    func identifiers(in text: String) async throws -> [PossibleIdentifier]
}

package struct PossibleIdentifier: Sendable, Equatable {
    package let range: Range<Int>
    /// `NAME`, `DATE`, `PHONE`, …
    package let type: String

    package init(range: Range<Int>, type: String) {
        self.range = range
        self.type = type
    }
}
