/// Where new identifiers come from, as something that a simulation can set.
package struct IdentifierSource: Sendable {
    package var next: @Sendable () -> String

    package init(next: @escaping @Sendable () -> String) {
        self.next = next
    }

    package static let system = IdentifierSource(next: { Identifier.v7() })
}
