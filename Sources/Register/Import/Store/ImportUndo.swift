import Kernel

/// What is needed to take an import back. Its marks are those whose device is the import.
struct ImportUndo: Codable, Sendable, Equatable {
    struct Rows<T: ImportedRow>: Codable, Sendable, Equatable {
        /// Ids of rows that the import made.
        let created: [String]
        /// Rows that it changed, as they were before.
        let replaced: [T]
        /// All of both as the import left them; a row that differs was changed since.
        let written: [T]

        init(_ changes: RowChanges<T>) {
            created = changes.created
            replaced = changes.replaced
            written = changes.written
        }
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

    let people: Rows<PersonRow>
    let modules: Rows<ModuleRow>
    let groups: Rows<GroupRow>
    let enrolments: Rows<EnrolmentRow>
    let sessions: Sessions
    let marks: [ReplacedMark]
}
