import Kernel
import Persistence
import Register
import Sync
import Web

/// Everything the invariants look at, once all is quiet.
struct FinalState: Sendable {
    /// A row of the server's history.
    struct Recorded: Sendable {
        let operation: Operation
        let order: Stamp
        let replaced: [String: JSONValue]
        let verdict: String
        let code: String?
        let dispute: String?
        /// The transaction it came with.
        let change: Int64
    }

    struct Dispute: Sendable {
        let id: String
        let kind: String
        let key: String
        let field: String
        /// The operations on its two sides.
        let sides: Set<String>
    }

    struct Device: Sendable {
        let heard: Int64
        let gaps: [ClosedRange<Int64>]
    }

    struct Held: Sendable {
        let browser: Int
        let user: Principal
        let replica: Replica
    }

    var isQuiet = true
    let log: Log
    /// In the order of arrival.
    let history: [Recorded]
    let disputes: [Dispute]
    let devices: [String: Device]
    /// Every database on every device.
    let replicas: [Held]
    /// What the server tells a new device of a user, entity/key → record.
    let fresh: [String: [String: JSONValue]]
    /// What a receipt of the server says of a session now.
    let receipts: [String: SignedReceipt]
    /// Receipts that a device holds and the server does not recognise as its own.
    let unknownReceipts: [String]
    /// Marks of days before this one are not synced.
    let marksSince: String

    /// Records of a new device of somebody who sees everything.
    var everything: [String: JSONValue] { fresh[SchoolTemplate.inspector.userID] ?? [:] }

    /// A session's day.
    func day(of session: String) -> String { everything["session/\(session)"]?["date"]?.string ?? "" }
}

extension World {
    func finalState() async throws -> FinalState {
        let inspector = SchoolTemplate.inspector
        accounts[inspector.userID] = inspector
        let held = browsers.flatMap { browser in
            browser.profiles.sorted { $0.key < $1.key }.compactMap { user, profile in
                accounts[user].map { FinalState.Held(browser: browser.index, user: $0, replica: profile.durable) }
            }
        }
        var fresh: [String: [String: JSONValue]] = [:]
        for user in accounts.keys.sorted() { fresh[user] = try await freshRecords(of: user) }
        var receipts: [String: SignedReceipt] = [:]
        for id in (fresh[inspector.userID] ?? [:]).keys.sorted() where id.hasPrefix("session/") {
            let session = String(id.dropFirst("session/".count))
            receipts[session] = try await server.store.receipt(for: session, by: inspector)
        }
        var unknown: [String] = []
        for receipt in held.flatMap(\.replica.receipts.values).sorted(by: { $0.id < $1.id }) {
            if try await !server.store.check(receipt, by: inspector).valid { unknown.append(receipt.id) }
        }
        let since = SchoolTemplate.day(-28).description
        return FinalState(
            log: log, history: try await history(), disputes: try await disputes(), devices: try await deviceRows(),
            replicas: held, fresh: fresh, receipts: receipts, unknownReceipts: unknown, marksSince: since)
    }

    private func freshRecords(of user: String) async throws -> [String: JSONValue] {
        guard let caller = accounts[user] else { return [:] }
        let request = SyncRequest(
            device: SchoolTemplate.id("looking at \(user)"), limit: SyncRequest.largestPage)
        let answer = try Wire.answer(try await server.store.sync(request, by: caller).json)
        return Dictionary(
            answer.changes.compactMap { change in change.record.map { ("\(change.entity)/\(change.key)", $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func history() async throws -> [FinalState.Recorded] {
        let rows = try await server.database.read { reader in
            try reader.fetchAll(
                """
                SELECT id, seq, entity, entity_key, field_values, seen, replaced, stamp, ordering, fill, author_id,
                    captured_at, verdict, code, dispute_id, change, device_id
                FROM operation ORDER BY change, rowid
                """)
        }
        return try rows.map { row in
            let json = try (4...6).map { try JSONParser.value(row[$0].text ?? "{}").object ?? [:] }
            let nowhere = Stamp(milliseconds: 0, counter: 0, device: row[16].text ?? "")
            return FinalState.Recorded(
                operation: Operation(
                    id: row[0].text ?? "", seq: row[1].integer ?? 0,
                    entity: row[2].text.flatMap(Operation.Entity.init) ?? .mark, key: row[3].text ?? "",
                    fields: json[0], seen: json[1].compactMapValues(\.string),
                    stamp: row[7].text.flatMap { Stamp($0) } ?? nowhere,
                    capturedAt: Instant(milliseconds: row[11].integer ?? 0), author: row[10].text ?? "",
                    fill: row[9].integer == 1),
                order: row[8].text.flatMap { Stamp($0) } ?? nowhere, replaced: json[2], verdict: row[12].text ?? "",
                code: row[13].text, dispute: row[14].text, change: row[15].integer ?? 0)
        }
    }

    private func disputes() async throws -> [FinalState.Dispute] {
        let rows = try await server.database.read { reader in
            try reader.fetchAll("SELECT id, kind, entity_key, field, kept, other FROM dispute ORDER BY id")
        }
        return try rows.map { row in
            let sides = try (4...5).map { try JSONParser.value(row[$0].text ?? "{}")["operation"]?.string }
            return FinalState.Dispute(
                id: row[0].text ?? "", kind: row[1].text ?? "", key: row[2].text ?? "", field: row[3].text ?? "",
                sides: Set(sides.compactMap(\.self)))
        }
    }

    private func deviceRows() async throws -> [String: FinalState.Device] {
        let rows = try await server.database.read { reader in
            try reader.fetchAll("SELECT id, heard, gaps FROM device")
        }
        let devices = try rows.map { row in
            let gaps = try JSONParser.value(row[2].text ?? "[]").array ?? []
            return (
                row[0].text ?? "",
                FinalState.Device(
                    heard: row[1].integer ?? 0,
                    gaps: gaps.compactMap { pair in
                        guard let first = pair.array?.first?.integer, let last = pair.array?.last?.integer else {
                            return nil
                        }
                        return first...last
                    })
            )
        }
        return Dictionary(devices, uniquingKeysWith: { first, _ in first })
    }
}
