import Kernel
import Persistence

/// Every record's members, in the change feed as in the lists. Rows hold the columns of `RecordColumns` and of the `columns` of
/// the record types, in that order.
extension RecordMembers {
    mutating func members(ofPerson row: Row) {
        member("id", row[0].text)
        member("kind", row[1].text)
        member("number", row[2].text)
        member("givenName", row[3].text)
        member("familyName", row[4].text)
        member("email", row[5].text)
        member("adviser", row[6].text)
        member("adviserName", row[7].text)
        member("stage", row[8].text)
        member("archived", row[9].integer == 1)
    }

    mutating func members(ofModule row: Row) {
        member("id", row[0].text)
        member("code", row[1].text)
        member("title", row[2].text)
        member("archived", row[3].integer == 1)
    }

    mutating func members(ofGroup row: Row) {
        member("id", row[0].text)
        member("module", row[1].text)
        member("name", row[2].text)
        member("firstDay", row[3].text)
        member("lastDay", row[4].text)
        member("archived", row[5].integer == 1)
    }

    mutating func members(ofEnrolment row: Row) {
        member("id", row[0].text)
        member("group", row[1].text)
        member("student", row[2].text)
        member("firstDay", row[3].text)
        member("lastDay", row[4].text)
    }

    mutating func members(ofTeaching row: Row) {
        member("id", row[0].text)
        member("group", row[1].text)
        member("user", row[2].text)
        member("userName", row[3].text)
    }

    mutating func members(ofSchool row: Row) {
        guard case .object(let members)? = try? JSONParser.value(row["value"].text ?? "{}") else { return }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) { member(name, value) }
    }

    mutating func members(ofSession row: Row) {
        member("id", row[0].text)
        member("module", row[1].text)
        member("group", row[2].text)
        member("title", row[3].text)
        member("kind", row[4].text)
        member("date", row[5].text)
        member("start", row[6].text)
        member("end", row[7].text)
        member("timezone", row[8].text)
        member("location", row[9].text)
        member("teacher", row[10].text)
        member("teacherName", row[11].text)
        member("state", row[12].text)
        member("origin", row[13].text)
        member("period", row[14].text)
        member("closedAt", at: row[17].integer)
        member(versions: row[15].text ?? "{}")
    }

    mutating func members(ofMark row: Row) {
        member("session", row[0].text)
        member("student", row[1].text)
        member("status", row[4].text)
        member("minutesLate", row[5].integer)
        member("remark", row[6].text)
        member("author", row[7].text)
        member("authorName", row[8].text)
        member("device", row[9].text)
        member("capturedAt", at: row[10].integer)
        member("receivedAt", at: row[11].integer)
        member("flags", raw: row[12].text ?? "[]")
        member(versions: row[13].text ?? "{}")
    }

    mutating func members(ofDispute row: Row) {
        member("id", row[0].text)
        member("kind", row[1].text)
        member("session", row[2].text)
        member("student", row[3].text)
        member("entity", row[4].text)
        member("key", row[5].text)
        member("field", row[6].text)
        member("kept", raw: row[7].text ?? "null")
        member("other", raw: row[8].text ?? "null")
        member("openedAt", at: row[9].integer)
        member("settledAt", at: row[10].integer)
        member("settledBy", row[11].text)
        member("settledByName", row[12].text)
    }
}

/// Absence notices have many columns that are easily confused, so they are read by name.
extension RecordMembers {
    /// - Parameter showsReason: false for a teacher, who needs the days and not why.
    mutating func members(ofException row: Row, showsReason: Bool) {
        member("id", row["id"].text)
        member("student", row["student_id"].text)
        member("category", row["category"].text)
        member("firstDay", row["first_day"].text)
        member("lastDay", row["last_day"].text)
        member("reason", showsReason ? row["reason"].text : nil)
        member("state", row["state"].text)
        member("requestedBy", row["requested_by"].text)
        member("requestedByName", row["requested_by_name"].text)
        member("requestedAt", at: row["requested_at"].integer)
        member("decidedBy", row["decided_by"].text)
        member("decidedByName", row["decided_by_name"].text)
        member("decidedAt", at: row["decided_at"].integer)
        member("evidence", raw: showsReason ? Self.evidence(row) : "null")
        member(versions: row["versions"].text ?? "{}")
    }

    private static func evidence(_ row: Row) -> String {
        guard let name = row["evidence_name"].text else { return "null" }
        var json = JSONWriter()
        json.object {
            $0.member("name", name)
            $0.member("size", row["evidence_size"].integer)
        }
        return json.text
    }
}
