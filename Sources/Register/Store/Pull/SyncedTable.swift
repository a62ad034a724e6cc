import Kernel
import Persistence
import Sync
import Web

/// What devices hold.
enum SyncedEntity: String, CaseIterable, Sendable {
    // in the order in which a device can use them: people before their marks
    case school, module, group, person, enrolment, teaching, session, mark, exception, dispute

    /// The members of a record that are its key, in the order of the key's parts.
    var keyMembers: [String] {
        switch self {
        case .school: []
        case .mark: ["session", "student"]
        default: ["id"]
        }
    }
}

extension RecordMembers {
    mutating func members(of entity: SyncedEntity, _ row: Row, _ context: PullContext) {
        switch entity {
        case .school: members(ofSchool: row)
        case .module: members(ofModule: row)
        case .group: members(ofGroup: row)
        case .person: members(ofPerson: row)
        case .enrolment: members(ofEnrolment: row)
        case .teaching: members(ofTeaching: row)
        case .session: members(ofSession: row)
        case .mark: members(ofMark: row)
        case .exception:
            members(ofException: row, showsReason: context.scope.showsReasons(of: row["student_id"].text))
        case .dispute: members(ofDispute: row)
        }
    }
}

/// One kind of record that devices hold: where its rows are and who may see them.
struct SyncedTable: Sendable {
    let entity: SyncedEntity
    /// Tables whose newest change tells whether there is anything to read.
    let tables: [String]
    let key: @Sendable (Row) -> String
    /// Rows in scope with the columns of the record, and `feed_change` (the change that concerns this reader) and `gone`.
    let rows: @Sendable (PullContext) -> SQL
    /// The columns that make the key, for reading on after one.
    let keyColumns: [String]
}

/// Who pulls, and from which day on marks are sent.
struct PullContext: Sendable {
    let caller: Principal
    let scope: Scope
    let marksSince: CivilDate
}

extension SyncedTable {
    /// In the order of `SyncedEntity`.
    static let all: [SyncedTable] = [
        school, module, group, person, enrolment, teaching, session, mark, exception, dispute,
    ]

    private static func byID(
        _ entity: SyncedEntity, _ table: String, _ columns: SQL,
        where condition: @escaping @Sendable (PullContext) -> SQL
    ) -> SyncedTable {
        SyncedTable(
            entity: entity, tables: [table], key: { $0["id"].text ?? "" },
            rows: {
                "SELECT \(columns), change AS feed_change, deleted AS gone FROM \(raw: table) WHERE \(condition($0))"
            },
            keyColumns: ["id"])
    }

    static let school = SyncedTable(
        entity: .school, tables: ["school_setting"], key: { $0["id"].text ?? "" },
        rows: { _ in "SELECT id, value, change AS feed_change, 0 AS gone FROM school_setting" }, keyColumns: ["id"])

    static let module = byID(
        .module, "module", RecordColumns.module,
        where: {
            $0.scope.breadth == .everything
                ? "1 = 1" : "id IN (SELECT module_id FROM class_group WHERE \($0.scope.group("id")))"
        })

    static let group = byID(
        .group, "class_group", RecordColumns.group, where: { $0.scope.group("id") })

    static let enrolment = byID(
        .enrolment, "enrolment", RecordColumns.enrolment,
        where: { $0.scope.row(group: "group_id", student: "student_id") })

    static let teaching = byID(
        .teaching, "teaching", RecordColumns.teaching, where: { $0.scope.group("group_id") })

    static let session = byID(
        .session, "session", SessionRecord.columns, where: { $0.scope.group("group_id") })

    static let mark = SyncedTable(
        entity: .mark, tables: ["mark"],
        key: { MarkKey(session: $0[0].text ?? "", student: $0[1].text ?? "").description },
        rows: {
            """
            SELECT \(MarkRecord.columns), change AS feed_change, 0 AS gone FROM mark
            WHERE \($0.scope.row(group: "group_id", student: "student_id")) AND day >= \($0.marksSince)
            """
        }, keyColumns: ["session_id", "student_id"])

    /// A person comes into a teacher's view with the enrolment and leaves it with the last one.
    static let person = SyncedTable(
        entity: .person, tables: ["person", "enrolment"], key: { $0["id"].text ?? "" },
        rows: { throughEnrolment("person", RecordColumns.person, student: "id", $0.scope) }, keyColumns: ["id"])

    static let exception = SyncedTable(
        entity: .exception, tables: ["absence_notice", "enrolment"], key: { $0["id"].text ?? "" },
        rows: { throughEnrolment("absence_notice", NoticeRecord.columns, student: "student_id", $0.scope) },
        keyColumns: ["id"])

    static let dispute = SyncedTable(
        entity: .dispute, tables: ["dispute"], key: { $0["id"].text ?? "" },
        rows: {
            "SELECT \(RecordColumns.dispute), change AS feed_change, 0 AS gone FROM dispute WHERE \($0.scope.dispute($0.caller))"
        }, keyColumns: ["id"])

    /// Rows about students: the change that concerns a teacher is the row's own or that of the enrolment that brought the
    /// student into view, whichever is later.
    private static func throughEnrolment(_ table: String, _ columns: SQL, student: String, _ scope: Scope) -> SQL {
        let names: SQL = "\(columns), change AS feed_change, deleted AS gone"
        if scope.breadth == .everything { return "SELECT \(names) FROM \(raw: table)" }
        if scope.taught.isEmpty {
            return "SELECT \(names) FROM \(raw: table) WHERE \(raw: student) IN \(list: scope.people)"
        }
        let taught: SQL = """
            SELECT \(columns), CASE WHEN latest > change THEN latest ELSE change END AS feed_change,
                CASE WHEN left_all = 1 THEN 1 ELSE deleted END AS gone
            FROM \(raw: table)
            JOIN (SELECT student_id AS member, MAX(change) AS latest, MIN(deleted) AS left_all FROM enrolment
                WHERE group_id IN \(list: scope.taught) GROUP BY student_id) seen
                ON seen.member = \(raw: table).\(raw: student)
            """
        if scope.people.isEmpty { return taught }
        // An adviser who teaches: advisees stay in view whatever they are enrolled in.
        return """
            \(taught) WHERE \(raw: student) NOT IN \(list: scope.people)
            UNION ALL SELECT \(names) FROM \(raw: table) WHERE \(raw: student) IN \(list: scope.people)
            """
    }
}
