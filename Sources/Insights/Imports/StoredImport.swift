import Kernel
import Persistence

/// What an imported file holds.
package enum ImportKind: String, Codable, Sendable, CaseIterable {
    case attendance, rotation, notes

    var noun: String {
        switch self {
        case .attendance: "an attendance export"
        case .rotation: "a rotation map"
        case .notes: "student notes"
        }
    }
}

/// Whether `03/04/2026` is 3 April or 4 March, where somebody had to say so.
package enum DateOrder: String, Codable, Sendable, CaseIterable {
    case day, month

    var order: CellDate.Order { self == .day ? .dayFirst : .monthFirst }
}

/// A file and what its sender said about it.
package struct ImportRequest: Sendable {
    package var name: String
    package var module: String?
    /// nil: told from the headings
    package var kind: ImportKind?
    package var dateOrder: DateOrder?

    package init(name: String, module: String? = nil, kind: ImportKind? = nil, dateOrder: DateOrder? = nil) {
        (self.name, self.module, self.kind, self.dateOrder) = (name, module, kind, dateOrder)
    }
}

/// An import as it is stored; what came of its rows follows from the dataset.
package struct StoredImport: Decodable, Sendable, Equatable {
    package let id: String
    package let kind: ImportKind
    package let name: String
    /// Empty when the file holds for every module.
    package let module: String
    package let bytes: Int
    package let sha256: String
    package let dateOrder: DateOrder?
    package let position: Int64
    package let importedAt: Int64
    package let importedByName: String
    package let undone: Int

    package var isUndone: Bool { undone == 1 }

    static let columns: SQL = """
        id, kind, name, module, bytes, sha256, date_order, position, imported_at, imported_by_name, undone
        """
}

extension ImportKind: SQLBindable {}
extension DateOrder: SQLBindable {}
