package import Kernel
import Persistence

package enum RubricState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case draft, active, retired
}

/// A version of the rules. Only a draft changes.
package struct RubricRow: Decodable, Sendable {
    package let version: String
    package let rubricId: String
    package let state: RubricState
    package let yaml: String
    /// Nil for the versions that come with the program.
    package let author: String?
    package let authorName: String?
    package let note: String
    package let at: Instant
    package let activatedAt: Instant?

    static let columns: SQL = "version, rubric_id, state, yaml, author, author_name, note, at, activated_at"

    static func find(_ version: String, _ reader: any Reader) throws -> RubricRow {
        let found = try reader.fetchOne(
            RubricRow.self, "SELECT \(columns) FROM compliance_rubric WHERE version = \(version)")
        guard let found else { throw ComplianceError.unknownRubric }
        return found
    }

    static func active(_ reader: any Reader) throws -> RubricRow? {
        try reader.fetchOne(
            RubricRow.self, "SELECT \(columns) FROM compliance_rubric WHERE state = \(RubricState.active)")
    }
}
