import Kernel
import Persistence

/// Every record's one shape on the wire, in the change feed as in the lists. Rows hold the columns of `RecordColumns` and of
/// the `columns` of the record types, in that order.
extension JSONWriter {
    mutating func person(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("kind", row[1].text)
            $0.member("number", row[2].text)
            $0.member("givenName", row[3].text)
            $0.member("familyName", row[4].text)
            $0.member("email", row[5].text)
            $0.member("adviser", row[6].text)
            $0.member("adviserName", row[7].text)
            $0.member("stage", row[8].text)
            $0.member("archived", row[9].integer == 1)
        }
    }

    mutating func module(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("code", row[1].text)
            $0.member("title", row[2].text)
            $0.member("archived", row[3].integer == 1)
        }
    }

    mutating func group(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("module", row[1].text)
            $0.member("name", row[2].text)
            $0.member("firstDay", row[3].text)
            $0.member("lastDay", row[4].text)
            $0.member("archived", row[5].integer == 1)
        }
    }

    mutating func enrolment(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("group", row[1].text)
            $0.member("student", row[2].text)
            $0.member("firstDay", row[3].text)
            $0.member("lastDay", row[4].text)
        }
    }

    mutating func teaching(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("group", row[1].text)
            $0.member("user", row[2].text)
            $0.member("userName", row[3].text)
        }
    }

    mutating func school(_ row: Row) {
        raw(row["value"].text ?? "{}")
    }

    mutating func session(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("module", row[1].text)
            $0.member("group", row[2].text)
            $0.member("title", row[3].text)
            $0.member("kind", row[4].text)
            $0.member("date", row[5].text)
            $0.member("start", row[6].text)
            $0.member("end", row[7].text)
            $0.member("timezone", row[8].text)
            $0.member("location", row[9].text)
            $0.member("teacher", row[10].text)
            $0.member("teacherName", row[11].text)
            $0.member("state", row[12].text)
            $0.member("origin", row[13].text)
            $0.member("period", row[14].text)
            $0.member("closedAt", at: row[17].integer)
            $0.member("versions", raw: row[15].text ?? "{}")
        }
    }

    mutating func mark(_ row: Row) {
        object {
            $0.member("session", row[0].text)
            $0.member("student", row[1].text)
            $0.member("status", row[4].text)
            $0.member("minutesLate", row[5].integer)
            $0.member("remark", row[6].text)
            $0.member("author", row[7].text)
            $0.member("authorName", row[8].text)
            $0.member("device", row[9].text)
            $0.member("capturedAt", at: row[10].integer)
            $0.member("receivedAt", at: row[11].integer)
            $0.member("flags", raw: row[12].text ?? "[]")
            $0.member("versions", raw: row[13].text ?? "{}")
        }
    }

    mutating func dispute(_ row: Row) {
        object {
            $0.member("id", row[0].text)
            $0.member("kind", row[1].text)
            $0.member("session", row[2].text)
            $0.member("student", row[3].text)
            $0.member("entity", row[4].text)
            $0.member("key", row[5].text)
            $0.member("field", row[6].text)
            $0.member("kept", raw: row[7].text ?? "null")
            $0.member("other", raw: row[8].text ?? "null")
            $0.member("openedAt", at: row[9].integer)
            $0.member("settledAt", at: row[10].integer)
            $0.member("settledBy", row[11].text)
            $0.member("settledByName", row[12].text)
        }
    }
}

/// Absence notices have many columns that are easily confused, so they are read by name.
extension JSONWriter {
    /// - Parameter showsReason: false for a teacher, who needs the days and not why.
    mutating func exception(_ row: Row, showsReason: Bool) {
        object {
            $0.member("id", row["id"].text)
            $0.member("student", row["student_id"].text)
            $0.member("category", row["category"].text)
            $0.member("firstDay", row["first_day"].text)
            $0.member("lastDay", row["last_day"].text)
            $0.member("reason", showsReason ? row["reason"].text : nil)
            $0.member("state", row["state"].text)
            $0.member("requestedBy", row["requested_by"].text)
            $0.member("requestedByName", row["requested_by_name"].text)
            $0.member("requestedAt", at: row["requested_at"].integer)
            $0.member("decidedBy", row["decided_by"].text)
            $0.member("decidedByName", row["decided_by_name"].text)
            $0.member("decidedAt", at: row["decided_at"].integer)
            $0.member(
                "evidence",
                with: { json in
                    guard showsReason, let name = row["evidence_name"].text else { return json.raw("null") }
                    json.object {
                        $0.member("name", name)
                        $0.member("size", row["evidence_size"].integer)
                    }
                })
            $0.member("versions", raw: row["versions"].text ?? "{}")
        }
    }
}
