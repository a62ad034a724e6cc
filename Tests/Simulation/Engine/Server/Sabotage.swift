import Kernel
import Persistence
import Sync

/// Engines broken on purpose, for the tests of the test: each must be caught by the invariant that is there for it. They
/// stand around the server and the devices of the simulation; nothing in the program knows of them.
package enum Sabotage: String, Sendable, CaseIterable {
    /// The server does not recognise what it heard before.
    case forgetsIdempotency
    /// The server answers before the write is on the disk.
    case acknowledgesBeforeCommit
    /// The server keeps no record of the value that lost.
    case keepsNoLoser
    /// The server drops an operation that is not shown from the history.
    case dropsTheLoser
    /// The server decides by time alone, whatever had been on the screen.
    case trustsTheClock
    /// The server's cursor passes a change that was not sent.
    case skipsAChange
    /// The server tells a different verdict the second time.
    case changesItsMind
    /// The server shows whatever came last.
    case showsTheLatest
    /// The server says that it has heard everything up to the last operation.
    case hidesGaps
    /// Marks change in the database and no device hears of it.
    case altersMarks
    /// The server hands out receipts that it did not sign.
    case forgesReceipts
    /// The server gives out no cursor, so that everything comes again for ever.
    case forgetsCursors

    /// The invariant that is there for it.
    package var caughtBy: Invariant {
        switch self {
        case .forgetsIdempotency, .dropsTheLoser: .everyOperationOnce
        case .acknowledgesBeforeCommit: .acknowledgedPresent
        case .keepsNoLoser: .noSilentOverwrite
        case .trustsTheClock: .causality
        case .skipsAChange: .replicasEqual
        case .changesItsMind: .verdictsStand
        case .showsTheLatest: .statusesFollow
        case .hidesGaps: .gapsAreKnown
        case .altersMarks, .forgesReceipts: .receiptsAgree
        case .forgetsCursors: .quietIsReached
        }
    }

    // MARK: before the real server sees a request

    func receiving(_ body: [UInt8], in database: Database) async throws -> [UInt8] {
        guard let request = try JSONParser.value(body).object, let operations = request["operations"]?.array else {
            return body
        }
        switch self {
        case .forgetsIdempotency:
            let ids = operations.compactMap { $0["id"]?.string }
            try await database.write { tx in
                for id in ids {
                    try tx.execute(
                        "UPDATE operation SET id = \(Identifier.derived(["forgotten", id])) WHERE id = \(id)")
                }
            }
            return body
        case .trustsTheClock:
            let blind = operations.map { operation in
                let members = operation.object ?? [:]
                return JSONValue.object(members.merging(["seen": .object([:])]) { $1 })
            }
            return JSONValue.object(request.merging(["operations": .array(blind)]) { $1 }).canonicalBytes
        default: return body
        }
    }

    // MARK: after the real server has answered

    func answering(_ answer: [UInt8], in database: Database) async throws -> [UInt8] {
        switch self {
        case .keepsNoLoser: try await database.write { _ = try $0.execute("DELETE FROM dispute") }
        case .dropsTheLoser:
            try await database.write { tx in
                _ = try tx.execute("DELETE FROM operation WHERE verdict IN ('superseded', 'conflict')")
            }
        case .showsTheLatest: try await database.write(Self.showLatest)
        case .hidesGaps:
            try await database.write { _ = try $0.execute("UPDATE device SET heard = heard + 1, gaps = '[]'") }
        case .altersMarks:
            try await database.write { _ = try $0.execute("UPDATE mark SET status = 'excused' WHERE status = 'late'") }
        case .skipsAChange:
            return try edited(answer) { $0["records"] = .array(($0["records"]?.array ?? []).dropLast()) }
        case .changesItsMind: return try edited(answer) { $0["verdicts"] = changed($0["verdicts"]) }
        case .forgesReceipts: return try edited(answer) { $0["receipts"] = forged($0["receipts"]) }
        case .forgetsCursors: return try edited(answer) { if $0["more"] == .bool(false) { $0["cursor"] = .null } }
        case .forgetsIdempotency, .acknowledgesBeforeCommit, .trustsTheClock: break
        }
        return answer
    }

    private static func showLatest(_ tx: any Transaction) throws {
        let latest = try tx.fetchAll(
            """
            SELECT entity_key, field_values FROM operation WHERE entity = 'mark' AND verdict <> 'rejected'
            ORDER BY received_at DESC LIMIT 1
            """)
        guard let row = latest.first, let key = row[0].text.flatMap({ MarkKey($0) }),
            let status = try JSONParser.value(row[1].text ?? "{}")["status"]?.string
        else { return }
        try tx.execute(
            "UPDATE mark SET status = \(status) WHERE session_id = \(key.session) AND student_id = \(key.student)")
    }

    private func edited(
        _ answer: [UInt8], _ edit: (inout [String: JSONValue]) -> Void
    ) throws -> [UInt8] {
        guard var members = try JSONParser.value(answer).object else { return answer }
        edit(&members)
        return JSONValue.object(members).canonicalBytes
    }

    private func changed(_ verdicts: JSONValue?) -> JSONValue {
        each(verdicts) { if $0["verdict"] == "duplicate" { $0["original"] = "superseded" } }
    }

    private func forged(_ receipts: JSONValue?) -> JSONValue {
        each(receipts) { $0["signature"] = .string(Digest.sha256Hex($0["signature"]?.string ?? "")) }
    }

    private func each(_ list: JSONValue?, _ edit: (inout [String: JSONValue]) -> Void) -> JSONValue {
        .array(
            (list?.array ?? []).map { element in
                var members = element.object ?? [:]
                edit(&members)
                return .object(members)
            })
    }
}
