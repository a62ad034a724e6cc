/// One step of the schema. Applied once, in one transaction, in the order of the list; never edited after a release.
package struct Migration: Sendable {
    /// Unique and for ever, as `register-0001 people, modules, groups`.
    package let name: String
    package let run: @Sendable (any Transaction) throws -> Void

    package init(name: String, run: @escaping @Sendable (any Transaction) throws -> Void) {
        self.name = name
        self.run = run
    }
}
