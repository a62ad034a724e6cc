import CPostgres

/// An answer of the server, in text format; freed with the last reference.
final class PostgresResult {
    private let raw: OpaquePointer?

    init(_ raw: OpaquePointer?) { self.raw = raw }

    deinit { PQclear(raw) }

    var isFailure: Bool {
        switch PQresultStatus(raw) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: false
        default: true
        }
    }

    /// SQLSTATE, five characters; nil when the server never answered.
    var state: String? { field(Int32(UInt8(ascii: "C"))) }
    var message: String? { field(Int32(UInt8(ascii: "M"))) }
    var detail: String? { field(Int32(UInt8(ascii: "D"))) }
    var table: String? { field(Int32(UInt8(ascii: "t"))) }
    var column: String? { field(Int32(UInt8(ascii: "c"))) }
    var constraint: String? { field(Int32(UInt8(ascii: "n"))) }

    /// What the command tag says: rows inserted, updated, deleted; 0 for other commands. That of a query counts rows too.
    var changed: Int {
        String(cString: PQcmdStatus(raw)).hasPrefix("SELECT") ? 0 : Int(String(cString: PQcmdTuples(raw))) ?? 0
    }

    func rows() throws -> (columns: [String], values: [[SQLValue]]) {
        let count = PQnfields(raw)
        let columns = (0..<count).map { String(cString: PQfname(raw, $0)) }
        let types = (0..<count).map { PQftype(raw, $0) }
        var values: [[SQLValue]] = []
        values.reserveCapacity(Int(PQntuples(raw)))
        for row in 0..<PQntuples(raw) {
            var cells: [SQLValue] = []
            cells.reserveCapacity(Int(count))
            for column in 0..<count {
                cells.append(try cell(row, column, type: types[Int(column)]))
            }
            values.append(cells)
        }
        return (columns, values)
    }

    private func cell(_ row: Int32, _ column: Int32, type: Oid) throws -> SQLValue {
        guard PQgetisnull(raw, row, column) == 0, let start = PQgetvalue(raw, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(raw, row, column)))
        guard let value = PostgresText.value(of: bytes, type: type) else {
            throw DatabaseFault(.decoding, "PostgreSQL answered with a column of the unsupported type \(type).")
        }
        return value
    }

    private func field(_ code: Int32) -> String? {
        PQresultErrorField(raw, code).map { String(cString: $0) }
    }
}
