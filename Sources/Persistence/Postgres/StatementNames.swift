import CPostgres

/// Which statements a connection has prepared, by text and parameter types; the oldest go first when there are many.
struct StatementNames {
    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    private static let limit = 500

    private var names: [Key: String] = [:]
    private var order: [Key] = []
    private var count = 0

    func name(of key: Key) -> String? { names[key] }

    /// The name to give up before another is prepared; nil while there is room.
    mutating func evict() -> String? {
        guard order.count >= Self.limit else { return nil }
        return names.removeValue(forKey: order.removeFirst())
    }

    mutating func nextName() -> String {
        count += 1
        return "rounds\(count)"
    }

    mutating func keep(_ name: String, for key: Key) {
        names[key] = name
        order.append(key)
    }
}
