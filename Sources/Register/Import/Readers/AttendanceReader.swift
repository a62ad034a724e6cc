import Kernel

/// An attendance export of the university's dashboard: one row for each student and event, present or not. It makes the
/// people, the module, one group of it, the sessions and their marks, by the same rules as the analysis of such files.
enum AttendanceReader {
    static let columns: [ImportColumn] = [
        .number, .givenName, .familyName, .adviser, .eventStart, .eventDescription, .registerType, .present,
        .selfCertified, .cancelled, .moduleCode,
    ]
    static let required: [[ImportColumn]] = [[.number], [.givenName], [.familyName], [.adviser], [.eventStart]]

    static func read(_ table: ImportTable, _ context: ImportContext) throws -> ImportPlan {
        let at = try ImportColumns(table, kind: .attendance, columns, required: required)
        let module = context.module ?? moduleCode(ofFile: context.fileName)
        guard module != nil || at.has(.moduleCode) else { throw ImportError.moduleMissing }
        var plan = ImportPlan()
        var events: [AttendanceEvent] = []
        var oddWords = 0
        for row in table.rows {
            let index = plan.read(row.line)
            do {
                guard let event = try AttendanceEvent(row, at, context, module: module, index: index) else {
                    throw RowProblem.required("module")
                }
                oddWords += event.oddWords
                if event.isCancelled { plan.rows[index].fate = .ignored(.cancelled) } else { events.append(event) }
            } catch let problem as RowProblem { plan.refuse(index, problem) }
        }
        if oddWords > 0 {
            plan.notes.append(
                "\(oddWords) cells of present or cancelled hold a word that is neither yes nor no; they count as no.")
        }
        addPeople(events, to: &plan)
        AttendanceSessions.add(mergeCheckIns(mergeDuplicates(events, &plan), &plan), context, to: &plan)
        return plan
    }

    /// Digits at the end of the name, before the extension and before a browser's ` (1)`: `core_501 (1).csv` is 501.
    static func moduleCode(ofFile name: String?) -> String? {
        guard let name else { return nil }
        let file = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        let plain = stem.replacing(/\s*\([0-9]+\)\s*$/, with: "")
        let digits = String(plain.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        return digits.isEmpty || digits.count > 64 ? nil : digits
    }

    /// The latest names and adviser that are not blank, by start and then file order.
    private static func addPeople(_ events: [AttendanceEvent], to plan: inout ImportPlan) {
        for event in events {
            plan.people.add(PersonName(kind: .student, number: event.number), row: event.row, PlannedPerson())
        }
        let inTime = events.enumerated().sorted {
            ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset)
        }
        for (_, event) in inTime {
            let person = PlannedPerson(
                givenName: event.givenName, familyName: event.familyName, adviserName: event.adviser)
            plan.people.add(PersonName(kind: .student, number: event.number), row: event.row, person) { $0.take($1) }
        }
    }

    /// Same student, same instant, same description (letter case ignored) is one row; the better status stays.
    private static func mergeDuplicates(_ events: [AttendanceEvent], _ plan: inout ImportPlan) -> [AttendanceEvent] {
        var kept: [AttendanceEvent] = []
        var places: [AttendanceEvent.Identity: Int] = [:]
        for event in events {
            if let place = places[event.identity] {
                kept[place].status = better(kept[place].status, event.status)
                plan.rows[event.row].fate = .merged(.duplicateRow)
            } else {
                places[event.identity] = kept.count
                kept.append(event)
            }
        }
        return kept
    }

    /// A placement check-in less than ten minutes after the student's previous one joins it; chains are joined whole.
    private static func mergeCheckIns(_ events: [AttendanceEvent], _ plan: inout ImportPlan) -> [AttendanceEvent] {
        var kept = events
        var joined = Set<Int>()
        let checkIns = events.indices.filter { events[$0].kind == .placement }
        for (_, places) in Dictionary(grouping: checkIns, by: { EventOwner(events[$0]) }) {
            let ordered = places.sorted { (events[$0].moment, $0) < (events[$1].moment, $1) }
            var first = ordered[0]
            for (previous, next) in zip(ordered, ordered.dropFirst()) {
                if events[next].moment - events[previous].moment < 600_000_000_000 {
                    kept[first].status = better(kept[first].status, events[next].status)
                    joined.insert(next)
                    plan.rows[events[next].row].fate = .merged(.checkInJoined)
                } else {
                    first = next
                }
            }
        }
        return kept.indices.filter { !joined.contains($0) }.map { kept[$0] }
    }

    /// Attended beats excused beats absent.
    static func better(_ one: MarkStatus, _ other: MarkStatus) -> MarkStatus {
        func rank(_ status: MarkStatus) -> Int { status == .present ? 2 : status == .excused ? 1 : 0 }
        return rank(other) > rank(one) ? other : one
    }

    private struct EventOwner: Hashable {
        let module: String
        let number: String

        init(_ event: AttendanceEvent) { (module, number) = (event.module.lowercased(), event.number) }
    }
}
