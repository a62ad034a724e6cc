import Foundation
import Kernel
import Persistence

/// The file that anybody can check without Rounds, by scripts/audit-verify. Lines of JSON: a heading, a row each, and the
/// end with the number of rows, the hash of the last one, and the signature of both where this installation has a key.
enum AuditExport {
    static let format = "rounds-audit-1"
    private static let page = 4_096

    /// - Returns: rows written
    static func write(_ reader: any Reader, to file: FileHandle) throws -> Int64 {
        try put(JSONValue.object(["format": .string(format)]).line, file)
        var last: Int64 = 0
        while true {
            let rows = try reader.auditRows(after: last, limit: page)
            guard let final = rows.last else { break }
            try put(rows.reduce(into: [UInt8]()) { $0 += JSONValue.object($1.members).line }, file)
            last = final.seq
        }
        let head = try reader.auditHead()
        try put(
            JSONValue.object([
                "rows": .integer(head.seq), "hash": .string(head.hash),
                "signature": head.signature.map(JSONValue.string) ?? .null,
                "exportedAt": .string(Instant.now().rfc3339),
            ]).line, file)
        return last
    }

    private static func put(_ bytes: [UInt8], _ file: FileHandle) throws {
        do {
            try file.write(contentsOf: Data(bytes))
        } catch {
            throw PersistenceError.storageFull
        }
    }
}

extension JSONValue {
    fileprivate var line: [UInt8] { canonicalBytes + [UInt8(ascii: "\n")] }
}

extension AuditRow {
    /// Everything that the hash is made of, and the hash. `timestamp` is milliseconds since 1970.
    var members: [String: JSONValue] {
        func value(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
        return [
            "seq": .integer(seq), "userId": value(userId), "action": .string(action), "resource": .string(resource),
            "outcome": .string(outcome), "timestamp": .integer(timestamp.milliseconds), "ipAddress": value(ipAddress),
            "sessionId": value(sessionId), "requestId": value(requestId), "reason": value(reason),
            "previousHash": .string(previousHash), "hash": .string(hash),
        ]
    }
}
