/// SQLSTATE codes as our errors (PostgreSQL documentation, appendix A).
enum PostgresFailure {
    static func error(for result: PostgresResult, sql: String) -> any Error {
        let state = result.state ?? ""
        switch state {
        case "23505": return PersistenceError.duplicate(subject(result))
        case "23503", "23001": return PersistenceError.missingReference
        case "23502":
            return PersistenceError.refused([result.table, result.column].compactMap(\.self).joined(separator: "."))
        case "23514": return PersistenceError.refused(result.constraint ?? "")
        case "53100": return PersistenceError.storageFull
        case "55P03", "40001", "40P01": return PersistenceError.locked
        case "XX001", "XX002": return PersistenceError.unreadable
        case "25006", "25P02": break
        default:
            // Connection, resources, operator intervention, file errors.
            if ["08", "53", "57", "58"].contains(state.prefix(2)) || state.isEmpty {
                return PersistenceError.unavailable
            }
        }
        return DatabaseFault(.statement, "\(state) \(result.message ?? "") in: \(sql)")
    }

    /// A failure that is not the statement's own: the transaction was chosen to give way, and may run again.
    static func mayRunAgain(_ state: String?) -> Bool { state == "40001" || state == "40P01" }

    /// As SQLite says it: `table.column, table.column`; an index over expressions gives its name. The columns stand in
    /// the detail, in every language, as `(a, b)=(values)`; the values are left where they are.
    private static func subject(_ result: PostgresResult) -> String {
        let name = result.constraint ?? ""
        guard let table = result.table, let detail = result.detail, let open = detail.firstIndex(of: "("),
            let close = detail.firstRange(of: ")=(")
        else { return name }
        let columns = detail[detail.index(after: open)..<close.lowerBound]
        if columns.contains("(") || columns.contains("::") { return name }
        return columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }
}
