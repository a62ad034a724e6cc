/// Rows turned into one array for each column, in PostgreSQL's text form (documentation, "Array Input and Output Syntax").
struct PostgresLists {
    /// `?::TEXT[], ?::BIGINT[]`, as arguments of unnest.
    let sql: SQL

    /// - Parameter rows: at least one; all have the same columns
    init(_ rows: [SQL]) throws {
        for row in rows { try row.checkValues() }
        var sql: SQL = ""
        for column in rows[0].values.indices {
            // a value without a type is NULL; another row may know what it would have been
            let type = rows.lazy.compactMap { $0.types[column] }.first ?? .text
            sql += column == 0 ? "" : ", "
            sql += Self.list(rows.map { $0.values[column] }, of: type)
        }
        self.sql = sql
    }

    private static func list(_ values: [SQLValue], of type: SQLType) -> SQL {
        var bytes = [UInt8(ascii: "{")]
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        var sql = SQL(raw: "?::\(type.castName)[]")
        sql.values = [.text(String(decoding: bytes, as: UTF8.self))]
        // not text: the cast says what it is
        sql.types = [nil]
        return sql
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "NULL".utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .real(let number): bytes.append(contentsOf: number.postgresText.utf8)
        case .blob(let blob):
            // a backslash is doubled inside quotes
            bytes.append(contentsOf: "\"\\".utf8)
            appendHex(blob, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .text(let text):
            bytes.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
