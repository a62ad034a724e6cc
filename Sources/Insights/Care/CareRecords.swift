import Persistence

/// How somebody reached a student.
enum ContactKind: String, Codable, Sendable, CaseIterable, SQLBindable {
    case spoke, phone, email, meeting, letter
}

/// One line of the log of who spoke to a student.
struct Contact: Decodable, Sendable {
    let id: String
    let module: String
    let student: String
    let day: String
    let how: ContactKind
    let outcome: String
    let notedAt: Int64
    let notedBy: String
    let notedByName: String

    static let columns: SQL = "id, module, student, day, how, outcome, noted_at, noted_by, noted_by_name"
}

/// A reason to look after a student. It is closed by its remedy and never edited.
struct Flag: Decodable, Sendable {
    let id: String
    let module: String
    let student: String
    let reason: String
    let openedAt: Int64
    let openedByName: String
    let remedy: String?
    let closedAt: Int64?
    let closedByName: String?

    var isOpen: Bool { closedAt == nil }

    static let columns: SQL = """
        id, module, student, reason, opened_at, opened_by_name, remedy, closed_at, closed_by_name
        """
}
