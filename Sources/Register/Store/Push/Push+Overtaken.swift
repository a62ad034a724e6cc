import Kernel
import Persistence
import Sync

extension Push {
    /// An operation as it stands now: without what was overtaken before it came, and knowing what its own device did before.
    struct Standing {
        let operation: Operation
        let overtaken: [String]
    }

    /// After a restore devices bring what the older state lacks in any order. A value that somebody had on the screen when
    /// they set the field anew does not come back over what they set, whatever the clocks say, and is no disagreement. And
    /// a device goes on from its own earlier value even when the one between, which it names, is gone.
    ///
    /// Asks the history only where an operation meets a version that it has not seen.
    func standing(of operation: Operation, over fields: Versioned) throws -> Standing {
        let met = fields.versions.filter { field, current in
            operation.fields[field] != nil && current.operation != operation.seen[field]
                && current.operation != operation.id
        }
        guard !met.isEmpty else { return Standing(operation: operation, overtaken: []) }
        let earlier = try earlier(onRecordOf: operation)
        let overtaken = met.keys.filter { field in
            earlier.contains { $0.isShowable && $0.seen[field] == operation.id }
        }
        var seen = operation.seen
        for (field, current) in met where !operation.fill && current.author == operation.author {
            let own = earlier.first { $0.id == current.operation && $0.stamp.device == operation.device }
            if let own, own.stamp < operation.stamp { seen[field] = own.id }
        }
        return Standing(
            operation: operation.touching(operation.fields.filter { !overtaken.contains($0.key) }, seen: seen),
            overtaken: overtaken.sorted())
    }

    private struct Earlier {
        let id: String
        let stamp: Stamp
        let seen: [String: String]
        /// Neither a proposal nor given way by a rule.
        let isShowable: Bool
    }

    private func earlier(onRecordOf operation: Operation) throws -> [Earlier] {
        let rows = try tx.fetchAll(
            """
            SELECT id, stamp, seen, code FROM operation WHERE entity = \(operation.entity.rawValue)
                AND entity_key = \(operation.key) AND verdict <> 'rejected'
            """)
        let stored = try rows.compactMap { row -> Earlier? in
            guard let id = row[0].text, let stamp = row[1].text.flatMap({ Stamp($0) }) else { return nil }
            let seen = try JSONParser.value(row[2].text ?? "{}").object?.compactMapValues(\.string) ?? [:]
            return Earlier(id: id, stamp: stamp, seen: seen, isShowable: Self.isShowable(row[3].text))
        }
        let here = recorded.filter {
            $0.operation.entity == operation.entity && $0.operation.key == operation.key
                && $0.verdict.kind != .rejected
        }
        return stored
            + here.map {
                Earlier(
                    id: $0.operation.id, stamp: $0.operation.stamp, seen: $0.operation.seen,
                    isShowable: Self.isShowable($0.verdict.code))
            }
    }

    private static func isShowable(_ code: String?) -> Bool { code == nil || code == "concurrent" }
}

extension Push.Effect {
    /// What was overtaken is in the history; where that is all of it, something later is shown.
    mutating func note(overtaken: [String], of operation: Operation, before: Versioned) {
        for field in overtaken { replaced[field] = before.values[field] ?? .null }
        if !overtaken.isEmpty, overtaken.count == operation.fields.count { kind = .superseded }
    }
}
