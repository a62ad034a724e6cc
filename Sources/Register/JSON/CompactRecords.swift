import Kernel
import Persistence

/// Records as protocol 2 sends them: the names of members once for many records, texts that repeat once for all.
///
/// An array of runs. A run of records is `{"entity", "key", "rows", "columns", "coded"}`: each row is `[change, key, …]`, then
/// the values of the columns; the members named by `key` are the parts of the key; columns that are `coded` hold places in
/// `texts`. A run of removals is `{"entity", "gone"}` with rows `[change, key]`. `versions` stands as `CompactVersions` writes it.
struct CompactRecords {
    private var runs = JSONWriter()
    private var rows = JSONWriter()
    private var current: (entity: SyncedEntity, isGone: Bool)?
    private var columns: [(name: String, isCoded: Bool)] = []
    private var isNaming = false
    private var column = 0
    private(set) var texts = TextTable()

    /// Members whose texts are few.
    private static let coded: Set<String> = [
        "author", "authorName", "device", "status", "capturedAt", "receivedAt", "module", "group", "user", "userName",
        "kind", "timezone", "location", "teacher", "teacherName", "state", "origin", "adviser", "adviserName", "stage",
        "category", "requestedBy", "requestedByName", "decidedBy", "decidedByName", "settledBy", "settledByName",
    ]

    mutating func add(_ row: Row, of table: SyncedTable, change: Int64, isGone: Bool, _ context: PullContext) {
        if current?.entity != table.entity || current?.isGone != isGone {
            endRun()
            current = (table.entity, isGone)
            isNaming = !isGone
        }
        rows.open(.array)
        rows.value(change)
        rows.value(table.key(row))
        column = 0
        if !isGone { members(of: table.entity, row, context) }
        rows.close(.array)
        isNaming = false
    }

    /// The runs as JSON.
    mutating func finish() -> [UInt8] {
        endRun()
        return [UInt8(ascii: "[")] + runs.bytes + [UInt8(ascii: "]")]
    }

    private mutating func endRun() {
        guard let current else { return }
        let (elements, columns) = (rows.bytes, self.columns)
        runs.object { json in
            json.member("entity", current.entity.rawValue)
            json.member(current.isGone ? "gone" : "rows", elements: elements)
            guard !current.isGone else { return }
            json.member("key", with: { $0.array { for name in current.entity.keyMembers { $0.value(name) } } })
            json.member("columns", with: { $0.array { for column in columns { $0.value(column.name) } } })
            json.member(
                "coded", with: { $0.array { for column in columns where column.isCoded { $0.value(column.name) } } })
        }
        rows = JSONWriter()
        self.columns = []
        self.current = nil
    }
}

extension CompactRecords: RecordMembers {
    /// Whether the next column is coded; nil for a member that the key tells.
    private mutating func next(_ name: String) -> Bool? {
        if current?.entity.keyMembers.contains(name) == true { return nil }
        if isNaming { columns.append((name, Self.coded.contains(name))) }
        defer { column += 1 }
        return columns[column].isCoded
    }

    mutating func member(_ name: String, _ text: String?) {
        guard let isCoded = next(name) else { return }
        if let text, isCoded { rows.value(texts.place(of: text)) } else { rows.value(text) }
    }

    mutating func member(_ name: String, _ number: Int64?) {
        if next(name) != nil { rows.value(number) }
    }

    mutating func member(_ name: String, _ flag: Bool) {
        if next(name) != nil { rows.value(flag) }
    }

    mutating func member(_ name: String, _ json: JSONValue) {
        if let text = json.string { return member(name, text) }
        if next(name) != nil { rows.value(json) }
    }

    mutating func member(_ name: String, raw json: String) {
        if next(name) != nil { rows.raw(json) }
    }

    mutating func member(_ name: String, at milliseconds: Int64?) {
        member(name, milliseconds.map { Instant(milliseconds: $0).rfc3339 })
    }

    mutating func member(versions stored: String) {
        if next("versions") != nil { CompactVersions.write(stored, to: &rows, &texts) }
    }
}

/// Texts in the order in which they were met.
struct TextTable {
    private(set) var texts: [String] = []
    private var places: [String: Int64] = [:]

    mutating func place(of text: String) -> Int64 {
        if let place = places[text] { return place }
        let place = Int64(texts.count)
        texts.append(text)
        places[text] = place
        return place
    }
}
