import Kernel
import Sync

/// What an import would write, found by comparing its plan with the register. A preview stops here; a commit writes exactly
/// this.
struct ImportChanges: Sendable {
    var rows: [ImportRow]
    var people = RowChanges<PersonRow>()
    var modules = RowChanges<ModuleRow>()
    var groups = RowChanges<GroupRow>()
    var enrolments = RowChanges<EnrolmentRow>()
    var sessions: [SessionRecord] = []
    var createdSessions: [String] = []
    /// Sessions as they were before, for undo.
    var replacedSessions: [SessionBefore] = []
    var sessionCounts = ImportReport.Count()
    var marks: [MarkChange] = []
    var markCounts = ImportReport.Count()
    /// Closed by an import before: opened for its marks and closed again.
    var reopened: Set<String> = []
    var closed: Set<String> = []
    var notes: [String]

    private(set) var added: Set<Int> = []
    private(set) var updated: Set<Int> = []

    init(_ plan: ImportPlan) {
        rows = plan.rows
        notes = plan.notes
    }

    /// Credits a record to the first of its rows that comes in.
    mutating func note(_ effect: Effect, _ rows: [Int]) {
        guard effect != .nothing, let row = rows.first(where: { self.rows[$0].fate == .kept }) else { return }
        if effect == .creates { added.insert(row) } else { updated.insert(row) }
    }

    /// Whether at least one row that speaks of a record comes in or was merged into one that does.
    func isLive(_ indices: [Int]) -> Bool {
        indices.contains { index in
            switch rows[index].fate {
            case .kept, .merged: true
            case .ignored, .refused: false
            }
        }
    }

    enum Effect { case creates, updates, nothing }

    var rowCounts: ImportReport.Rows {
        var counts = ImportReport.Rows()
        for (index, row) in rows.enumerated() {
            counts.read += 1
            switch row.fate {
            case .kept where added.contains(index): counts.added += 1
            case .kept where updated.contains(index): counts.updated += 1
            case .kept: counts.unchanged += 1
            case .merged: counts.merged += 1
            case .ignored: counts.ignored += 1
            case .refused: counts.refused += 1
            }
        }
        return counts
    }

    var recordCounts: ImportReport.Records {
        ImportReport.Records(
            people: people.counts, modules: modules.counts, groups: groups.counts, enrolments: enrolments.counts,
            sessions: sessionCounts, marks: markCounts)
    }
}

/// Rows of one table to be written.
struct RowChanges<T: ImportedRow>: Sendable {
    private(set) var written: [T] = []
    private(set) var created: [String] = []
    /// Rows as they were.
    private(set) var replaced: [T] = []
    private(set) var counts = ImportReport.Count()

    /// - Parameter before: what the register holds; a removed row comes back as a new one.
    mutating func set(_ row: T, before: T?) -> ImportChanges.Effect {
        guard let before, !before.deleted else {
            written.append(row)
            created.append(row.id)
            counts.created += 1
            return .creates
        }
        guard before != row else {
            counts.unchanged += 1
            return .nothing
        }
        written.append(row)
        replaced.append(before)
        counts.updated += 1
        return .updates
    }
}

struct MarkChange: Sendable {
    let row: Int
    let key: MarkKey
    let status: MarkStatus
    /// The operation whose status is shown now.
    let seen: String?
}

/// The fields of a session that an import may change.
struct SessionBefore: Codable, Sendable, Equatable {
    let id: String
    let title: String
    let kind: String
    let end: String?
    let location: String?
    let teacherName: String?
    let state: String

    init(_ session: SessionRecord) {
        id = session.id
        title = session.fields["title"] ?? ""
        kind = session.fields["kind"] ?? SessionKind.lecture.rawValue
        end = session.fields["end"]
        location = session.fields["location"]
        teacherName = session.teacherName
        state = session.state.rawValue
    }
}
