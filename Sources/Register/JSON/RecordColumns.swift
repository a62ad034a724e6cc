import Persistence

/// The columns of the small records, in the order in which `JSONWriter` reads them.
enum RecordColumns {
    static let person: SQL = """
        id, kind, number, given_name, family_name, email, adviser_id, adviser_name, stage, archived, change, deleted
        """
    static let module: SQL = "id, code, title, archived, change, deleted"
    static let group: SQL = "id, module_id, name, first_day, last_day, archived, change, deleted"
    static let enrolment: SQL = "id, group_id, student_id, first_day, last_day, change, deleted"
    static let teaching: SQL = "id, group_id, user_id, user_name, change, deleted"
    static let dispute: SQL = """
        id, kind, session_id, student_id, entity, entity_key, field, kept, other, opened_at, settled_at, settled_by,
        settled_by_name, settling_operation, change
        """
    static let device: SQL = "id, user_id, user_name, name, first_seen, last_seen, heard, gaps"
}
