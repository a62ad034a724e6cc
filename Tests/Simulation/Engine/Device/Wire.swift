import struct Foundation.Data
import class Foundation.JSONDecoder
import Kernel
import Register
import Sync

/// The bytes between device and server. This is the only file that knows their shape; each device speaks one of the
/// protocol versions that the server serves.
enum Wire {
    static func request(_ replica: Replica, operations: [Operation], version: Int64, limit: Int) -> [UInt8] {
        JSONValue.object([
            "protocol": .integer(version), "device": .string(replica.device), "deviceName": "Simulated",
            "epoch": replica.epoch.map(JSONValue.string) ?? .null,
            "cursor": replica.cursor.map(JSONValue.string) ?? .null,
            "operations": .array(operations.map(json)), "limit": .integer(Int64(limit)),
        ]).canonicalBytes
    }

    static func json(_ operation: Operation) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(operation.id), "seq": .integer(operation.seq), "entity": .string(operation.entity.rawValue),
            "key": .string(operation.key), "fields": .object(operation.fields),
            "seen": .object(operation.seen.mapValues(JSONValue.string)), "stamp": .string(operation.stamp.text),
            "capturedAt": .string(operation.capturedAt.rfc3339), "author": .string(operation.author),
        ]
        if operation.fill { members["fill"] = .bool(true) }
        if !operation.settles.isEmpty { members["settles"] = .array(operation.settles.map(JSONValue.string)) }
        return .object(members)
    }

    struct Told: Sendable, Equatable {
        let id: String
        let verdict: String
        let original: String?
        let code: String?
        let flags: [String]
        let dispute: String?

        /// What became of the operation, whether told for the first time or again.
        var outcome: String { verdict == "duplicate" ? original ?? "applied" : verdict }
    }

    struct Change: Sendable {
        let entity: String
        let key: String
        /// nil: gone
        let record: JSONValue?
    }

    struct Answer: Sendable {
        /// Who is signed in.
        let user: String?
        let epoch: String
        let stamp: Stamp?
        let verdicts: [Told]
        let reset: Bool
        let changes: [Change]
        let cursor: String?
        let more: Bool
        let heard: Int64
        let gaps: [ClosedRange<Int64>]
        let receipts: [SignedReceipt]
    }

    /// - Throws: what `JSONParser` throws
    static func answer(_ bytes: [UInt8]) throws -> Answer {
        let json = try JSONParser.value(bytes)
        return Answer(
            user: json["user"]?.string, epoch: json["epoch"]?.string ?? "",
            stamp: json["serverStamp"]?.string.flatMap { Stamp($0) },
            verdicts: (json["verdicts"]?.array ?? []).map(told), reset: json["reset"]?.bool ?? false,
            changes: changes(json),
            cursor: json["cursor"]?.string, more: json["more"]?.bool ?? false,
            heard: json["device"]?["heard"]?.integer ?? 0,
            gaps: (json["device"]?["gaps"]?.array ?? []).compactMap { pair in
                guard let first = pair.array?.first?.integer, let last = pair.array?.last?.integer else { return nil }
                return first...last
            },
            receipts: (json["receipts"]?.array ?? []).compactMap(receipt))
    }

    private static func told(_ json: JSONValue) -> Told {
        Told(
            id: json["id"]?.string ?? "", verdict: json["verdict"]?.string ?? "", original: json["original"]?.string,
            code: json["code"]?.string, flags: (json["flags"]?.array ?? []).compactMap(\.string),
            dispute: json["dispute"]?.string)
    }

    private static func receipt(_ json: JSONValue) -> SignedReceipt? {
        try? JSONDecoder().decode(SignedReceipt.self, from: Data(json.canonicalBytes))
    }
}
