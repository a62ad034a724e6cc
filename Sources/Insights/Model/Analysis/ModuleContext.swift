/// What is known of a module beside its rows.
package struct ModuleContext: Sendable {
    /// As the school writes it: `501`; empty when nobody said.
    package var module: String
    package var rotation: RotationMap?
    /// By student id.
    package var notes: [String: StudentNote]

    package init(module: String, rotation: RotationMap? = nil, notes: [String: StudentNote] = [:]) {
        self.module = module
        self.rotation = rotation
        self.notes = notes
    }

    /// Rule 15: the year of study is the first digit of the module's code.
    package var year: Int? {
        module.utf8.first { (0x30...0x39).contains($0) }.map { Int($0 - 0x30) }
    }

    /// At most so many check-ins of a day count (rules 15 and 18); nil: all do.
    package var checkInsADay: Int? {
        guard let year, (2...5).contains(year) else { return nil }
        return 2
    }
}
