import Kernel
import Persistence
import Sync

extension Push {
    /// An operation without what was overtaken before it came, and the fields that are left out.
    struct Standing {
        let operation: Operation
        let overtaken: [String]
    }

    /// After a restore devices bring what the older state lacks in any order. A value that somebody had on the screen when
    /// they set the field anew does not come back over what they set, whatever the clocks say, and is no disagreement.
    ///
    /// Asks the history only where an operation meets a version that it has not seen.
    func standing(of operation: Operation, over fields: Versioned) throws -> Standing {
        let met = operation.fields.keys.filter { field in
            guard let current = fields.versions[field]?.operation else { return false }
            return current != operation.seen[field] && current != operation.id
        }
        guard !met.isEmpty else { return Standing(operation: operation, overtaken: []) }
        let rows = try tx.fetchAll(
            """
            SELECT seen FROM operation WHERE entity = \(operation.entity.rawValue) AND entity_key = \(operation.key)
                AND verdict <> 'rejected' AND (code IS NULL OR code = 'concurrent')
            """)
        let stored = rows.compactMap(\.[0].text).filter { $0.contains(operation.id) }
        let successors =
            try stored.map { try JSONParser.value($0).object?.compactMapValues(\.string) ?? [:] }
            + recorded.filter { earlier in
                earlier.operation.entity == operation.entity && earlier.operation.key == operation.key
                    && (earlier.verdict.code == nil || earlier.verdict.code == "concurrent")
            }.map(\.operation.seen)
        let overtaken = met.filter { field in successors.contains { $0[field] == operation.id } }.sorted()
        return Standing(
            operation: operation.touching(operation.fields.filter { !overtaken.contains($0.key) }), overtaken: overtaken
        )
    }
}

extension Push.Effect {
    /// What was overtaken is in the history; where that is all of it, something later is shown.
    mutating func note(overtaken: [String], of operation: Operation, before: Versioned) {
        for field in overtaken { replaced[field] = before.values[field] ?? .null }
        if !overtaken.isEmpty, overtaken.count == operation.fields.count { kind = .superseded }
    }
}
