import Foundation
package import Kernel
import Persistence

package enum NoteState: String, Codable, Sendable, CaseIterable, SQLBindable {
    case queued, analysing, ready, failed
}

extension NoteType: SQLBindable {}
extension Discipline: SQLBindable {}
extension FindingStatus: SQLBindable {}
extension Severity: SQLBindable {}

/// A note as its row has it.
package struct NoteRow: Decodable, Sendable {
    package let id: String
    package let owner: String
    let sealedName: [UInt8]
    package let state: NoteState
    package let errorCode: String?
    package let message: String?
    let options: JSONColumn<AnalysisOptions>
    package let episode: String?
    package let batch: String?
    /// The report that is shown.
    package let report: String?
    package let noteType: NoteType?
    package let discipline: Discipline?
    package let score: Double?
    /// Masked: `[DATE+21d]`.
    package let dateOfService: String?
    package let high: Int
    package let medium: Int
    package let low: Int
    package let pending: Int
    package let undeterminable: Int
    package let rubricId: String?
    package let rubricVersion: String?
    package let cached: Bool
    package let createdAt: Instant
    package let expiresAt: Instant?
    package let deletedAt: Instant?
    /// The note's own text is still there.
    package let hasOriginal: Bool

    static let columns: SQL = """
        id, owner, sealed_name, state, error_code, message, options, episode, batch, report, note_type, discipline,
        score, date_of_service, high, medium, low, pending, undeterminable, rubric_id, rubric_version, cached, created_at, expires_at,
        deleted_at, CASE WHEN EXISTS (SELECT 1 FROM compliance_original
            WHERE document_id = compliance_document.id AND sealed_text IS NOT NULL) THEN 1 ELSE 0 END AS has_original
        """

    /// A note that is not deleted.
    /// - Throws: `ComplianceError.unknownDocument`, also for one of somebody else
    static func find(
        _ id: String, of owner: String, deleted: Bool = false, _ reader: any Reader
    ) throws -> NoteRow {
        let found = try reader.fetchOne(
            NoteRow.self,
            "SELECT \(columns) FROM compliance_document WHERE id = \(id) AND owner = \(owner)")
        guard let found, (found.deletedAt != nil) == deleted else { throw ComplianceError.unknownDocument }
        return found
    }

    var resource: String { "document/\(id)" }
}

/// What a note is called. As given it may name the patient, so it is sealed, and forgotten once the note's identifiers are
/// known and could be taken out of it.
struct NoteName: Codable, Sendable, Equatable {
    var given: String?
    var shown: String

    static let longest = 200
    static let pasted = "Pasted note"
    private static let endings: Set<String> = ["pdf", "docx", "rtf", "txt", "md", "png", "jpg", "jpeg", "tif", "tiff"]

    /// Says nothing but the kind of file.
    static func neutral(_ given: String, _ word: String = "Note") -> String {
        let ending = given.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
        return endings.contains(ending) ? "\(word).\(ending)" : word
    }

    /// Without folders and control characters.
    static func cleaned(_ text: String?) throws -> String? {
        guard let text else { return nil }
        let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let name = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
            .trimmingCharacters(in: .whitespaces)
        guard name.unicodeScalars.count <= longest else {
            throw InvalidInput("name", code: "too_long", "A name may have \(longest) characters.")
        }
        return name.isEmpty ? nil : name
    }
}

extension ComplianceStore {
    func seal(_ name: NoteName, of id: String) throws -> [UInt8] {
        try vault.seal([UInt8](try JSONEncoder().encode(name)), in: "compliance_document/\(id)/name")
    }

    func name(of row: NoteRow) throws -> NoteName {
        let bytes = try vault.open(row.sealedName, in: "compliance_document/\(row.id)/name")
        return try JSONDecoder().decode(NoteName.self, from: Data(bytes))
    }

    /// As long as the note is unknown nobody can tell whether its name names somebody, so nothing of it is shown.
    func firstName(_ given: String?) -> NoteName {
        guard let given else { return NoteName(given: nil, shown: NoteName.pasted) }
        return NoteName(given: given, shown: NoteName.neutral(given))
    }
}
