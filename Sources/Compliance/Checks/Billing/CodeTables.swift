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

/// Billed lines; where no total of timed minutes is stated, with minutes that stand beside the service's name elsewhere:
/// `Therapeutic exercise 30 min` over `Billed: 97110 x 2`.
private enum TimedBillingFact: Fact {
    static func find(in facts: NoteFacts) -> [BillingLine] {
        let billing = facts.billing
        let codes = Set(billing.map(\.code))
        guard facts.minutes.timed == nil, billing.contains(where: { $0.minutes == nil }) else { return billing }
        var named: [String: Int] = [:]
        let all = 0..<facts.note.tokens.count
        for (code, tokens) in ServiceNames.table.matches(facts.note, in: all) {
            guard codes.contains(code), !billing.contains(where: { $0.tokens.overlaps(tokens) }),
                let minutes = minutes(behind: tokens, facts)
            else { continue }
            named[code, default: 0] += minutes
        }
        return billing.map { line in
            guard line.minutes == nil, billing.count(where: { $0.code == line.code }) == 1,
                let minutes = named[line.code]
            else { return line }
            return BillingLine(
                range: line.range, code: line.code, minutes: minutes, units: line.units, modifiers: line.modifiers,
                tokens: line.tokens, isCharge: line.isCharge)
        }
    }

    /// The first minutes behind the name in its clause, before another service.
    private static func minutes(behind name: Range<Int>, _ facts: NoteFacts) -> Int? {
        let clause = facts.note.clause(around: name)
        var at = name.upperBound
        while at < clause.upperBound, ServiceNames.table.match(facts.note, at: at) == nil {
            if let number = facts.note.wholeNumber(at), BillingFields.isMinuteWord(facts.note.key(at + 1)) {
                return number
            }
            at += 1
        }
        return nil
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
        let billing = self[TimedBillingFact.self]
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
