import Foundation
import Kernel
import Persistence
import Sync

/// The sample's records as the tables hold them. Written here and not through `Push`, which would judge fifty thousand
/// operations one by one; what is stored is what it would have stored: an operation for each mark, the same versions,
/// a session that is closed after its last mark.
struct SampleRows {
    let school: SampleSchool
    let change: Int64
    private let moduleOfGroup: [String: String]

    init(_ school: SampleSchool, change: Int64) {
        self.school = school
        self.change = change
        moduleOfGroup = Dictionary(
            school.groups.map { ($0.id, $0.row.moduleId) }, uniquingKeysWith: { first, _ in first })
    }

    func session(_ session: SampleSession) -> SQL {
        var record = SessionRecord(
            id: session.id, moduleID: moduleOfGroup[session.group.id] ?? "", slot: session.sessionSlot,
            origin: .timetable,
            fields: Versioned(values: [
                "title": .string(session.title), "kind": .string(session.kind.rawValue),
                "end": .string(session.end.description), "timezone": .string(school.zone.identifier),
                "location": .string(session.location), "state": .string(session.state.rawValue),
            ]))
        record.teacherName = session.group.teacher.name
        if session.group.isOwned { record.fields.values["teacher"] = .string(session.group.teacher.userID) }
        if session.state == .closed, let end = CivilTime(hour: session.end.hour, minute: session.end.minute) {
            let at = session.slot.date.instant(at: end, in: school.zone)
            record.closedAt = at
            record.closingOrder = Stamp(
                milliseconds: at.milliseconds, counter: 0, device: session.group.teacher.device)
        }
        return record.upsert(change: change)
    }

    private func fields(_ mark: SampleMark) -> [(name: String, value: String)] {
        var fields: [(String, String)] = []
        if let minutes = mark.minutesLate { fields.append(("minutesLate", String(minutes))) }
        if let remark = mark.remark { fields.append(("remark", JSONValue.string(remark).canonicalText)) }
        return fields + [("status", "\"\(mark.status.rawValue)\"")]
    }

    func mark(_ mark: SampleMark) -> SQL {
        let teacher = mark.session.group.teacher
        let order = Stamp(milliseconds: mark.at.milliseconds, counter: 0, device: teacher.device)
        let version = """
            {"operation":"\(mark.operation)","order":"\(order.text)","author":"\(teacher.userID)",\
            "authorName":\(JSONValue.string(teacher.name).canonicalText),"device":"\(teacher.device)",\
            "at":"\(mark.at.rfc3339)","fill":false}
            """
        let versions = "{" + fields(mark).map { "\"\($0.name)\":\(version)" }.joined(separator: ",") + "}"
        return """
            (\(mark.sessionID), \(mark.student), \(mark.session.group.id), \(mark.session.slot.date), \(mark.status),
            \(mark.minutesLate), \(mark.remark), \(teacher.userID), \(teacher.name), \(teacher.device), \(mark.at),
            \(mark.at), '[]', \(versions), \(change))
            """
    }

    func operation(_ mark: SampleMark) -> SQL {
        let teacher = mark.session.group.teacher
        let order = Stamp(milliseconds: mark.at.milliseconds, counter: 0, device: teacher.device)
        let fields = fields(mark)
        let values = "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
        let replaced = "{" + fields.map { "\"\($0.name)\":null" }.joined(separator: ",") + "}"
        return """
            (\(mark.operation), \(teacher.device), 0, 'mark', \(mark.sessionID + ":" + mark.student), \(mark.sessionID),
            \(values), '{}', \(replaced), \(order.text), \(order.text), 0, NULL, \(teacher.userID), \(teacher.name),
            \(teacher.userID), \(mark.at), \(mark.at), 'applied', NULL, NULL, '[]', NULL, \(change))
            """
    }

    func teaching(_ group: SampleGroup) -> SQL {
        let id = RosterIdentity.teaching(group: group.id, user: group.teacher.userID)
        return "(\(id), \(group.id), \(group.teacher.userID), \(group.teacher.name), \(change), 0)"
    }

    static let onTeachingConflict: SQL = """
         ON CONFLICT (group_id, user_id) DO UPDATE SET user_name = excluded.user_name, deleted = 0, change = excluded.change
        """

    func notice(_ notice: SampleNotice) -> SQL {
        let fields = Versioned(values: [
            "category": .string(notice.category.rawValue), "firstDay": .string(notice.days.lowerBound.description),
            "lastDay": .string(notice.days.upperBound.description), "reason": .string(notice.reason),
            "state": .string(notice.state.rawValue),
        ])
        var record = NoticeRecord(
            id: notice.id, student: notice.student,
            requestedBy: Identifier.derived(["sample", "user", notice.student]),
            name: notice.requestedByName, at: notice.requestedAt)
        record.fields = fields
        record.decidedBy = notice.decidedByName.map { Identifier.derived(["sample", "user", $0]) }
        record.decidedByName = notice.decidedByName
        record.decidedAt = notice.decidedAt
        return record.upsert(change: change)
    }
}
