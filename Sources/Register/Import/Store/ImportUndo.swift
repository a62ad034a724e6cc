import Kernel

/// What is needed to take an import back. Its marks are those whose device is the import.
struct ImportUndo: Codable, Sendable, Equatable {
    struct Rows<T: ImportedRow>: Codable, Sendable, Equatable {
        let created: [String]
        let replaced: [T]

        init(_ changes: RowChanges<T>) {
            created = changes.created
            replaced = changes.replaced
        }

        var ids: [String] { created + replaced.map(\.id) }
    }

    struct Sessions: Codable, Sendable, Equatable {
        let created: [String]
        let replaced: [SessionBefore]
    }

    /// A mark of an earlier import that this one changed.
    struct ReplacedMark: Codable, Sendable, Equatable {
        let key: String
        let status: MarkStatus
        let device: String
    }

    /// The number of the change that wrote the roster; a row with another number was changed since.
    let change: Int64
    let people: Rows<PersonRow>
    let modules: Rows<ModuleRow>
    let groups: Rows<GroupRow>
    let enrolments: Rows<EnrolmentRow>
    let sessions: Sessions
    let marks: [ReplacedMark]
}
