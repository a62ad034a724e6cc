import Kernel
import Persistence

/// Reads what happened since a cursor, in the order of changes, as one page.
struct Pull {
    let reader: any Reader
    let context: PullContext
    let limit: Int
    /// Version of the protocol.
    let version: Int64

    struct Page: Sendable {
        /// JSON: `[{entity, key, change, deleted, record}]` in protocol 1, as `CompactRecords` writes it in 2.
        let records: [UInt8]
        /// What `records` refer to, in protocol 2.
        let texts: [String]
        let count: Int
        let cursor: SyncCursor
        let more: Bool
        let reset: Bool
        /// On the first page of a full snapshot: how many records there are now, on this page and the next ones.
        var total: Int64?
    }

    private struct Found {
        let change: Int64
        let rank: Int
        let row: Row

        var isGone: Bool { row["gone"].integer == 1 }
    }

    /// - Parameter text: the device's cursor; nil, one of another epoch or scope, and one that is older than the kept
    ///   tombstones all mean starting anew.
    func page(after text: String?) throws -> Page {
        let epoch = try reader.epoch()
        let head = try reader.lastChange()
        let scope = context.scope.digest
        if let cursor = text.flatMap(SyncCursor.init), cursor.epoch == epoch, cursor.scope == scope,
            cursor.change <= head, !cursor.misses(removalsThrough: try horizon())
        {
            return try page(after: cursor, head: head, reset: false)
        }
        let start = SyncCursor(epoch: epoch, scope: scope, change: -1, startedAt: head)
        var first = try page(after: start, head: head, reset: true)
        first.total = first.more ? try total() : Int64(first.count)
        return first
    }

    private func total() throws -> Int64 {
        try SyncedTable.all.reduce(0) { sum, table in
            sum + (try reader.integer("SELECT COUNT(*) FROM (\(table.rows(context))) feed WHERE gone = 0") ?? 0)
        }
    }

    /// Changes up to here have lost their tombstones.
    private func horizon() throws -> Int64 {
        try reader.meta(RegisterStore.horizonKey).flatMap(Int64.init) ?? -1
    }

    private func page(after cursor: SyncCursor, head: Int64, reset: Bool) throws -> Page {
        let newest = try newestChanges()
        var found: [Found] = []
        for (rank, table) in SyncedTable.all.enumerated() {
            let latest = table.tables.compactMap { newest[$0] }.max() ?? -1
            guard latest >= cursor.change else { continue }
            for row in try reader.fetchAll(query(table, rank: rank, after: cursor)) {
                found.append(Found(change: row["feed_change"].integer ?? 0, rank: rank, row: row))
            }
        }
        // Stable within a table: its rows come in the order of their keys already.
        let order = found.indices.sorted {
            (found[$0].change, found[$0].rank, $0) < (found[$1].change, found[$1].rank, $1)
        }
        let taken = order.prefix(limit)
        let more = order.count > limit
        let (records, texts) = written(taken.map { found[$0] })
        var next = SyncCursor(epoch: cursor.epoch, scope: cursor.scope, change: head)
        if more, let last = taken.last.map({ found[$0] }) {
            next = SyncCursor(
                epoch: cursor.epoch, scope: cursor.scope, change: last.change, rank: last.rank,
                key: SyncedTable.all[last.rank].key(last.row), startedAt: cursor.startedAt)
        }
        return Page(
            records: records, texts: texts, count: taken.count, cursor: next, more: more, reset: reset)
    }

    /// A tombstone tells its key only: what went out of somebody's view is none of their business any more.
    private func written(_ taken: [Found]) -> (records: [UInt8], texts: [String]) {
        if version >= 2 {
            var compact = CompactRecords()
            for one in taken {
                compact.add(
                    one.row, of: SyncedTable.all[one.rank], change: one.change, isGone: one.isGone, context)
            }
            return (compact.finish(), compact.texts.texts)
        }
        var json = JSONWriter()
        json.array { json in
            for one in taken { write(one, to: &json) }
        }
        return (json.bytes, [])
    }

    private func write(_ found: Found, to json: inout JSONWriter) {
        let table = SyncedTable.all[found.rank]
        json.object { json in
            json.member("entity", table.entity.rawValue)
            json.member("key", table.key(found.row))
            json.member("change", found.change)
            json.member("deleted", found.isGone)
            json.member(
                "record",
                with: { json in
                    if found.isGone { return json.raw("null") }
                    json.object { $0.members(of: table.entity, found.row, context) }
                })
        }
    }

    private func query(_ table: SyncedTable, rank: Int, after cursor: SyncCursor) -> SQL {
        var sql: SQL = "SELECT * FROM (\(table.rows(context))) feed WHERE "
        if let last = cursor.rank, rank >= last {
            sql += "feed_change >= \(cursor.change)"
            if rank == last { sql += " AND (feed_change > \(cursor.change) OR \(isAfter(cursor.key, table)))" }
        } else {
            sql += "feed_change > \(cursor.change)"
        }
        if cursor.startedAt >= 0 { sql += " AND (gone = 0 OR feed_change > \(cursor.startedAt))" }
        let keys = SQL(raw: table.keyColumns.joined(separator: ", "))
        return sql + " ORDER BY feed_change, \(keys) LIMIT \(limit + 1)"
    }

    private func isAfter(_ key: String, _ table: SyncedTable) -> SQL {
        let parts = key.split(separator: ":").map(String.init)
        guard table.keyColumns.count == 2, parts.count == 2 else { return "\(raw: table.keyColumns[0]) > \(key)" }
        let (first, second) = (SQL(raw: table.keyColumns[0]), SQL(raw: table.keyColumns[1]))
        return "(\(first) > \(parts[0]) OR (\(first) = \(parts[0]) AND \(second) > \(parts[1])))"
    }

    /// The ends of the tables' change indexes; most pulls find that nothing but marks has moved.
    private func newestChanges() throws -> [String: Int64] {
        let tables = Set(SyncedTable.all.flatMap(\.tables)).sorted()
        var sql: SQL = "SELECT "
        for (index, table) in tables.enumerated() {
            sql += "\(raw: index == 0 ? "" : ", ")(SELECT MAX(change) FROM \(raw: table)) AS \(raw: table)"
        }
        guard let row = try reader.fetchOne(sql) else { return [:] }
        return Dictionary(uniqueKeysWithValues: tables.enumerated().map { ($1, row[$0].integer ?? -1) })
    }
}
