import Foundation
import Kernel

/// The fields of a session: some say what it is and never change, the others are edited one by one.
enum SessionFields {
    static let titleLimit = 200
    static let locationLimit = 200
    static let identity: Set<String> = ["group", "date", "period", "start", "module", "origin"]
    static let editable: Set<String> = ["title", "kind", "end", "timezone", "location", "teacher", "state"]

    static func check(_ fields: [String: JSONValue]) throws(Rejection) {
        for (field, value) in fields {
            switch field {
            case "title": _ = try FieldCheck.text(value, field, upTo: titleLimit)
            case "kind": _ = try FieldCheck.choice(value, field, of: SessionKind.self)
            case "end": _ = try FieldCheck.time(value, field)
            case "timezone": try checkTimezone(value)
            case "location": try FieldCheck.optionalText(value, field, upTo: locationLimit)
            case "teacher": if !value.isNull { _ = try FieldCheck.id(value, field) }
            case "state": _ = try FieldCheck.choice(value, field, of: SessionState.self)
            case _ where identity.contains(field): continue
            default: throw .unknownField(field)
            }
        }
    }

    static func checkTimezone(_ value: JSONValue) throws(Rejection) {
        guard let name = value.string, name.utf8.count <= 64, isTimezone(name) else { throw .unknownTimezone }
    }

    /// A name of the IANA database. Foundation would also take abbreviations and offsets, which no browser does.
    static func isTimezone(_ name: String) -> Bool {
        name == "UTC" || (name.contains("/") && !name.contains("..") && TimeZone(identifier: name) != nil)
    }

    /// The slot an operation states, when it makes a session.
    static func statedSlot(_ fields: [String: JSONValue]) throws(Rejection) -> SessionSlot? {
        guard let group = fields["group"] else { return nil }
        guard let date = fields["date"] else { throw .required("date") }
        guard let period = fields["period"] else { throw .required("period") }
        let groupID = try FieldCheck.id(group, "group")
        let day = try FieldCheck.date(date, "date")
        guard let text = period.string, let slot = SessionSlot(group: groupID, date: day, period: text)
        else { throw .wrongType("period", "the start as HH:MM, or day") }
        if let start = fields["start"] {
            guard try FieldCheck.time(start, "start") == slot.start else { throw .identityMismatch("start") }
        }
        return slot
    }

    /// A session that has times ends after it starts, on the same day; one without times has no end.
    static func checkTimes(start: CivilTime?, end: JSONValue?) throws(Rejection) {
        guard let end, let last = try FieldCheck.time(end, "end") else { return }
        guard let start, last > start else { throw .endBeforeStart("end", start: "start") }
    }
}
