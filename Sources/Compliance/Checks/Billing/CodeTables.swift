import Kernel

/// What the rule pack says about procedure codes.
struct CodeTables: Sendable {
    let timed: Set<String>
    let untimed: Set<String>
    /// Timed codes whose minutes are no quarters of an hour: not part of the 8-minute rule.
    let ownTime: Set<String>
    /// Add-on codes by the code whose minutes they go on with.
    let continues: [String: String]

    init(_ rubric: Rubric) {
        func codes(_ name: String) -> Set<String> {
            Set(rubric.tables[name]?.array?.compactMap { $0.string ?? $0.integer.map { "\($0)" } } ?? [])
        }
        timed = codes("timedCodes")
        untimed = codes("untimedCodes")
        ownTime = codes("codesWithOwnTime")
        continues = (rubric.tables["addOnCodes"]?.object ?? [:]).compactMapValues {
            $0.string ?? $0.integer.map { "\($0)" }
        }
    }
}

/// A service with all its lines together.
struct BilledService: Sendable {
    let code: String
    var lines: [BillingLine]

    /// Nil when a line has none.
    var minutes: Int? { sum(\.minutes) }
    var units: Int? { sum(\.units) }

    private func sum(_ value: KeyPath<BillingLine, Int?>) -> Int? {
        lines.reduce(0 as Int?) { sum, line in
            guard let sum, let next = line[keyPath: value] else { return nil }
            return sum + next
        }
    }
}

enum CodeTablesFact: Fact {
    static func find(in facts: NoteFacts) -> CodeTables { CodeTables(facts.rubric) }
}

extension NoteFacts {
    var codes: CodeTables { self[CodeTablesFact.self] }

    /// Billed timed services of 15 minutes, one entry for each code in the order of the note, add-on codes with their first.
    var timedServices: [BilledService] {
        services { codes.timed.contains($0) && !codes.ownTime.contains($0) }
    }

    var untimedServices: [BilledService] { services { codes.untimed.contains($0) } }

    private func services(_ isWanted: (String) -> Bool) -> [BilledService] {
        var services: [BilledService] = []
        for line in billing where isWanted(line.code) {
            let code = codes.continues[line.code] ?? line.code
            if let known = services.firstIndex(where: { $0.code == code }) {
                services[known].lines.append(line)
            } else {
                services.append(BilledService(code: code, lines: [line]))
            }
        }
        return services
    }
}
