/// What is wrong with a pack, and where.
package struct RubricProblem: Sendable, Equatable, CustomStringConvertible {
    package let file: String
    /// From 1; 0 when it has no place.
    package let line: Int
    /// Id of the rule it stands in.
    package let rule: String?
    package let message: String

    package var description: String { "\(file):\(line): \(rule.map { "\($0): " } ?? "")\(message)" }
}

/// A pack that cannot be used; everything that is wrong with it, in the order of the files.
package struct RubricProblems: Error, Sendable, CustomStringConvertible {
    package let problems: [RubricProblem]
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
