package import Kernel

/// Why an operation is refused: a stable code and a sentence that names the field. Over the batch route it becomes a
/// verdict, over a single route a problem document.
package struct Rejection: Failure, Equatable {
    package let code: String
    package let kind: FailureKind
    package let sentence: String
    package let field: String?

    package var fields: [FieldError] {
        field.map { [FieldError(field: $0, code: code, message: sentence)] } ?? []
    }

    private init(_ code: String, _ kind: FailureKind, field: String? = nil, _ sentence: String) {
        self.code = code
        self.kind = kind
        self.field = field
        self.sentence = sentence
    }
}

// MARK: who and what

extension Rejection {
    static func malformed(_ field: String, _ sentence: String) -> Rejection {
        Rejection("malformed", .invalid, field: field, sentence)
    }
    static let authorMismatch = Rejection(
        "author_mismatch", .forbidden, field: "author",
        "This was captured by somebody else; it waits until its author signs in.")
    static let idReused = Rejection(
        "id_reused", .conflict, field: "id", "Another operation was received under this id before.")
    static func forbidden(_ sentence: String) -> Rejection { Rejection("forbidden", .forbidden, sentence) }
    /// Also for a session of somebody else's group, which is answered as if it did not exist.
    static let unknownSession = Rejection(
        "unknown_session", .notFound, field: "session", "There is no such session among the groups you teach.")
    static let unknownGroup = Rejection(
        "unknown_group", .notFound, field: "group", "There is no such group among those you teach.")
    static let unknownStudent = Rejection("unknown_student", .notFound, field: "student", "There is no such student.")
    static let unknownException = Rejection(
        "unknown_exception", .notFound, field: "exception", "There is no such absence notice.")
    static let unknownDispute = Rejection(
        "unknown_dispute", .notFound, field: "settles", "There is no such disagreement about this record.")
    static let notInGroup = Rejection(
        "not_in_group", .invalid, field: "student", "The student was never enrolled in the session's group.")
    static let sessionCancelled = Rejection(
        "session_cancelled", .conflict, field: "session", "The session is cancelled and takes no marks.")
    static let groupArchived = Rejection(
        "group_archived", .conflict, field: "group", "The group is archived and takes no new sessions.")
    static let alreadyDecided = Rejection(
        "already_decided", .conflict, field: "state", "The absence notice is decided and can no longer be changed.")
    init(_ input: InvalidInput) {
        let first = input.fields.first
        self.init("malformed", .invalid, field: first?.field, first?.message ?? input.sentence)
    }
    static let notStorable = Rejection(
        "not_storable", .invalid, "The database refused this record; it is kept on the device.")
}

// MARK: values

extension Rejection {
    static func unknownField(_ field: String) -> Rejection {
        Rejection("unknown_field", .invalid, field: field, "There is no field \(field.prefix(40)) to change here.")
    }
    static let unknownStatus = Rejection(
        "unknown_status", .invalid, field: "status", "The status must be present, late, absent, excused or null.")
    static let invalidMinutes = Rejection(
        "invalid_minutes", .invalid, field: "minutesLate", "The minutes late must be a whole number from 0 to 600.")
    static let remarkTooLong = Rejection(
        "remark_too_long", .invalid, field: "remark", "The remark may have at most 500 characters.")
    static func tooLong(_ field: String, _ limit: Int) -> Rejection {
        Rejection("text_too_long", .invalid, field: field, "The \(field) may have at most \(limit) characters.")
    }
    static func required(_ field: String) -> Rejection {
        Rejection("required", .invalid, field: field, "The \(field) is missing.")
    }
    static func wrongType(_ field: String, _ expected: String) -> Rejection {
        Rejection("malformed", .invalid, field: field, "The \(field) must be \(expected).")
    }
    static func unknownValue(_ field: String, _ values: [String]) -> Rejection {
        Rejection(
            "unknown_\(field)", .invalid, field: field, "The \(field) must be one of \(values.joined(separator: ", "))."
        )
    }
    static func invalidDate(_ field: String) -> Rejection {
        Rejection("invalid_date", .invalid, field: field, "The \(field) must be a day that exists, as YYYY-MM-DD.")
    }
    static func invalidTime(_ field: String) -> Rejection {
        Rejection("invalid_time", .invalid, field: field, "The \(field) must be a time as HH:MM.")
    }
    static func endBeforeStart(_ field: String, start: String) -> Rejection {
        Rejection("end_before_start", .invalid, field: field, "The \(field) may not come before the \(start).")
    }
    static func periodTooLong(_ field: String, days: Int) -> Rejection {
        Rejection(
            "invalid_date", .invalid, field: field, "The \(field) may be at most \(days) days after the first day.")
    }
    static let unknownTimezone = Rejection(
        "unknown_timezone", .invalid, field: "timezone", "The timezone must be a name such as Europe/London.")
    static func identityMismatch(_ field: String) -> Rejection {
        Rejection(
            "identity_mismatch", .invalid, field: field,
            "The \(field) belongs to what the session is and cannot differ from it; make another session instead.")
    }
}
